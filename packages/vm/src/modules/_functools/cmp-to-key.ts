// functools.cmp_to_key: sort keys from a function that compares.
import { PyObject, type Visit } from '../../data/object.ts'
import { narrowStr, smallInt, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import { compare } from '../../protocols/compare.ts'
import { AttributeError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { makeArguments } from '../../object/binder.ts'
import { BuiltinDefinition } from '../../object/define-builtin.ts'

class KeyWrapper extends PyObject {
  readonly cmp: Value
  /** Undefined: this one makes the others. */
  object: Value | undefined
  constructor(cmp: Value, object: Value | undefined) {
    super()
    this.cmp = cmp
    this.object = object
  }
  override traverse(visit: Visit): void {
    visit(this.cmp)
    if (this.object !== undefined) visit(this.object)
  }
}

const wrapArguments = makeArguments(
  new BuiltinDefinition('K(obj: object)', '', (() => undefined) as never, 'function', {}),
)

defineType('functools.KeyWrapper', {
  doc: 'An object that compares by a function.',
  instance: KeyWrapper,
  slots: {
    call: (self: KeyWrapper, args, names, py) => new KeyWrapper(self.cmp, wrapArguments(args, names, py)[0] as Value),
    richcompare(self: KeyWrapper, other, op, py) {
      if (!(other instanceof KeyWrapper)) return raise(PyTypeError, 'other argument must be K instance')
      if (self.object === undefined || other.object === undefined) return raise(AttributeError, 'object')
      return compare(call(self.cmp, [self.object, other.object], py), smallInt(0), op, py)
    },
  },
  attributes: () => ({
    __text_signature__: { get: () => narrowStr('(obj)') },
    obj: {
      get: (self: KeyWrapper) => self.object ?? raise(AttributeError, 'obj'),
      set: (self: KeyWrapper, value) => void (self.object = value),
      doc: 'Value wrapped by a key function.',
    },
  }),
})

export const cmp_to_key = fn('cmp_to_key(mycmp: object)', 'Make a key function of a function that compares.', (cmp) => new KeyWrapper(cmp, undefined))
