// Saving: everything that start-up has made, from `sys.modules` down. An object of a kind that no node describes makes
// the image impossible (undefined): then the next interpreter starts as this one did.
import type { CodeObject } from '@pellucid/opcode-spec'
import { PyBytes } from '../data/bytes.ts'
import {
  PyBuiltin, PyClassMethod, PyFunction, PyGetSet, PyMember, PyMethod, PyMethodDescriptor, PyProperty, PyStaticMethod,
} from '../data/callables.ts'
import { PyCell, PyCode } from '../data/code.ts'
import { PyDict } from '../data/dict.ts'
import { PyModule } from '../data/module.ts'
import { PyObject } from '../data/object.ts'
import { PyList, PyTuple } from '../data/sequences.ts'
import { PyFrozenSet, PySet } from '../data/set.ts'
import { PyInstance } from '../data/shape.ts'
import type { SlotName } from '../data/slots.ts'
import { ownNamespace, PyType, subclassesOf, TypeFlags, typeOf } from '../data/type.ts'
import { codePointsOf, isInt, None, PyFloat, PyWideStr, type Value } from '../data/values.ts'
import { abstractClasses, registeredWith } from '../modules/_abc.ts'
import { PyLock, PyRLock } from '../modules/_thread/locks.ts'
import { PyWeakReference, referent } from '../modules/_weakref/reference.ts'
import { sourceLoader } from '../imports/source-loader.ts'
import { dundersBySlot } from '../object/dunder.ts'
import { codecRegistry } from '../protocols/codec-errors.ts'
import type { Thread } from '../thread.ts'
import { codeOf } from '../types/code/constants.ts'
import { PySimpleNamespace } from '../types/simple-namespace.ts'
import type { ClassParts, Entries, Header, Image, Node, Part, SlotPart, Unit } from './format.ts'
import { isUnchanged, nativeAddresses } from './natives.ts'
import { ByteStore, type Packed } from './packed.ts'
import { encodeCode } from './stored-code.ts'

/** Thrown at an object that cannot be in an image. */
class Unsaveable extends Error {}

const nothing: Part = []

class Saver {
  readonly store = new ByteStore()
  readonly nodes: Node[] = []
  readonly units: Unit[] = []
  readonly addresses: string[] = []
  readonly #numbers = new Map<PyObject, number>()
  readonly #natives: ReadonlyMap<PyObject, string>
  readonly #py: Thread
  /** Nodes whose parts are not written yet: depth costs no JavaScript stack. */
  readonly #queue: (() => void)[] = []
  /** What fills namespaces, and what is then said of its node. */
  readonly #later: { readonly namespace: PyDict; readonly filled: (entries: number) => void }[] = []
  /** Namespaces of modules. */
  readonly #spaces: ReadonlySet<PyDict>
  readonly classes: PyType[] = []

  constructor(py: Thread, natives: ReadonlyMap<PyObject, string>, spaces: ReadonlySet<PyDict>) {
    this.#py = py
    this.#natives = natives
    this.#spaces = spaces
  }

  part(value: Value | undefined): Part {
    if (value === undefined) return nothing
    if (value === None) return null
    if (typeof value === 'boolean' || (typeof value === 'string' && !isInt(value))) return value
    if (typeof value === 'number') return [value]
    if (typeof value === 'bigint') return this.#add(['int', String(value)])
    return this.object(value as PyObject)
  }

  /** The number of an object's node. */
  object(object: PyObject): number {
    const known = this.#numbers.get(object)
    if (known !== undefined) return known
    const address = this.#natives.get(object)
    const number = address === undefined ? this.#add(['lock']) : -this.addresses.push(address)
    this.#numbers.set(object, number)
    if (address !== undefined) return number
    this.#queue.push(() => void (this.nodes[number] = this.#node(object)))
    return number
  }

  finish(): void {
    for (let work = this.#queue.pop(); work !== undefined; work = this.#queue.pop()) work()
  }

  /** Write what fills namespaces, a unit each; answers how many nodes are in none. */
  writeUnits(): number {
    const early = this.nodes.length
    // What one namespace leads to may have namespaces too.
    for (const { namespace, filled } of this.#later) {
      const first = this.#add(['lock'])
      filled(first)
      this.nodes[first] = ['entries', this.entries(namespace)]
      this.finish()
      this.units.push([first, 0, 0])
    }
    this.units.forEach(([first], at) => {
      const [end = this.nodes.length] = this.units[at + 1] ?? []
      this.units[at] = [first, ...this.store.addText(JSON.stringify(this.nodes.slice(first, end)))]
    })
    return early
  }

  entries(dict: PyDict): Entries {
    const entries: [Part, Part][] = []
    dict.keys.forEach((key, place) => {
      if (key !== undefined) entries.push([this.part(key), this.part(dict.values[place])])
    })
    return entries
  }

  #add(node: Node): number {
    return this.nodes.push(node) - 1
  }

  #parts(values: readonly (Value | undefined)[]): Part[] {
    return values.map((value) => this.part(value))
  }

  #header(object: PyObject): Header {
    return {
      ...(Object.hasOwn(object, 'type') && { type: this.object(object.type) }),
      ...(object.dict !== undefined && { dict: this.object(object.dict) }),
      ...(object.members !== undefined && { members: this.#parts(object.members) }),
    }
  }

  #node(object: PyObject): Node {
    if (object instanceof PyType) return this.#class(object)
    if (object instanceof PyInstance) return this.#instance(object)
    return this.#plain(object) ?? this.#callable(object) ?? this.#container(object)
  }

  #plain(object: PyObject): Node | undefined {
    if (object instanceof PyWideStr) return ['wide', [...codePointsOf(object)]]
    if (object instanceof PyFloat && object.constructor === PyFloat && !Object.hasOwn(object, 'type')) return ['float', String(object.value)]
    if (object instanceof PyBytes && !Object.hasOwn(object, 'type')) return ['bytes', [...object.bytes]]
    if (object instanceof PyLock && !object.locked) return ['lock']
    if (object instanceof PyRLock && object.count === 0) return ['rlock']
    if (object.constructor === PyWeakReference) {
      const { callback } = object as PyWeakReference
      const target = referent(object as PyWeakReference)
      if (target === undefined) throw new Unsaveable('a dead weak reference')
      return ['weakref', this.part(target), this.part(callback), this.#header(object)]
    }
    return undefined
  }

  #container(object: PyObject): Node {
    const header = this.#header(object)
    switch (object.constructor) {
      case PyTuple: return ['tuple', this.#parts((object as PyTuple).items), header]
      case PyList: return ['list', this.#parts((object as PyList).items), header]
      case PyDict: return this.#spaces.has(object as PyDict) ? this.#space(object as PyDict) : ['dict', this.entries(object as PyDict), header]
      case PySet: return ['set', this.#parts((object as PySet).items(this.#py.keys)), header]
      case PyFrozenSet: return ['frozenset', this.#parts((object as PySet).items(this.#py.keys)), header]
      case PyModule: return ['module', this.object((object as PyModule).namespace), header]
      case PyCell: return ['cell', this.part((object as PyCell).value)]
      default: throw new Unsaveable(`${object.constructor.name} ${typeOf(object).name}`)
    }
  }

  #space(namespace: PyDict): Node {
    const node: [kind: 'space', entries: number] = ['space', 0]
    this.#later.push({ namespace, filled: (entries) => void (node[1] = entries) })
    return node
  }

  #callable(object: PyObject): Node | undefined {
    if (object instanceof PyCode) {
      const stored = encodeCode(object.data, this.store, (inner: CodeObject) => this.object(codeOf(inner, object.trusted)))
      return ['code', this.store.addText(JSON.stringify(stored)), object.trusted]
    }
    if (object instanceof PyFunction) return this.#function(object)
    if (object instanceof PyMethod) return ['method', this.part(object.func), this.part(object.self)]
    if (object instanceof PyBuiltin) return ['bound', this.part(descriptorOf(object)), this.part(object.self)]
    if (object instanceof PyStaticMethod) return ['staticmethod', this.part(object.callable), this.#header(object)]
    if (object instanceof PyClassMethod) return ['classmethod', this.part(object.callable), this.#header(object)]
    if (object instanceof PyProperty) {
      const { getter, setter, deleter, doc, name, getterDoc } = object
      return ['property', this.#parts([getter, setter, deleter, doc, name]), getterDoc, this.#header(object)]
    }
    if (object instanceof PyMember) return ['member', this.object(object.owner), object.name, object.place]
    if (object instanceof PyGetSet && (object.name === '__dict__' || object.name === '__weakref__')) {
      return [object.name === '__dict__' ? 'dict attribute' : 'weakref attribute', this.object(object.owner)]
    }
    return undefined
  }

  #function(func: PyFunction): Node {
    const { code, globals, builtins, name, qualname, doc, module, defaults, kwdefaults, closure, annotations, typeParams } = func
    return ['function', {
      code: this.object(code), globals: this.object(globals), builtins: this.object(builtins as PyDict), name: this.part(name),
      qualname: this.part(qualname), doc: this.part(doc), module: this.part(module), defaults: this.part(defaults),
      kwdefaults: this.part(kwdefaults), closure: closure === undefined ? null : this.#parts(closure),
      annotations: this.part(annotations), typeParams: this.part(typeParams),
    }, this.#header(func)]
  }

  #instance(object: PyInstance): Node {
    const kind = object.constructor === PySimpleNamespace ? 'simple namespace' : 'instance'
    if (kind === 'instance' && object.constructor !== PyInstance) throw new Unsaveable(object.constructor.name)
    const names = object.shape?.names ?? null
    return [kind, this.object(object.type), names, names === null ? [] : this.#parts(object.values), this.#header(object)]
  }

  #class(type: PyType): Node {
    if ((type.flags & TypeFlags.HEAPTYPE) === 0) throw new Unsaveable(`class ${type.name}`)
    this.classes.push(type)
    const parts: { -readonly [Name in keyof ClassParts]: ClassParts[Name] } = {
      name: type.name, qualname: type.qualname, module: type.module, bases: this.#parts(type.bases), base: this.part(type.base ?? undefined),
      mro: this.#parts(type.mro), flags: type.flags, hasDict: type.hasDict, hasWeakrefs: type.hasWeakrefs, isAbstract: type.isAbstract,
      memberCount: type.memberCount, nativeNew: type.nativeNew, slots: this.#slots(type), namespace: 0,
    }
    this.#later.push({ namespace: type.namespace, filled: (entries) => void (parts.namespace = entries) })
    return ['class', parts, this.#header(type)]
  }

  /** The slots in which a class differs from its base. */
  #slots(type: PyType): [SlotName, SlotPart][] {
    const base = type.base as PyType
    return [...dundersBySlot].flatMap(([slot, dunders]): [SlotName, SlotPart][] => {
      const made = type.slots[slot]
      if (made === base.slots[slot]) return []
      if (made === undefined) return [[slot, null]]
      const shared = dunders.findIndex(({ generic }) => generic === made)
      if (shared >= 0) return [[slot, shared]]
      const owner = type.mro.find((ancestor) => ancestor !== type && ancestor.slots[slot] === made)
      if (owner === undefined) throw new Unsaveable(`${slot} of class ${type.name}`)
      return [[slot, { of: this.part(owner) }]]
    })
  }
}

/** The descriptor that a builtin method was bound from. */
function descriptorOf(bound: PyBuiltin): Value {
  const { self } = bound
  const classes = self === undefined ? [] : [...(self instanceof PyType ? self.mro : []), ...typeOf(self).mro]
  for (const type of classes) {
    for (const value of ownNamespace(type).values) {
      if (value instanceof PyMethodDescriptor && value.definition === bound.definition) return value
    }
  }
  throw new Unsaveable(`builtin ${bound.definition.name}`)
}

/** What start-up put into a builtin module's namespace. `fresh` is the same module of an interpreter before it. */
function patchOf(ours: PyModule, fresh: PyModule, saver: Saver, natives: ReadonlyMap<PyObject, string>, name: string): Entries {
  const entries: [Part, Part][] = []
  ours.namespace.keys.forEach((key, place) => {
    const value = ours.namespace.values[place]
    if (typeof key !== 'string' || value === undefined || isStandardStream(name, key)) return
    const made = fresh.namespace.getStr(key)
    if (isUnchanged(made, value) || (value instanceof PyObject && natives.get(value) === `${name}:${key}`)) return
    if (made !== undefined && value instanceof PyType && natives.has(value)) return
    entries.push([key, saver.part(value)])
  })
  return entries
}

/** The streams are opened anew. */
const isStandardStream = (module: string, key: string): boolean => module === 'sys' && /^(__)?std(in|out|err)(__)?$/.test(key)

/** The subclasses that start-up added, in the order of their bases' lists. */
function subclassLists(saver: Saver): (readonly [Part, readonly Part[]])[] {
  const bases = new Set(saver.classes.flatMap((type) => [...type.bases]))
  const heap = new Set(saver.classes)
  return [...bases].map((base) => {
    const classes = [...subclassesOf(base)].flatMap((reference) => reference.deref() ?? [])
    return [saver.part(base), classes.filter((type) => heap.has(type)).map((type) => saver.part(type))] as const
  })
}

/**
 * The image of `started`, which has started and run nothing since. `fresh` is an interpreter of the same settings
 * that has only been created: what both have in common is not saved.
 */
export function saveImage(started: Thread, fresh: Thread): Packed | undefined {
  const { modules, moduleFactories } = started.interpreter
  const names = modules.keys.filter((name): name is never => typeof name === 'string') as string[]
  const builtin = names.filter((name) => moduleFactories.has(name))
  const natives = nativeAddresses(started, fresh, builtin)
  const spaces = names.flatMap((name) => modules.getStr(name) ?? []).flatMap((module) => (module instanceof PyModule ? module.namespace : []))
  const saver = new Saver(started, natives, new Set(spaces))
  try {
    const listed = names.map((name) => [name, name === '__main__' ? nothing : saver.part(modules.getStr(name))] as const)
    const patches = builtin.map((name) => {
      const [ours, theirs] = [modules, fresh.interpreter.modules].map((table) => table.getStr(name) as PyModule) as [PyModule, PyModule]
      return [name, patchOf(ours, theirs, saver, natives, name)] as const
    })
    const searchers = codecRegistry(started).searchers.map((searcher) => saver.part(searcher))
    const loader = saver.part(sourceLoader('', started))
    saver.finish()
    const early = saver.writeUnits()
    const registries = abstractClasses(saver.classes).map((type) => [saver.part(type), registeredWith(type).map((one) => saver.part(one))] as const)
    const subclasses = subclassLists(saver)
    const image: Image = { nodes: saver.nodes.slice(0, early), units: saver.units, natives: saver.addresses, modules: listed, patches, subclasses, registries, searchers, loader }
    return saver.store.pack(image)
  } catch (error) {
    if (error instanceof Unsaveable) return undefined
    throw error
  }
}
