// NoneType, NotImplementedType and ellipsis.
import { EllipsisObject, narrowStr, None, NotImplemented, PyEllipsis, PyNone, PyNotImplemented } from '../data/values.ts'
import { methods } from '../object/define-builtin.ts'
import { defineType } from '../object/define-type.ts'
import { DeprecationWarning, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { warn } from '../protocols/warn.ts'
import type { KeywordNames } from '../data/slots.ts'
import type { Value } from '../data/values.ts'

function noArguments(name: string, args: readonly Value[], names: KeywordNames | undefined): void {
  if (args.length > 0 || (names?.length ?? 0) > 0) raise(PyTypeError, `${name} takes no arguments`)
}

export const noneType = defineType('NoneType()', {
  doc: 'The class of None.',
  instance: PyNone,
  newRaw(_cls, args, names) {
    noArguments('NoneType', args, names)
    return None
  },
  slots: {
    repr: () => narrowStr('None'),
    bool: () => false,
    hash: () => 4238894112,
  },
})

const notImplementedMethod = methods<PyNotImplemented>()
export const notImplementedType = defineType('NotImplementedType()', {
  doc: 'The class of NotImplemented.',
  instance: PyNotImplemented,
  newRaw(_cls, args, names) {
    noArguments('NotImplementedType', args, names)
    return NotImplemented
  },
  slots: {
    repr: () => narrowStr('NotImplemented'),
    bool(_self, py) {
      warn(py, DeprecationWarning, 'NotImplemented should not be used in a boolean context')
      return true
    },
  },
  methods: () => [notImplementedMethod('__reduce__(self, /)', 'Help pickle.', () => narrowStr('NotImplemented'))],
})

const ellipsisMethod = methods<PyEllipsis>()
export const ellipsisType = defineType('ellipsis()', {
  doc: 'The class of Ellipsis.',
  instance: PyEllipsis,
  newRaw(_cls, args, names) {
    noArguments('EllipsisType', args, names)
    return EllipsisObject
  },
  slots: { repr: () => narrowStr('Ellipsis') },
  methods: () => [ellipsisMethod('__reduce__(self, /)', 'Help pickle.', () => narrowStr('Ellipsis'))],
})
