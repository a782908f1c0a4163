// Delegation: what `await` and `yield from` start with.
import { codeFlags } from '@pellucid/opcode-spec'
import type { families } from '@pellucid/opcode-spec/instructions'
import { PyCoroutine } from '../../data/frame.ts'
import { typeOf } from '../../data/type.ts'
import { RuntimeError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { iterate } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { awaitable } from '../awaiting.ts'
import { delegateOf } from '../../types/generator/delegation.ts'
import type { HandlersOf } from './handlers.ts'

export const generators = {
  GET_AWAITABLE(py, iterable, arg) {
    const found = awaitable(iterable, py)
    if (found === undefined) {
      const name = typeOf(iterable).tpName
      if (arg === 1) {
        raise(PyTypeError, `'async with' received an object from __aenter__ that does not implement __await__: ${name}`)
      }
      if (arg === 2) {
        raise(PyTypeError, `'async with' received an object from __aexit__ that does not implement __await__: ${name}`)
      }
      return raise(PyTypeError, `object ${name} can't be used in 'await' expression`)
    }
    if (found instanceof PyCoroutine && delegateOf(found) !== undefined) {
      raise(RuntimeError, 'coroutine is being awaited already')
    }
    return found
  },
  GET_YIELD_FROM_ITER(py, iterable, _, frame) {
    if (!(iterable instanceof PyCoroutine)) return iterate(iterable, py)
    if ((frame.code.data.flags & (codeFlags.CO_COROUTINE | codeFlags.CO_ITERABLE_COROUTINE)) === 0) {
      raise(PyTypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator")
    }
    return iterable
  },
} satisfies HandlersOf<(typeof families)['generators'], 'GET_AWAITABLE' | 'GET_YIELD_FROM_ITER'>
