// Classes: their fields, and the table of slots through which behaviour reaches every object.
import { PyDict } from './dict.ts'
import { PyObject, type Visit } from './object.ts'
import type { Shape } from './shape.ts'
import type { Slots } from './slots.ts'
import type { Value } from './values.ts'

/** Bits of `PyType.flags`; the names are CPython's `Py_TPFLAGS_…`. */
export const TypeFlags = {
  BASETYPE: 1 << 10,
  IMMUTABLETYPE: 1 << 8,
  DISALLOW_INSTANTIATION: 1 << 7,
  SEQUENCE: 1 << 5,
  MAPPING: 1 << 6,
  /** A positional class pattern matches the subject itself (`case int(x)`). */
  MATCH_SELF: 1 << 22,
  HEAPTYPE: 1 << 9,
  IS_ABSTRACT: 1 << 20,
} as const

/** Makes a blank object of a class: what `object.__new__`, `list.__new__`… build on. */
export type Allocate = (type: PyType) => PyObject

/** Until a class is first looked into; stays empty. */
const noLookUps = new Map<string, Value | undefined>()

export class PyType extends PyObject {
  /** Last part of the name, what `__name__` shows. */
  name: string
  qualname: string
  /** `__module__` of a builtin type; a Python class keeps it in its namespace. */
  module: string
  bases: readonly PyType[] = []
  /** The base whose layout this class extends (`__base__`); null for object alone. */
  base: PyType | null = null
  mro: readonly PyType[] = []
  flags = 0
  /** The class's own namespace. Filled on first look-up for builtin types: go through `ownNamespace`. */
  get namespace(): PyDict {
    return (this.#namespace ??= new PyDict())
  }
  #namespace: PyDict | undefined = undefined
  /** What `__text_signature__` of a builtin class shows; null for none. */
  textSignature: (() => string | null) | undefined = undefined
  /** Fills `namespace` when it is first needed; undefined once done. */
  fill: ((type: PyType) => void) | undefined = undefined
  slots: Slots
  allocate: Allocate
  /** Does an instance have a `__dict__`, and does it keep it in a Shape (PyInstance) or in `dict`? */
  hasDict = false
  hasWeakrefs = false
  /** Has abstract methods (`__abstractmethods__`): `object.__new__` refuses. */
  isAbstract = false
  /** Number of `__slots__` places in an instance, bases included. */
  memberCount = 0
  /** A layout of its own, which subclasses cannot mix with another: `variable` also refuses nonempty `__slots__`. */
  layoutBase: 'fixed' | 'variable' | undefined = undefined
  /** Are its instances iterators that hold what they were made of, and show it to nobody who has not got hold of them? */
  keepsToItself = false
  /** Is `slots.new` this class's own, written here (not inherited, not a Python `__new__`)? */
  nativeNew = false
  /** Shape that a fresh PyInstance starts from. */
  shape: Shape | undefined = undefined
  /** The interpreter that a Python class was made in; builtin classes are everybody's. */
  owner: object | undefined = undefined
  /** Direct subclasses, weakly, of all interpreters: ask `subclassesOf`, which knows the unmade ones too. */
  made: Set<WeakRef<PyType>> | undefined = undefined
  unmade: UnmadeSubclasses[] | undefined = undefined
  /** Changes whenever a look-up through this class may give another answer; caches compare it. Never reused. */
  version = nextVersion()
  /** Attribute look-ups through the MRO since `version` was set; `undefined` entries are misses. */
  lookups: Map<string, Value | undefined> = noLookUps

  constructor(name: string, module: string, slots: Slots, allocate: Allocate) {
    super()
    this.name = name
    this.qualname = name
    this.module = module
    this.slots = slots
    this.allocate = allocate
  }

  /** What messages call it: a class of a builtin module goes by its module too (`collections.deque`). */
  get tpName(): string {
    return this.module === 'builtins' || this.flags & TypeFlags.HEAPTYPE ? this.name : `${this.module}.${this.name}`
  }

  override traverse(visit: Visit): void {
    visit(this.namespace)
    for (const base of this.bases) visit(base)
    for (const entry of this.mro) if (entry !== this) visit(entry)
  }
}

/** Subclasses that an interpreter has not made yet: they come `after` so many of those that are made. */
interface UnmadeSubclasses {
  readonly after: number
  readonly maker: WeakRef<{ subclasses(): readonly PyType[] }>
}

const noSubclasses: ReadonlySet<WeakRef<PyType>> = new Set()

/** The direct subclasses, all made now, in the order of their making. */
export function subclassesOf(type: PyType): ReadonlySet<WeakRef<PyType>> {
  const { unmade } = type
  if (unmade !== undefined) {
    type.unmade = undefined
    const listed = [...(type.made ?? [])]
    let added = 0
    for (const { after, maker } of unmade) {
      const found = maker.deref()?.subclasses() ?? []
      listed.splice(after + added, 0, ...found.map((subclass) => new WeakRef(subclass)))
      added += found.length
    }
    type.made = new Set(listed)
  }
  return type.made ?? noSubclasses
}

export function addSubclass(base: PyType, subclass: PyType): void {
  ;(base.made ??= new Set()).add(new WeakRef(subclass))
}

export function removeSubclass(base: PyType, subclass: PyType): void {
  for (const reference of subclassesOf(base)) if (reference.deref() === subclass) base.made?.delete(reference)
}

/** `maker` makes subclasses of `base` when somebody asks for them. */
export function awaitSubclasses(base: PyType, maker: { subclasses(): readonly PyType[] }): void {
  // Interpreters come and go; builtin classes stay.
  const others = base.unmade?.filter((other) => other.maker.deref() !== undefined) ?? []
  base.unmade = [...others, { after: base.made?.size ?? 0, maker: new WeakRef(maker) }]
}

const staticModules = new Set(['builtins', 'types', '_contextvars', 'weakref', 'sys'])
const staticNames = new Set([
  'collections.OrderedDict', 'pickle.PickleBuffer', 'datetime.date', 'datetime.datetime', 'datetime.time', 'datetime.timedelta', 'datetime.timezone',
  'datetime.tzinfo',
])

/**
 * Is a builtin class part of C's data? Those of most modules CPython makes at run time, as it makes Python's: they have
 * every table of functions and a `__module__` among their attributes.
 */
export function isStaticType({ module, name }: PyType): boolean {
  return staticModules.has(module) || staticNames.has(`${module}.${name}`)
}

let versions = 0
export function nextVersion(): number {
  return ++versions
}

/** The class's namespace, filled. */
export function ownNamespace(type: PyType): PyDict {
  const { fill } = type
  if (fill !== undefined) {
    type.fill = undefined
    try {
      fill(type)
    } catch (error) {
      // JavaScript's stack may end anywhere: next time it is filled again.
      type.fill = fill
      throw error
    }
  }
  return type.namespace
}

/**
 * Forget every look-up through `type` and its subclasses: call after any change to a namespace, bases or MRO. Where it
 * is a metaclass, its classes' attributes count as changed too.
 */
export function invalidate(type: PyType): void {
  type.version = nextVersion()
  type.lookups = noLookUps
  if (root !== undefined && isSubtype(type, root.type)) renewClassesOf(type, root)
  for (const reference of subclassesOf(type)) {
    const subclass = reference.deref()
    if (subclass === undefined) type.made?.delete(reference)
    else invalidate(subclass)
  }
}

/** `object`, once it is there. */
let root: PyType | undefined
export function bindRoot(type: PyType): void {
  root = type
}

/** New versions for the classes of a metaclass. */
function renewClassesOf(metaclass: PyType, above: PyType): void {
  const seen = new Set([above])
  for (const type of seen) {
    if (isSubtype(type.type, metaclass)) type.version = nextVersion()
    for (const reference of subclassesOf(type)) {
      const subclass = reference.deref()
      if (subclass !== undefined) seen.add(subclass)
    }
  }
}

/** `_PyType_Lookup`: the first `name` in the namespaces along the MRO, without descriptors. */
export function lookup(type: PyType, name: string): Value | undefined {
  const cached = type.lookups.get(name)
  if (cached !== undefined || type.lookups.has(name)) return cached
  const { mro } = type
  let found: Value | undefined
  for (let place = 0; found === undefined && place < mro.length; place++) found = ownNamespace(mro[place] as PyType).getStr(name)
  if (type.lookups === noLookUps) type.lookups = new Map()
  type.lookups.set(name, found)
  return found
}

export function isSubtype(type: PyType, of: PyType): boolean {
  return type === of || type.mro.includes(of)
}

// The classes of the primitive forms. `defineType` fills these places while the type modules load.
const primitives: { int?: PyType; bool?: PyType; str?: PyType } = {}

export function bindPrimitive(name: 'int' | 'bool' | 'str', type: PyType): void {
  primitives[name] = type
}

/** `type(value)`. */
export function typeOf(value: Value): PyType {
  switch (typeof value) {
    case 'object':
      return value.type
    case 'boolean':
      return primitives.bool as PyType
    case 'string':
      return primitives.str as PyType
    default:
      return primitives.int as PyType
  }
}
