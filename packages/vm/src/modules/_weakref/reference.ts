// Weak references. JavaScript decides when an object dies; a reference is told when somebody looks.
import { PyObject } from '../../data/object.ts'
import { Compare } from '../../data/slots.ts'
import type { PyType } from '../../data/type.ts'
import { typeOf } from '../../data/type.ts'
import { newStr, None, NotImplemented, type Value } from '../../data/values.ts'
import type { BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { compare } from '../../protocols/compare.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { hashOf } from '../../protocols/hash.ts'
import { raise } from '../../protocols/raise.ts'
import { address, strText } from '../../protocols/repr.ts'
import { narrowStr } from '../../data/values.ts'
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

/** References to an object that live, newest first. */
export function referencesTo(object: PyObject): PyWeakReference[] {
  const made: PyWeakReference[] = []
  for (const entry of weakReferences.get(object) ?? []) {
    const reference = entry.deref()
    if (reference instanceof PyWeakReference) made.push(reference)
  }
  return made
}

export function weakReferenceable(object: Value): PyObject {
  if (!(object instanceof PyObject) || !object.type.hasWeakrefs) {
    return raise(PyTypeError, `cannot create weak reference to '${typeOf(object).tpName}' object`)
  }
  return object
}

export function addReference(object: PyObject, reference: PyWeakReference): void {
  const list = weakReferences.get(object)
  const entry = new WeakRef<PyObject>(reference)
  if (list === undefined) weakReferences.set(object, [entry])
  else if (reference.callback === undefined && !Object.hasOwn(reference, 'type')) list.unshift(entry)
  else {
    // The plain reference that everybody shares stays in front.
    const first = list[0]?.deref()
    const shared = first instanceof PyWeakReference && first.callback === undefined && !Object.hasOwn(first, 'type')
    list.splice(shared ? 1 : 0, 0, entry)
  }
}

/** `weakref.ref(object, callback)`. */
export function newReference(cls: PyType, object: Value, callback: Value | undefined, py: Thread): PyWeakReference {
  const target = weakReferenceable(object)
  if (cls === referenceType && callback === undefined) {
    const shared = referencesTo(target).find((entry) => entry.callback === undefined && entry.type === referenceType)
    if (shared !== undefined) return shared
  }
  const made = withClass(new PyWeakReference(target, callback), cls)
  addReference(target, made)
  watch(made, made, py)
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
      const name = getAttrOrUndefined(target, narrowStr('__name__'), py)
      const shown = name === undefined || typeof name !== 'string' ? '' : ` (${strText(name, py)})`
      return newStr(`<weakref at ${address(self)}; to '${typeName(target.type, py)}' at ${address(target)}${shown}>`)
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

function typeName(type: PyType, py: Thread): string {
  const module = getAttrOrUndefined(type, narrowStr('__module__'), py)
  const text = module === undefined ? 'builtins' : strText(module, py)
  return text === 'builtins' ? type.qualname : `${text}.${type.qualname}`
}
