// Weak references. JavaScript decides when an object dies; a reference is told when somebody looks.
import { PyObject } from '../../data/object.ts'
import { Compare } from '../../data/slots.ts'
import type { PyType } from '../../data/type.ts'
import { typeOf } from '../../data/type.ts'
import { isStr, newStr, None, NotImplemented, type Value } from '../../data/values.ts'
import type { BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { lookupSpecial } from '../../protocols/call.ts'
import { compare } from '../../protocols/compare.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { fullName } from '../../protocols/full-name.ts'
import { hashOf } from '../../protocols/hash.ts'
import { raise } from '../../protocols/raise.ts'
import { address, strText } from '../../protocols/repr.ts'
import { weakReferences } from '../../types/type/instance-dict.ts'
import { classGetItem } from '../../types/generic-alias.ts'
import type { Thread } from '../../thread.ts'
import { watch } from './deaths.ts'

export class PyWeakReference extends PyObject {
  readonly target: WeakRef<PyObject>
  callback: Value | undefined
  hash: number | bigint | undefined = undefined
  constructor(target: PyObject, callback: Value | undefined) {
    super()
    this.target = new WeakRef(target)
    this.callback = callback
  }
}

/** The object, as long as it lives. */
export const referent = (reference: PyWeakReference): PyObject | undefined => reference.target.deref()

/** References and proxies of an object that live: what everybody shares, then the newest first. */
export function referencesTo(object: PyObject): PyWeakReference[] {
  const made: PyWeakReference[] = []
  for (const entry of weakReferences.get(object) ?? []) {
    const reference = entry.deref()
    if (reference instanceof PyWeakReference) made.push(reference)
  }
  return made
}

/** In front is the reference that everybody gets who gives no callback, then the proxy, then what is nobody else's. */
function rank({ callback, type }: PyWeakReference): 0 | 1 | 2 {
  if (callback !== undefined || type.owner !== undefined) return 2
  return type === referenceType ? 0 : 1
}

/** The reference, or the proxy, of an object that everybody shares. */
export function sharedReference(object: PyObject, type: PyType): PyWeakReference | undefined {
  for (const entry of weakReferences.get(object) ?? []) {
    const made = entry.deref() as PyWeakReference | undefined
    if (made?.type === type && made.callback === undefined) return made
    if (made !== undefined && rank(made) === 2) break
  }
  return undefined
}

export function weakReferenceable(object: Value): PyObject {
  if (!(object instanceof PyObject) || !object.type.hasWeakrefs) {
    return raise(PyTypeError, `cannot create weak reference to '${typeOf(object).tpName}' object`)
  }
  return object
}

/** Put a new one in its place. */
export function addReference(object: PyObject, made: PyWeakReference, py: Thread): void {
  let list = weakReferences.get(object)
  if (list === undefined) weakReferences.set(object, (list = []))
  let place = 0
  while (place < list.length) {
    const next = list[place]?.deref() as PyWeakReference | undefined
    if (next === undefined) list.splice(place, 1)
    else if (rank(next) < rank(made)) place++
    else break
  }
  list.splice(place, 0, new WeakRef(made))
  watch(made, py)
}

/** `weakref.ref(object, callback)`. */
export function newReference(cls: PyType, object: Value, callback: Value | undefined, py: Thread): PyWeakReference {
  const target = weakReferenceable(object)
  if (cls === referenceType && callback === undefined) {
    const shared = sharedReference(target, cls)
    if (shared !== undefined) return shared
  }
  const made = withClass(new PyWeakReference(target, callback), cls)
  addReference(target, made, py)
  return made
}

function checkCount(title: string, { length }: readonly Value[]): void {
  if (length >= 1 && length <= 2) return
  raise(PyTypeError, `${title} expected at ${length < 1 ? 'least 1 argument' : 'most 2 arguments'}, got ${length}`)
}

export const referenceType: PyType = defineType('weakref.ReferenceType(object: object, callback: object = None, /)', {
  doc: 'A reference that does not keep its object alive.',
  instance: PyWeakReference,
  subclassable: true,
  text: null,
  newRaw(cls, args, names, py) {
    const given = args.slice(0, args.length - (names?.length ?? 0))
    checkCount('__new__', given)
    const [object, callback] = given as [Value, Value?]
    return newReference(cls, object, callback === undefined || callback === None ? undefined : callback, py)
  },
  initRaw(_self: PyWeakReference, args, names) {
    if (names !== undefined && names.length > 0) raise(PyTypeError, 'ref() takes no keyword arguments')
    checkCount('__init__', args)
  },
  slots: {
    call: (self: PyWeakReference, args, names) => {
      if (names !== undefined && names.length > 0) raise(PyTypeError, 'weakref() takes no keyword arguments')
      if (args.length > 0) raise(PyTypeError, `weakref expected 0 arguments, got ${args.length}`)
      return referent(self) ?? None
    },
    repr(self, py) {
      const target = referent(self)
      if (target === undefined) return newStr(`<weakref at ${address(self)}; dead>`)
      const name = lookupSpecial(target, '__name__', py)
      const shown = name === undefined || !isStr(name) ? '' : ` (${strText(name, py)})`
      return newStr(`<weakref at ${address(self)}; to '${fullName(target.type, py)}' at ${address(target)}${shown}>`)
    },
    hash(self, py) {
      if (self.hash !== undefined) return self.hash
      const target = referent(self)
      if (target === undefined) return raise(PyTypeError, 'weak object has gone away')
      return (self.hash = hashOf(target, py))
    },
    richcompare(self, other, op, py) {
      if ((op !== Compare.EQ && op !== Compare.NE) || !(other instanceof PyWeakReference)) return NotImplemented
      const [left, right] = [referent(self), referent(other)]
      if (left === undefined || right === undefined) return (self === other) === (op === Compare.EQ)
      return compare(left, right, op, py)
    },
  },
  methods: () => [
    classGetItem(),
  ] as BuiltinDefinition[],
  attributes: () => ({ __callback__: { member: true, get: (self: PyWeakReference) => self.callback ?? None } as never }),
})
referenceType.name = 'ReferenceType'
