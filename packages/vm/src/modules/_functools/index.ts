// _functools: the parts of functools written here.
import { fn } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import type { PyObject } from '../../data/object.ts'
import type { Value } from '../../data/values.ts'
import { call } from '../../protocols/call.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { iterate, next } from '../../protocols/iterate.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { cmp_to_key } from './cmp-to-key.ts'
import { lruCacheWrapper } from './lru-cache.ts'
import { partial } from './partial.ts'

function iterableArgument(iterable: Value, py: Thread): PyObject {
  try {
    return iterate(iterable, py)
  } catch (caught) {
    if (isRaised(caught, PyTypeError)) raise(PyTypeError, 'reduce() arg 2 must support iteration')
    throw caught
  }
}

const reduce = fn(
  'reduce(function: object, iterable: object, initial: object = <unrepresentable>, /)',
  'Apply a function of two arguments to the items from left to right: one value is left.',
  (func, iterable, initial, py) => {
    const iterator = iterableArgument(iterable, py)
    let total = initial ?? next(iterator, py)
    if (total === undefined) return raise(PyTypeError, 'reduce() of empty iterable with no initial value')
    for (let item = next(iterator, py); item !== undefined; item = next(iterator, py)) total = call(func, [total, item], py)
    return total
  },
  { text: null },
)

export const _functools = defineModule('_functools', () => ({
  doc: 'Functions on functions.',
  varargs: 'reduce',
  functions: [reduce, cmp_to_key],
  types: [partial, lruCacheWrapper],
}))
