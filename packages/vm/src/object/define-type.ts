// The declaration of a builtin class: signature, doc, layout, slots, methods, attributes. A class costs a few
// allocations when its module loads; its namespace is filled when it is first looked into.
import {
  PyBuiltin, PyClassMethodDescriptor, PyField, PyGetSet, PyMethodDescriptor, PySlotWrapper, PyStaticMethod,
} from '../data/callables.ts'
import type { PyDict } from '../data/dict.ts'
import type { PyObject } from '../data/object.ts'
import { noteFinalizable } from '../data/finalizable.ts'
import { objectType } from '../data/roots.ts'
import { emptySlots, type KeywordNames, type SlotFunctions, type SlotName, type Slots } from '../data/slots.ts'
import { addSubclass, isStaticType, isSubtype, PyType, TypeFlags, typeOf } from '../data/type.ts'
import { newStr, None, type Value } from '../data/values.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { make } from './generic-slots.ts'
import type { Interpreter } from '../interpreter.ts'
import type { Thread } from '../thread.ts'
import { makeArguments } from './binder.ts'
import { BuiltinDefinition, type AnyBody, type BuiltinOptions } from './define-builtin.ts'
import { dunders } from './dunder.ts'
import { linearise } from './mro.ts'
import { listsLookUp } from './own-look-up.ts'
import { inheritSlots } from './resolve-slots.ts'
import { parseSignature, type Parsed } from './signature.ts'

/** A computed attribute: `{ get, set, doc }`. */
export interface Attribute<Self> {
  readonly get?: (self: Self, py: Thread) => Value
  /** `value` undefined deletes. */
  readonly set?: (self: Self, value: Value | undefined, py: Thread) => void
  readonly doc?: string
  /** Shows as a member_descriptor. */
  readonly member?: boolean
}

/** Slots as a class declares them: `self` is its own layout. */
export type SlotsOf<Self> = {
  [Name in Exclude<SlotName, 'new' | 'init'>]?: SlotFunctions[Name] extends (self: infer First, ...rest: infer Rest) => infer Result
    ? [First] extends [never]
      ? (self: Self, ...rest: Rest) => Result
      : SlotFunctions[Name]
    : never
}

export interface TypeDeclaration<S extends string, Self> {
  readonly doc: string
  /** The layout; its prototype gets the class as `type`. Absent for classes whose layout another one owns. */
  readonly instance?: abstract new (...args: never[]) => PyObject
  /** An existing shell to fill (`object`, `type`, exceptions). */
  readonly shell?: PyType
  readonly base?: PyType
  /** A blank object for a subclass's `__new__` of object; most classes have `new` instead. */
  readonly allocate?: (type: PyType) => PyObject
  /** `__new__`: converted arguments of the signature. The result gets the subclass asked for. */
  readonly new?: (...args: [cls: PyType, ...Parsed<S>, py: Thread]) => Value
  /** `__new__` with the raw arguments, for classes whose `__new__` ignores or inspects them. */
  readonly newRaw?: (cls: PyType, args: Value[], names: KeywordNames | undefined, py: Thread) => Value
  /** Calls of the class itself that C reads apart from `__new__`, in other words; undefined leaves the call to `new`. */
  readonly vectorcall?: (args: readonly Value[], names: KeywordNames | undefined, py: Thread) => Value | undefined
  /** `__init__`: converted arguments of the signature. */
  readonly init?: (...args: [self: Self, ...Parsed<S>, py: Thread]) => void
  readonly initRaw?: (self: Self, args: Value[], names: KeywordNames | undefined, py: Thread) => void
  readonly slots?: SlotsOf<Self>
  /** Methods, class methods and static methods, in `dir()` order; made when the class is first looked into. */
  readonly methods?: () => readonly BuiltinDefinition[]
  /** Of the methods, those whose C code asks for the class that defines them: bound, they are of a class of their own. */
  readonly definingClass?: readonly string[]
  readonly attributes?: () => Readonly<Record<string, Attribute<Self>>>
  /** Inherited slots whose methods the class lists as its own, as CPython's does. */
  readonly repeats?: readonly SlotName[]
  /** Plain class attributes, made when the namespace is filled. */
  readonly constants?: () => Readonly<Record<string, Value>>
  /** May Python subclass it? (Default: no, as CPython's Py_TPFLAGS_BASETYPE.) */
  readonly subclassable?: boolean
  /** Can `type(x)()` make one? Default: when there is a `new`, own or (for a `base`) inherited. */
  readonly instantiable?: boolean
  /** Does every instance have a `__dict__`? */
  readonly hasDict?: boolean
  readonly hasWeakrefs?: boolean
  /** See PyType.keepsToItself. */
  readonly keepsToItself?: boolean
  readonly flags?: number
  /** See PyType.layoutBase; default `fixed` for a class with an own `instance` layout. */
  readonly layout?: 'fixed' | 'variable'
  /** `__text_signature__`; undefined: the signature's; null: none. */
  readonly text?: string | null
  /** See BuiltinOptions; for `new` and `init`. */
  readonly errorName?: string
  readonly byFormat?: boolean
}

/** Classes that were declared before `object` was. */
const definedEarly: PyType[] = []

/** Declare a builtin class. The signature's head is its dotted name: `itertools.groupby(…)`, `str(…)`. */
export function defineType<const S extends string, Self = PyObject>(signature: S, declaration: TypeDeclaration<S, Self>): PyType {
  const open = signature.indexOf('(')
  const head = open < 0 ? signature : signature.slice(0, open)
  const dot = head.lastIndexOf('.')
  const name = head.slice(dot + 1)
  const module = dot < 0 ? 'builtins' : head.slice(0, dot)
  const base = declaration.base ?? (declaration.shell?.base ?? objectType)
  const type = declaration.shell ?? new PyType(name, module, emptySlots(), declaration.allocate ?? base.allocate)
  if (declaration.allocate !== undefined) type.allocate = declaration.allocate
  if (declaration.shell === undefined) {
    type.bases = [base]
    type.base = base
    type.mro = linearise(type, type.bases)
    addSubclass(base, type)
    type.hasDict = declaration.hasDict ?? base.hasDict
  }
  type.hasWeakrefs = declaration.hasWeakrefs ?? (declaration.shell?.hasWeakrefs ?? base.hasWeakrefs)
  type.flags =
    (declaration.shell === undefined ? TypeFlags.IMMUTABLETYPE | (base.flags & (TypeFlags.SEQUENCE | TypeFlags.MAPPING | TypeFlags.MATCH_SELF)) : type.flags) |
    (declaration.flags ?? 0) |
    (declaration.subclassable ? TypeFlags.BASETYPE : 0)
  if (declaration.instance !== undefined) declaration.instance.prototype.type = type
  type.layoutBase = declaration.layout ?? (declaration.instance === undefined ? undefined : 'fixed')

  type.keepsToItself = declaration.keepsToItself ?? false

  const own = declaration.slots as Partial<Slots> | undefined
  Object.assign(type.slots, own)
  const called = open < 0 ? `${name}()` : name + signature.slice(open)
  makeNew(type, called, declaration as TypeDeclaration<string, never>)
  const ownInit = makeInit(type, called, declaration as TypeDeclaration<string, never>)
  inheritSlots(type)
  // `object` itself needs a few classes before it: they inherit from it now, bases first.
  if (type === objectType) {
    for (const earlier of definedEarly.sort((one, other) => one.mro.length - other.mro.length)) {
      inheritSlots(earlier)
      if (earlier.flags & TypeFlags.DISALLOW_INSTANTIATION) earlier.slots.new = undefined
    }
  } else if (objectType.slots.hash === undefined) definedEarly.push(type)
  const creates = declaration.new !== undefined || declaration.newRaw !== undefined
  if (!(declaration.instantiable ?? (creates || (declaration.base !== undefined && base.slots.new !== undefined) || declaration.shell !== undefined))) {
    type.flags |= TypeFlags.DISALLOW_INSTANTIATION
    type.slots.new = undefined
  }
  // Not in `fill`: a class is asked for its signature before anybody looks into it.
  const { text = open < 0 ? null : undefined } = declaration
  type.textSignature = () => (text === undefined ? parseSignature(signature).text : text)
  type.fill = () => fillNamespace(type, { ...own, init: ownInit }, declaration as TypeDeclaration<string, never>)
  return type
}

/** Give an object made by a builtin class the subclass that was asked for. */
export function withClass<T extends Value>(made: T, cls: PyType, fresh = false): T {
  if (typeof made !== 'object') return made
  if (fresh || (made.type !== cls && isSubtype(cls, made.type))) {
    if (made.type !== cls) {
      made.type = cls
      if (cls.slots.finalize !== undefined && cls.owner !== undefined) noteFinalizable(made, cls.owner as Interpreter)
    }
    if (cls.memberCount > 0) made.members = new Array<Value | undefined>(cls.memberCount).fill(undefined)
  }
  return made
}

function optionsOf(declaration: TypeDeclaration<string, never>): BuiltinOptions {
  const { errorName, byFormat } = declaration
  return { ...(errorName !== undefined && { errorName }), ...(byFormat !== undefined && { byFormat }) }
}

/** What `__new__` itself does where a call of the class does otherwise. */
const withoutVectorcall = new WeakMap<NonNullable<Slots['new']>, NonNullable<Slots['new']>>()

function makeNew(type: PyType, signature: string, declaration: TypeDeclaration<string, never>): void {
  if (declaration.newRaw !== undefined) type.slots.new = declaration.newRaw
  else if (declaration.new !== undefined) {
    const body = declaration.new as unknown as (...args: unknown[]) => Value
    let bind: ReturnType<typeof makeArguments> | undefined
    const positional = signature.endsWith('/)')
    const create: NonNullable<Slots['new']> = (cls, args, names, py) => {
      bind ??= makeArguments(new BuiltinDefinition(signature, declaration.doc, body as unknown as AnyBody, 'class method', optionsOf(declaration)))
      // Keywords of a subclass with its own `__init__` are that method's business.
      const foreign = names !== undefined && positional && cls !== type && cls.slots.init !== type.slots.init
      const bound = foreign ? bind(args.slice(0, args.length - names.length), undefined, py) : bind(args, names, py)
      return withClass(body(cls, ...bound, py), cls)
    }
    const { vectorcall } = declaration
    type.slots.new = create
    if (vectorcall !== undefined) {
      const both: typeof create = (cls, args, names, py) => (cls === type ? vectorcall(args, names, py) : undefined) ?? create(cls, args, names, py)
      type.slots.new = both
      withoutVectorcall.set(both, create)
    }
  } else return
  type.nativeNew = true
}

function makeInit(type: PyType, signature: string, declaration: TypeDeclaration<string, never>): Slots['init'] {
  if (declaration.initRaw !== undefined) type.slots.init = declaration.initRaw as unknown as NonNullable<Slots['init']>
  else if (declaration.init !== undefined) {
    const body = declaration.init as unknown as (...args: unknown[]) => void
    let bind: ReturnType<typeof makeArguments> | undefined
    // Keywords of a subclass with its own `__new__` are that method's business.
    const positional = signature.endsWith('/)')
    type.slots.init = (self, args, names, py) => {
      bind ??= makeArguments(new BuiltinDefinition(signature, declaration.doc, body as unknown as AnyBody, 'method', optionsOf(declaration)))
      const { slots } = typeOf(self)
      const foreign = names !== undefined && positional && slots.new !== type.slots.new
      body(self, ...(foreign ? bind(args.slice(0, args.length - names.length), undefined, py) : bind(args, names, py)), py)
    }
  } else return undefined
  return type.slots.init
}

/** Slot methods first, then methods, attributes and constants, as CPython's `PyType_Ready` adds them. */
function fillNamespace(type: PyType, own: Partial<Slots>, declaration: TypeDeclaration<string, never>): void {
  const namespace = type.namespace
  if (type.nativeNew) namespace.setStr('__new__', newMethod(type))
  const repeats = listsLookUp(type) ? ['getattro', ...(declaration.repeats ?? [])] : (declaration.repeats ?? [])
  dunders.forEach((dunder) => {
    const slot = own[dunder.slot] ?? (repeats.includes(dunder.slot) ? type.slots[dunder.slot] : undefined)
    if (slot === undefined || dunder.wrap === undefined || namespace.getStr(dunder.name) !== undefined) return
    const text = `($self, ${dunder.text})`
    const method = { name: dunder.name, doc: dunder.doc, textSignature: text }
    namespace.setStr(dunder.name, new PySlotWrapper(type, method, dunder.slot, slot, dunder.wrap(slot as never)))
  })
  if (own.richcompare !== undefined && own.hash === undefined) namespace.setStr('__hash__', None)
  declaration.methods?.().forEach((definition) => addMethod(namespace, type, definition.ownedBy(type.name, declaration.definingClass?.includes(definition.name))))
  for (const [name, attribute] of Object.entries(declaration.attributes?.() ?? {})) {
    const Layout = attribute.member ? PyField : PyGetSet
    namespace.setStr(name, new Layout(type, name, attribute.doc, attribute.get, attribute.set))
  }
  if (!isStaticType(type) && namespace.getStr('__module__') === undefined) namespace.setStr('__module__', newStr(type.module))
  for (const [name, value] of Object.entries(declaration.constants?.() ?? {})) namespace.setStr(name, value)
  if (namespace.getStr('__doc__') === undefined) namespace.setStr('__doc__', newStr(declaration.doc))
}

function addMethod(namespace: PyDict, type: PyType, definition: BuiltinDefinition): void {
  switch (definition.kind) {
    case 'method':
      namespace.setStr(definition.name, new PyMethodDescriptor(type, definition))
      return
    case 'class method':
      namespace.setStr(definition.name, new PyClassMethodDescriptor(type, definition))
      return
    default:
      namespace.setStr(definition.name, new PyStaticMethod(new PyBuiltin(definition, undefined, undefined)))
  }
}

/** `list.__new__`: a builtin bound to its class that checks the class it is asked for. */
function newMethod(owner: PyType): PyBuiltin {
  const definition = new BuiltinDefinition(
    '__new__(*args, **kwargs)',
    'Create and return a new object. See help(type) for its signature.',
    (() => None) as unknown as AnyBody,
    'static method',
    { text: '($type, *args, **kwargs)', varargs: true },
  )
  const name = owner.tpName
  Object.defineProperty(definition, 'invoke', {
    value: (_: Value | undefined, args: Value[], names: KeywordNames | undefined, py: Thread): Value => {
      const cls = args[0]
      if (cls === undefined || args.length - (names?.length ?? 0) < 1) raise(PyTypeError, `${name}.__new__(): not enough arguments`)
      if (!(cls instanceof PyType)) {
        return raise(PyTypeError, `${name}.__new__(X): X is not a type object (${typeOf(cls).tpName})`)
      }
      if (!isSubtype(cls, owner)) {
        raise(PyTypeError, `${name}.__new__(${cls.tpName}): ${cls.tpName} is not a subtype of ${name}`)
      }
      if (cls !== owner && cls.flags & TypeFlags.DISALLOW_INSTANTIATION) {
        raise(PyTypeError, `${name}.__new__(${cls.tpName}) is not safe, use ${cls.tpName}.__new__()`)
      }
      let nearest: PyType = cls
      while ((nearest.slots.new as unknown) === make && nearest.base !== null) nearest = nearest.base
      if (nearest !== owner && nearest.slots.new !== owner.slots.new) {
        raise(PyTypeError, `${name}.__new__(${cls.tpName}) is not safe, use ${nearest.tpName}.__new__()`)
      }
      const create = owner.slots.new as NonNullable<Slots['new']>
      return (withoutVectorcall.get(create) ?? create)(cls, args.slice(1), names, py)
    },
  })
  return new PyBuiltin(definition, owner, undefined)
}
