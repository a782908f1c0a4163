// Restoring: the objects of an image, in an interpreter that has only been created.
//
// Containers, instances and classes are made empty when they are first met and filled from a queue, so that circles
// need no care; what cannot change is made whole at once. Classes get their slots when all namespaces are filled.
import type { CodeObject } from '@pellucid/opcode-spec'
import { newBytes } from '../data/bytes.ts'
import {
  bindBuiltin, PyClassMethod, PyFunction, PyMember, PyMethod, PyProperty, PyStaticMethod, type PyMethodDescriptor,
} from '../data/callables.ts'
import { PyCell, type PyCode } from '../data/code.ts'
import { PyDict } from '../data/dict.ts'
import { PyModule } from '../data/module.ts'
import type { PyObject } from '../data/object.ts'
import { listExtend, newList, newTuple, PyTuple } from '../data/sequences.ts'
import { PyFrozenSet, PySet } from '../data/set.ts'
import { PyInstance, Shape } from '../data/shape.ts'
import { emptySlots } from '../data/slots.ts'
import { PyType } from '../data/type.ts'
import { narrowStr, newFloat, newInt, None, smallInt, strOfCodePoints, type Str, type Value } from '../data/values.ts'
import { importlibState } from '../imports/import-level.ts'
import { restoreRegistry } from '../modules/_abc.ts'
import { PyLock, PyRLock } from '../modules/_thread/locks.ts'
import { newReference, referenceType } from '../modules/_weakref/reference.ts'
import { resolveSlots } from '../object/resolve-slots.ts'
import { codecRegistry } from '../protocols/codec-errors.ts'
import { invariant } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'
import { lazyCodeOf } from '../types/code/constants.ts'
import { PySimpleNamespace } from '../types/simple-namespace.ts'
import { dictGetSet, weakrefGetSet } from '../types/type/instance-dict.ts'
import type { ClassParts, Entries, FunctionParts, Header, Image, Node, Part } from './format.ts'
import { Natives } from './natives.ts'
import { textAt, type Packed, type Place } from './packed.ts'
import { decodeCode, type StoredCode } from './stored-code.ts'

class Restorer {
  readonly #py: Thread
  readonly #nodes: readonly Node[]
  readonly #bytes: Uint8Array
  readonly #natives: Natives
  readonly #made: Value[] = []
  readonly #queue: (() => void)[] = []
  readonly #classes: PyType[] = []
  /** What needs the slots of classes: hashes of keys. */
  readonly #late: (() => void)[] = []

  constructor(py: Thread, nodes: readonly Node[], bytes: Uint8Array) {
    this.#py = py
    this.#nodes = nodes
    this.#bytes = bytes
    this.#natives = new Natives(py)
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
    for (let work = this.#queue.pop(); work !== undefined; work = this.#queue.pop()) work()
    // Bases stand before the classes that extend them.
    const done = new Set<PyType>()
    const complete = (type: PyType): void => {
      if (done.has(type)) return
      done.add(type)
      for (const base of type.bases) if (this.#classes.includes(base)) complete(base)
      resolveSlots(type)
    }
    this.#classes.forEach(complete)
    for (const work of this.#late) work()
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
    return this.#made[number] ?? this.#make(number, this.#nodes[number] as Node)
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
      case 'module': return this.#shell(number, new PyModule(this.value(node[1]) as PyDict), node[2], () => {})
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
      case 'native': {
        const found = this.#natives.find(node[1])
        invariant(found !== undefined, `an image speaks of ${node[1]}`)
        return found
      }
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

  #class(number: number, parts: ClassParts, header: Header): Value {
    const base = this.optional(parts.base) as PyType | undefined
    invariant(base !== undefined, 'a class of an image has no base')
    const made = new PyType(parts.name, parts.module, emptySlots(), base.allocate)
    made.qualname = parts.qualname
    made.owner = this.#py.interpreter
    made.base = base
    made.shape = new Shape([])
    const { flags, hasDict, hasWeakrefs, isAbstract, memberCount, nativeNew } = parts
    Object.assign(made, { flags, hasDict, hasWeakrefs, isAbstract, memberCount, nativeNew })
    this.#classes.push(made)
    return this.#shell(number, made, header, (type) => {
      type.bases = this.#values(parts.bases) as PyType[]
      type.mro = this.#values(parts.mro) as PyType[]
      this.fill(type.namespace, parts.namespace)
    })
  }
}

/**
 * Put an image into an interpreter that has only been created. What it leaves to do: `__main__` and the streams.
 */
export function restoreImage(packed: Packed, py: Thread): void {
  const image = packed.content as Image
  const { interpreter } = py
  const restorer = new Restorer(py, image.nodes, packed.bytes)
  // Builtin modules first: others speak of their classes. Then all of them in the order that start-up left.
  const builtin = new Map(image.modules.filter(([name]) => interpreter.moduleFactories.has(name)).map(([name]) => [name, interpreter.importBuiltin(name, py)]))
  interpreter.modules.clear()
  for (const [name, part] of image.modules) {
    // `__main__` is made anew, but keeps its place.
    interpreter.modules.setStr(name, builtin.get(name) ?? restorer.optional(part) ?? new PyModule())
  }
  for (const [name, entries] of image.patches) restorer.fill((interpreter.modules.getStr(name) as PyModule).namespace, entries)
  const searchers = image.searchers.map((part) => restorer.value(part))
  const subclasses = image.subclasses.map(([base, classes]) => [restorer.value(base), classes.map((part) => restorer.value(part))] as const)
  const registries = image.registries.map(([abc, classes]) => [restorer.value(abc), classes.map((part) => restorer.value(part))] as const)
  restorer.finish()
  for (const [base, classes] of subclasses) for (const type of classes) (base as PyType).subclasses.add(new WeakRef(type as PyType))
  for (const [abc, classes] of registries) restoreRegistry(abc as PyType, classes as PyType[])
  codecRegistry(py).searchers.push(...searchers)
  const bootstrap = interpreter.modules.getStr('_frozen_importlib') as PyModule
  interpreter.state.set(importlibState, bootstrap.namespace)
}
