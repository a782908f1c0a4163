// Making a class: `type(name, bases, namespace)` (https://docs.python.org/3.13/reference/datamodel.html#creating-the-class-object).
import { noteFinalizable } from '../../data/finalizable.ts'
import { PyClassMethod, PyFunction, PyMember, PyStaticMethod } from '../../data/callables.ts'
import { PyCell } from '../../data/code.ts'
import type { PyDict } from '../../data/dict.ts'
import { objectType, typeType } from '../../data/roots.ts'
import { PyTuple } from '../../data/sequences.ts'
import { Shape } from '../../data/shape.ts'
import { emptySlots, type KeywordNames } from '../../data/slots.ts'
import { addSubclass, isSubtype, lookup, PyType, TypeFlags, typeOf } from '../../data/type.ts'
import { asStr, narrowStr, newStr, None, strValue, type Str, type Value } from '../../data/values.ts'
import { resolveSlots } from '../../object/resolve-slots.ts'
import { mangle } from '../../object/mangle.ts'
import { linearise } from '../../object/mro.ts'
import { getAttr, getAttrOrUndefined } from '../../protocols/attributes.ts'
import { call, lookupSpecial } from '../../protocols/call.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { toArray } from '../../protocols/iterate.ts'
import { encodeBuiltin } from '../../protocols/codecs.ts'
import { raise } from '../../protocols/raise.ts'
import { superBind, superLookup } from '../../protocols/super.ts'
import { PyBaseException } from '../../data/exception.ts'
import { reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { dictGetSet, weakrefGetSet } from './instance-dict.ts'

/** The most derived metaclass of `meta` and the bases' classes. */
export function winningMetaclass(meta: PyType, bases: readonly Value[]): PyType {
  let winner = meta
  for (const base of bases) {
    const candidate = typeOf(base)
    if (isSubtype(winner, candidate)) continue
    if (isSubtype(candidate, winner)) winner = candidate
    else {
      raise(
        PyTypeError,
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      )
    }
  }
  return winner
}

/** The class whose layout `type` really extends: classes that add nothing of their own are passed over. */
export function solidBase(type: PyType): PyType {
  const base = type.base
  const inherited: PyType = base === null ? objectType : solidBase(base)
  const adds = (type.flags & TypeFlags.HEAPTYPE) === 0 ? type.layoutBase !== undefined : type.memberCount > (base?.memberCount ?? 0)
  return adds ? type : inherited
}

/** The base whose layout the new class extends. */
export function bestBase(bases: readonly PyType[]): PyType {
  let winner: PyType | undefined
  let base: PyType | undefined
  for (const candidate of bases) {
    if ((candidate.flags & TypeFlags.BASETYPE) === 0) {
      raise(PyTypeError, `type '${candidate.tpName}' is not an acceptable base type`)
    }
    const solid = solidBase(candidate)
    if (winner === undefined) {
      winner = solid
      base = candidate
    } else if (isSubtype(winner, solid)) continue
    else if (isSubtype(solid, winner)) {
      winner = solid
      base = candidate
    } else raise(PyTypeError, 'multiple bases have instance lay-out conflict')
  }
  return base ?? objectType
}

/** `type.__new__(meta, name, bases, namespace, **keywords)`. */
export function newType(meta: PyType, args: readonly Value[], names: KeywordNames | undefined, py: Thread): Value {
  const named = names?.length ?? 0
  if (args.length - named === 1 && meta === typeType && named === 0) return typeOf(args[0] as Value)
  if (args.length - named !== 3) {
    if (meta === typeType) raise(PyTypeError, 'type() takes 1 or 3 arguments')
    raise(PyTypeError, `type.__new__() takes exactly 3 arguments (${args.length - named} given)`)
  }
  const [nameArg, basesArg, namespaceArg] = args as [Value, Value, Value]
  const name = asStr(nameArg)
  if (name === undefined) return raise(PyTypeError, `type.__new__() argument 1 must be str, not ${typeOf(nameArg).tpName}`)
  if (!(basesArg instanceof PyTuple)) {
    return raise(PyTypeError, `type.__new__() argument 2 must be tuple, not ${typeOf(basesArg).tpName}`)
  }
  if (!isDict(namespaceArg)) {
    return raise(PyTypeError, `type.__new__() argument 3 must be dict, not ${typeOf(namespaceArg).tpName}`)
  }
  for (const base of basesArg.items) {
    if (base instanceof PyType) continue
    if (getAttrOrUndefined(base, narrowStr('__mro_entries__'), py) !== undefined) {
      raise(PyTypeError, 'type() doesn\'t support MRO entry resolution; use types.new_class()')
    }
  }
  const winner = winningMetaclass(meta, basesArg.items)
  if (winner !== meta && winner.slots.new !== undefined && winner.slots.new !== typeType.slots.new) {
    return winner.slots.new(winner, args.slice(), names, py)
  }
  const bases = basesArg.items.map((base) => (base instanceof PyType ? base : raise(PyTypeError, 'bases must be types')))
  const type = buildType(winner, name, bases.length === 0 ? [objectType] : bases, namespaceArg, py)
  finishType(type, args.slice(3), names, py)
  return type
}

const isDict = (value: Value): value is PyDict => typeOf(value).slots.getitem !== undefined && 'placeOfStr' in (value as object)

/** C keeps names and docstrings of classes as UTF-8: what that lacks is refused. */
export function encodable(text: Str, py: Thread): Str {
  if (typeof text !== 'string') encodeBuiltin('utf-8', text, 'strict', py)
  return text
}

function buildType(meta: PyType, name: Str, bases: readonly PyType[], source: PyDict, py: Thread): PyType {
  const text = strValue(encodable(name, py))
  if (text.includes('\0')) raise(ValueError, 'type name must not contain null characters')
  const base = bestBase(bases)
  const type = new PyType(text, '', emptySlots(), base.allocate)
  type.type = meta
  type.owner = py.interpreter
  if (meta.slots.finalize !== undefined) noteFinalizable(type, py.interpreter)
  if (meta.memberCount > 0) type.members = new Array<Value | undefined>(meta.memberCount).fill(undefined)
  type.flags = TypeFlags.HEAPTYPE | TypeFlags.BASETYPE
  type.bases = bases
  type.base = base
  const namespace = type.namespace
  for (let i = 0; i < source.keys.length; i++) {
    const key = source.keys[i]
    if (key !== undefined) namespace.set(key, source.values[i] as Value, py.keys)
  }
  const qualname = namespace.deleteStr('__qualname__')
  if (qualname !== undefined) {
    const shown = asStr(qualname)
    if (shown === undefined) raise(PyTypeError, `type __qualname__ must be a str, not ${typeOf(qualname).tpName}`)
    type.qualname = strValue(shown)
  }
  if (namespace.getStr('__module__') === undefined) {
    const module = py.frame?.globals.getStr('__name__')
    if (module !== undefined) namespace.setStr('__module__', module)
  }
  // Before the slots, which may have these names.
  const classcell = namespace.deleteStr('__classcell__')
  if (classcell !== undefined) {
    if (!(classcell instanceof PyCell)) raise(PyTypeError, `type.__new__(): __classcell__ must be a nonlocal cell, not ${`<class '${typeOf(classcell).tpName}'>`}`)
    classcell.value = type
  }
  const classdict = namespace.deleteStr('__classdictcell__')
  if (classdict instanceof PyCell) classdict.value = namespace
  addSlots(type, text, bases, py)
  const wrapNew = namespace.getStr('__new__')
  if (wrapNew instanceof PyFunction) namespace.setStr('__new__', new PyStaticMethod(wrapNew))
  for (const special of ['__init_subclass__', '__class_getitem__']) {
    const found = namespace.getStr(special)
    if (found instanceof PyFunction) namespace.setStr(special, new PyClassMethod(found))
  }
  const doc = namespace.getStr('__doc__')
  if (doc === undefined) namespace.setStr('__doc__', None)
  else if (asStr(doc) !== undefined) encodable(asStr(doc) as Str, py)
  type.mro = mroOf(type, meta, py)
  for (const parent of bases) addSubclass(parent, type)
  const collection = TypeFlags.SEQUENCE | TypeFlags.MAPPING
  for (const parent of type.mro.slice(1)) {
    type.flags |= parent.flags & TypeFlags.MATCH_SELF
    if ((type.flags & collection) === 0) type.flags |= parent.flags & collection
  }
  type.shape = new Shape([])
  if (namespace.getStr('__eq__') !== undefined && namespace.getStr('__hash__') === undefined) namespace.setStr('__hash__', None)
  resolveSlots(type)
  return type
}

/** The MRO by `meta.mro(cls)`, when the metaclass overrides it. */
export function mroOf(type: PyType, meta: PyType, py: Thread): readonly PyType[] {
  const override = meta === typeType ? undefined : lookup(meta, 'mro')
  if (override === undefined || override === lookup(typeType, 'mro')) return linearise(type, type.bases)
  const bound = lookupSpecial(type, 'mro', py) as Value
  const order = toArray(call(bound, [], py), py)
  const solid = solidBase(type)
  return order.map((entry) => {
    if (!(entry instanceof PyType)) return raise(PyTypeError, `mro() returned a non-class ('${typeOf(entry).tpName}')`)
    // Slots of another layout would be given instances that lack their fields.
    if (!solid.mro.includes(solidBase(entry)) && solid !== type) raise(PyTypeError, `mro() returned base with unsuitable layout ('${entry.name}')`)
    return entry
  })
}

/** `__slots__`, and whether instances get `__dict__` and `__weakref__`. */
/** A class body that defines `__dict__` itself keeps its own. */
function setDefault(namespace: PyDict, name: string, value: Value): void {
  if (namespace.getStr(name) === undefined) namespace.setStr(name, value)
}

function addSlots(type: PyType, className: string, bases: readonly PyType[], py: Thread): void {
  const base = type.base as PyType
  const namespace = type.namespace
  const declared = namespace.getStr('__slots__')
  type.memberCount = base.memberCount
  const basesHaveDict = bases.some((parent) => parent.hasDict)
  const basesHaveWeakrefs = bases.some((parent) => parent.hasWeakrefs)
  // int, tuple and bytes vary in size: there is no fixed place for the list of references.
  let varies = false
  for (let at: PyType | null = base; at !== null; at = at.base) varies ||= at.layoutBase === 'variable'
  if (declared === undefined) {
    // What the other bases have is not where this one's layout puts it.
    if (!base.hasDict) setDefault(namespace, '__dict__', dictGetSet(type))
    if (!base.hasWeakrefs && !varies) setDefault(namespace, '__weakref__', weakrefGetSet(type))
    type.hasDict = true
    type.hasWeakrefs = basesHaveWeakrefs || !varies
    return
  }
  const single = asStr(declared)
  const listed = single !== undefined ? [declared] : toArray(declared, py)
  if (listed.length > 0 && varies) raise(PyTypeError, `nonempty __slots__ not supported for subtype of '${base.name}'`)
  const slots: string[] = []
  let addDict = false
  let addWeakref = false
  for (const entry of listed) {
    const slot = asStr(entry)
    if (slot === undefined) return raise(PyTypeError, `__slots__ items must be strings, not '${typeOf(entry).tpName}'`)
    const text = strValue(slot)
    if (!/^[\p{XID_Start}_][\p{XID_Continue}]*$/u.test(text)) raise(PyTypeError, '__slots__ must be identifiers')
    if (text === '__dict__') {
      if (addDict || basesHaveDict) raise(PyTypeError, '__dict__ slot disallowed: we already got one')
      addDict = true
    } else if (text === '__weakref__') {
      if (addWeakref || basesHaveWeakrefs) raise(PyTypeError, '__weakref__ slot disallowed: we already got one')
      addWeakref = true
    } else {
      const mangled = mangle(className, text)
      if (namespace.getStr(mangled) !== undefined && !['__qualname__', '__classcell__', '__classdictcell__'].includes(mangled)) {
        raise(ValueError, `'${text}' in __slots__ conflicts with class variable`)
      }
      slots.push(mangled)
    }
  }
  slots.sort()
  for (const slot of slots) namespace.setStr(slot, new PyMember(type, slot, type.memberCount++))
  if (addDict) namespace.setStr('__dict__', dictGetSet(type))
  if (addWeakref) namespace.setStr('__weakref__', weakrefGetSet(type))
  type.hasDict = basesHaveDict || addDict
  type.hasWeakrefs = basesHaveWeakrefs || addWeakref
}

/** `__set_name__` of the attributes, then `__init_subclass__` of the parent. */
function finishType(type: PyType, rest: readonly Value[], names: KeywordNames | undefined, py: Thread): void {
  const { keys, values } = type.namespace.copy()
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]
    if (key === undefined) continue
    const value = values[i] as Value
    const hook = lookupSpecial(value, '__set_name__', py)
    if (hook === undefined) continue
    try {
      call(hook, [type, key], py)
    } catch (caught) {
      if (caught instanceof PyBaseException) {
        addNote(caught, `Error calling __set_name__ on '${typeOf(value).tpName}' instance ${reprText(key, py)} in '${type.tpName}'`, py)
      }
      throw caught
    }
  }
  const found = superLookup(type, type, '__init_subclass__')
  if (found !== undefined) call(superBind(found, type, type, py), rest.slice(), py, names)
}

function addNote(exception: PyBaseException, note: string, py: Thread): void {
  call(getAttr(exception, narrowStr('add_note'), py), [newStr(note)], py)
}

