// Asynchronous iteration.
import type { families } from '@pellucid/opcode-spec/instructions'
import { PyBaseException } from '../../data/exception.ts'
import { typeOf } from '../../data/type.ts'
import { newStr } from '../../data/values.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { newException, raise } from '../../protocols/raise.ts'
import { awaitable } from '../awaiting.ts'
import type { HandlersOf } from './handlers.ts'

export const iteration = {
  GET_AITER(py, iterable) {
    const slot = typeOf(iterable).slots.aiter
    if (slot === undefined) {
      return raise(PyTypeError, `'async for' requires an object with __aiter__ method, got ${typeOf(iterable).tpName}`)
    }
    const iterator = slot(iterable, py)
    if (typeOf(iterator).slots.anext === undefined) {
      const got = typeOf(iterator).tpName
      raise(PyTypeError, `'async for' received an object from __aiter__ that does not implement __anext__: ${got}`)
    }
    return iterator
  },
  GET_ANEXT(py, iterator) {
    const slot = typeOf(iterator).slots.anext
    if (slot === undefined) {
      return raise(PyTypeError, `'async for' requires an iterator with __anext__ method, got ${typeOf(iterator).tpName}`)
    }
    const next = slot(iterator, py)
    let cause: PyBaseException | undefined
    try {
      const found = awaitable(next, py)
      if (found !== undefined) return found
    } catch (caught) {
      if (!(caught instanceof PyBaseException)) throw caught
      cause = caught
    }
    const message = `'async for' received an invalid object from __anext__: ${typeOf(next).tpName}`
    const exception = newException(PyTypeError, [newStr(message)])
    exception.cause = exception.context = cause
    exception.suppressContext = cause !== undefined
    throw exception
  },
} satisfies HandlersOf<(typeof families)['iteration'], 'GET_AITER' | 'GET_ANEXT'>
