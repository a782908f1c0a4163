// Restoring: the objects of an image, in an interpreter that has only been created.
//
// Containers, instances and classes are made empty when they are first met and filled from a queue, so that circles
// need no care; what cannot change is made whole at once. Namespaces of modules and classes are filled when somebody
// looks into them, perhaps long after: what they lead to is made then, as it was.
import type { CodeObject } from '@pellucid/opcode-spec'
import { newBytes } from '../data/bytes.ts'
import {
  bindBuiltin, PyClassMethod, PyFunction, PyMember, PyMethod, PyProperty, PyStaticMethod, type PyMethodDescriptor,
} from '../data/callables.ts'
import { PyCell, type PyCode } from '../data/code.ts'
import { PyDict } from '../data/dict.ts'
import { noteInstances } from '../data/finalizable.ts'
import { PyModule } from '../data/module.ts'
import type { PyObject } from '../data/object.ts'
import { listExtend, newList, newTuple, PyTuple } from '../data/sequences.ts'
import { PyFrozenSet, PySet } from '../data/set.ts'
import { PyInstance, Shape } from '../data/shape.ts'
import { copySlots, type Slots } from '../data/slots.ts'
import { awaitSubclasses, PyType } from '../data/type.ts'
import { narrowStr, newFloat, newInt, newStr, None, smallInt, strOfCodePoints, type Str, type Value } from '../data/values.ts'
import { importlibState } from '../imports/import-level.ts'
import { restoreRegistry } from '../modules/_abc.ts'
import { PyLock, PyRLock } from '../modules/_thread/locks.ts'
import { newReference, referenceType } from '../modules/_weakref/reference.ts'
import { dundersBySlot } from '../object/dunder.ts'
import { codecRegistry } from '../protocols/codec-errors.ts'
import { invariant } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'
import { lazyCodeOf } from '../types/code/constants.ts'
import { PySimpleNamespace } from '../types/simple-namespace.ts'
import { dictGetSet, weakrefGetSet } from '../types/type/instance-dict.ts'
import { isNative, type ClassParts, type Entries, type FunctionParts, type Header, type Image, type Node, type Part } from './format.ts'
import { Natives } from './natives.ts'
import { Nodes } from './nodes.ts'
import { textAt, type Packed, type Place } from './packed.ts'
import { decodeCode, type StoredCode } from './stored-code.ts'

/** Builtin modules that each interpreter has from its making. */
const created = new Set(['builtins', 'sys'])
/** Those that do not wait: once made they listen to signals and warnings. */
const atOnce = [...created, '_signal', '_warnings']

class Restorer {
  readonly #py: Thread
  readonly #image: Image
  readonly #bytes: Uint8Array
  readonly #natives: Natives
  readonly #registries: ReadonlyMap<Part, readonly Part[]>
  /** Those that nobody awaits yet. */
  readonly #subclasses: Map<Part, readonly Part[]>
  readonly #made: Value[] = []
  readonly #nodes: Nodes
  /** Namespaces of modules into which nobody has looked. */
  readonly #spaces = new Map<number, PyDict>()
  readonly #queue: (() => void)[] = []
  /** Classes know them weakly. */
  readonly #makers: object[] = []
  /** What asks for hashes: objects must be whole. */
  readonly #late: (() => void)[] = []

  constructor(py: Thread, { content, bytes }: Packed, modules: ReadonlyMap<string, PyModule>) {
    this.#py = py
    this.#image = content as Image
    this.#bytes = bytes
    this.#nodes = new Nodes(this.#image, bytes)
    this.#natives = new Natives(this.#image.natives, modules, py)
    this.#registries = new Map(this.#image.registries)
    this.#subclasses = new Map(this.#image.subclasses)
  }

  value(part: Part): Value {
    const value = this.optional(part)
    invariant(value !== undefined, 'an image lacks a value')
    return value
  }

  optional(part: Part): Value | undefined {
    if (part === null) return None
    if (typeof part === 'boolean') return part
    if (typeof part === 'string') return narrowStr(part)
    if (typeof part === 'number') return this.#object(part)
    return part.length === 0 ? undefined : smallInt(part[0])
  }

  /** Fill everything that was met. */
  finish(): void {
    for (const works of [this.#queue, this.#late]) {
      for (let work = works.pop(); work !== undefined; work = works.pop()) {
        try {
          work()
        } catch (error) {
          // JavaScript's stack may end anywhere: this is done when somebody looks again.
          works.push(work)
          throw error
        }
      }
    }
  }

  fill(dict: PyDict, entries: Entries): void {
    let place = 0
    for (; place < entries.length; place++) {
      const entry = entries[place] as Entries[number]
      if (typeof entry[0] !== 'string') break
      dict.setStr(entry[0], this.value(entry[1]))
    }
    if (place === entries.length) return
    const pairs = entries.slice(place).map(([key, value]) => [this.value(key), this.value(value)] as const)
    this.#late.push(() => pairs.forEach(([key, value]) => dict.set(key, value, this.#py.keys)))
  }

  #values(parts: readonly Part[]): Value[] {
    return parts.map((part) => this.value(part))
  }

  #object(number: number): Value {
    if (number < 0) return this.#natives.at(~number)
    return this.#made[number] ?? this.#make(number, this.#nodes.at(number))
  }

  /** An object that is filled later, with what its header says. */
  #shell<T extends PyObject>(number: number, object: T, header: Header | undefined, fill: (object: T) => void): T {
    this.#made[number] = object
    if (header?.type !== undefined) object.type = this.#object(header.type) as PyType
    this.#queue.push(() => {
      if (header?.dict !== undefined) object.dict = this.value(header.dict) as PyDict
      if (header?.members !== undefined) object.members = header.members.map((part) => this.optional(part))
      fill(object)
    })
    return object
  }

  #make(number: number, node: Node): Value {
    switch (node[0]) {
      case 'dict': return this.#shell(number, new PyDict(), node[2], (dict) => this.fill(dict, node[1]))
      case 'list': return this.#shell(number, newList([]), node[2], (list) => listExtend(list, this.#values(node[1])))
      case 'set': return this.#set(number, new PySet(), node[1], node[2])
      case 'frozenset': return this.#set(number, new PyFrozenSet(), node[1], node[2])
      case 'cell': return this.#shell(number, new PyCell(undefined), undefined, (cell) => void (cell.value = this.optional(node[1])))
      case 'class': return this.#class(number, node[1], node[2])
      case 'instance':
      case 'simple namespace': return this.#instance(number, node)
      case 'module': return this.#module(number, node[1], node[2])
      case 'space': return this.#shell(number, this.#spaces.get(number) ?? new PyDict(), undefined, (dict) => this.fill(dict, this.#nodes.entries(node[1])))
      case 'function': return this.#function(number, node[1], node[2])
      case 'property': return this.#shell(number, new PyProperty(), node[3], (property) => {
        const [getter, setter, deleter, doc, name] = node[1].map((part) => this.optional(part))
        Object.assign(property, { getter, setter, deleter, doc, name, getterDoc: node[2] })
      })
      case 'staticmethod': return this.#shell(number, new PyStaticMethod(None), node[2], (made) => void (made.callable = this.value(node[1])))
      case 'classmethod': return this.#shell(number, new PyClassMethod(None), node[2], (made) => void (made.callable = this.value(node[1])))
      case 'weakref': {
        const type = node[3].type === undefined ? referenceType : this.#object(node[3].type) as PyType
        return this.#shell(number, newReference(type, this.value(node[1]), this.optional(node[2]), this.#py), node[3], () => {})
      }
      default: return (this.#made[number] = this.#whole(node, number))
    }
  }

  /** What is made in one piece. */
  #whole(node: Node, number: number): Value {
    switch (node[0]) {
      case 'int': return newInt(BigInt(node[1]))
      case 'wide': return strOfCodePoints(node[1])
      case 'float': return newFloat(Number(node[1]))
      case 'bytes': return newBytes(Uint8Array.from(node[1]))
      case 'tuple': return this.#tuple(node[1], node[2])
      case 'code': return lazyCodeOf(() => this.#code(node[1]), node[2])
      case 'method': return new PyMethod(this.value(node[1]), this.value(node[2]))
      case 'bound': return bindBuiltin((this.value(node[1]) as PyMethodDescriptor).definition, this.optional(node[2]))
      case 'member': return new PyMember(this.value(node[1]) as PyType, node[2], node[3])
      case 'dict attribute': return dictGetSet(this.value(node[1]) as PyType)
      case 'weakref attribute': return weakrefGetSet(this.value(node[1]) as PyType)
      case 'lock': return new PyLock()
      case 'rlock': return new PyRLock()
      default: throw new TypeError(`node ${number} of an image is no ${node[0]}`)
    }
  }

  #tuple(parts: readonly Part[], header: Header | undefined): Value {
    if (header?.type === undefined) return newTuple(this.#values(parts))
    const tuple = new PyTuple(this.#values(parts))
    tuple.type = this.#object(header.type) as PyType
    if (header.dict !== undefined) tuple.dict = this.value(header.dict) as PyDict
    return tuple
  }

  #set(number: number, set: PySet, items: readonly Part[], header: Header | undefined): Value {
    return this.#shell(number, set, header, () => {
      const members = this.#values(items)
      this.#late.push(() => members.forEach((member) => set.add(member, this.#py.keys)))
    })
  }

  #code(place: Place): CodeObject {
    const stored = JSON.parse(textAt(this.#bytes, place)) as StoredCode
    return decodeCode(stored, this.#bytes, (inner) => (this.#object(inner as number) as PyCode).data)
  }

  #function(number: number, parts: FunctionParts, header: Header | undefined): Value {
    const str = (part: Part): Str => this.value(part) as Str
    const made = new PyFunction(
      this.#object(parts.code) as PyCode, this.#object(parts.globals) as PyDict, this.#object(parts.builtins), str(parts.name),
      str(parts.qualname), this.value(parts.doc), this.value(parts.module),
    )
    return this.#shell(number, made, header, (func) => {
      func.defaults = this.optional(parts.defaults) as PyTuple | undefined
      func.kwdefaults = this.optional(parts.kwdefaults) as PyDict | undefined
      if (parts.closure !== null) func.closure = this.#values(parts.closure) as PyCell[]
      func.annotations = this.optional(parts.annotations)
      func.typeParams = this.optional(parts.typeParams)
    })
  }

  #instance(number: number, [kind, type, names, values, header]: Extract<Node, readonly ['instance' | 'simple namespace', ...unknown[]]>): Value {
    const Layout = kind === 'instance' ? PyInstance : PySimpleNamespace
    const made = new Layout(this.#object(type) as PyType)
    return this.#shell(number, made, header, (object) => {
      if (names === null) object.shape = undefined
      else {
        let shape = object.type.shape ?? new Shape([])
        for (const name of names) shape = shape.with(name)
        object.shape = shape
        object.values.push(...this.#values(values))
      }
    })
  }

  #module(number: number, part: Part, header: Header | undefined): Value {
    const place = part as number
    const known = this.#made[place] as PyDict | undefined
    if (known !== undefined || place < 0 || this.#nodes.at(place)[0] !== 'space') return this.#shell(number, new PyModule(known ?? (this.value(part) as PyDict)), header, () => {})
    const namespace = new PyDict()
    this.#spaces.set(place, namespace)
    const module = new PyModule(namespace)
    // Unless a function that may read it has been made before.
    module.fill = () => {
      this.#object(place)
      this.finish()
    }
    return this.#shell(number, module, header, () => {})
  }

  /** The loader of a program in `file`, as its class makes it. */
  sourceLoader(file: string): Value | undefined {
    const loader = this.optional(this.#image.loader)
    this.finish()
    if (!(loader instanceof PyInstance)) return undefined
    const place = loader.shape?.names.indexOf('path') ?? -1
    if (place < 0) return undefined
    loader.values[place] = newStr(file)
    return loader
  }

  settleNatives(): void {
    this.#natives.settle()
  }

  /** What a builtin module holds, and what start-up put into it, is made when somebody looks into it. */
  awaitBuiltin(name: string, module: PyModule, entries: Entries): void {
    const { interpreter } = this.#py
    module.fill = () => {
      if (!created.has(name)) interpreter.moduleFactories.get(name)?.(this.#py, module)
      this.#natives.settle(name)
      this.awaitSubclassesOfNatives()
      this.fill(module.namespace, entries)
      this.finish()
    }
  }

  #slots(base: PyType, differing: ClassParts['slots']): Slots {
    const slots = copySlots(base.slots) as Record<string, unknown>
    for (let at = 0; at < differing.length; at++) {
      const { 0: slot, 1: part } = differing[at] as ClassParts['slots'][number]
      if (part === null) slots[slot] = undefined
      else if (typeof part === 'number') slots[slot] = dundersBySlot.get(slot)?.[part]?.generic
      else slots[slot] = (this.value(part.of) as PyType).slots[slot]
    }
    return slots as Slots
  }

  #class(number: number, parts: ClassParts, header: Header): Value {
    const base = this.optional(parts.base) as PyType | undefined
    invariant(base !== undefined, 'a class of an image has no base')
    const made = new PyType(parts.name, parts.module, this.#slots(base, parts.slots), base.allocate)
    made.qualname = parts.qualname
    made.owner = this.#py.interpreter
    made.base = base
    made.shape = new Shape([])
    const { flags, hasDict, hasWeakrefs, isAbstract, memberCount, nativeNew } = parts
    Object.assign(made, { flags, hasDict, hasWeakrefs, isAbstract, memberCount, nativeNew })
    if (made.slots.finalize !== undefined) noteInstances(made)
    made.fill = ({ namespace }) => {
      this.fill(namespace, this.#nodes.entries(parts.namespace))
      this.finish()
    }
    return this.#shell(number, made, header, (type) => {
      type.bases = this.#values(parts.bases) as PyType[]
      type.mro = this.#values(parts.mro) as PyType[]
      this.#awaitSubclasses(number, type)
      const registered = this.#registries.get(number)
      if (registered !== undefined) restoreRegistry(type, this.#values(registered) as PyType[])
    })
  }

  /** Of those that are there. */
  awaitSubclassesOfNatives(): void {
    this.#subclasses.forEach((_, base) => {
      if (isNative(base) && this.#natives.has(~base)) this.#awaitSubclasses(base, this.value(base) as PyType)
    })
  }

  /** The subclasses that start-up added to a class are made when somebody asks for them. */
  #awaitSubclasses(part: Part, base: PyType): void {
    const listed = this.#subclasses.get(part)
    if (listed === undefined) return
    this.#subclasses.delete(part)
    const maker = {
      subclasses: () => {
        const made = this.#values(listed) as PyType[]
        this.finish()
        return made
      },
    }
    this.#makers.push(maker)
    awaitSubclasses(base, maker)
  }
}

/** Key of `Interpreter.state`: the image that the interpreter started from. */
const imageState = 'image'

/** What `sourceLoader` makes, from the image that the interpreter started from. */
export function rememberedLoader(file: string, py: Thread): Value | undefined {
  return (py.interpreter.state.get(imageState) as Restorer | undefined)?.sourceLoader(file)
}

/**
 * Put an image into an interpreter that has only been created. What it leaves to do: `__main__` and the streams.
 */
export function restoreImage(packed: Packed, py: Thread): void {
  const image = packed.content as Image
  const { interpreter } = py
  const { modules, moduleFactories } = interpreter
  const builtin = new Map<string, PyModule>()
  image.modules.forEach(({ 0: name }) => {
    if (moduleFactories.has(name)) builtin.set(name, (modules.getStr(name) as PyModule | undefined) ?? new PyModule())
  })
  const restorer = new Restorer(py, packed, builtin)
  // In the order that start-up left. `__main__` is made anew, but keeps its place.
  modules.clear()
  image.modules.forEach(({ 0: name }) => modules.setStr(name, builtin.get(name) ?? None))
  restorer.settleNatives()
  image.modules.forEach(({ 0: name, 1: part }) => {
    if (!builtin.has(name)) modules.setStr(name, restorer.optional(part) ?? new PyModule())
  })
  image.patches.forEach(({ 0: name, 1: entries }) => restorer.awaitBuiltin(name, builtin.get(name) as PyModule, entries))
  atOnce.forEach((name) => void builtin.get(name)?.namespace)
  const searchers = image.searchers.map((part) => restorer.value(part))
  restorer.awaitSubclassesOfNatives()
  restorer.finish()
  codecRegistry(py).searchers.push(...searchers)
  interpreter.state.set(importlibState, modules.getStr('_frozen_importlib') as PyModule)
  // Classes know it weakly only.
  interpreter.state.set(imageState, restorer)
}
