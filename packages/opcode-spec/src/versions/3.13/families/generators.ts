// Generators, coroutines and `await`.
import { awaitContext, jump, yieldDepth } from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** Generators, coroutines and `await`. */
export const generators = family({
  RETURN_GENERATOR: {
    code: 35, effect: '-- unused', raises: true,
    doc: 'Turn the frame into a generator or coroutine and return that.',
  },
  YIELD_VALUE: {
    code: 118, effect: 'value -- sent', arg: yieldDepth, frame: 'yield',
    doc: 'Suspend the frame with a value; the value sent in replaces it.',
  },
  SEND: {
    code: 104, effect: 'receiver, value -- receiver, result', arg: jump, caches: { counter: 1 },
    raises: true, jumps: 'forward',
    doc: 'Send a value to the sub-iterator; when it returns, jump with its result.',
  },
  END_SEND: {
    code: 12, effect: 'receiver, value -- value',
    doc: 'Drop the exhausted receiver below the result.',
  },
  GET_AWAITABLE: {
    code: 73, effect: 'iterable -- iterator', arg: awaitContext, raises: true,
    doc: 'Push the iterator that awaiting the value drives.',
  },
  GET_YIELD_FROM_ITER: {
    code: 21, effect: 'iterable -- iterator', raises: true,
    doc: 'Push the iterator that `yield from` drives.',
  },
  CLEANUP_THROW: {
    code: 8, effect: 'receiver, sent, exception -- none, value', raises: true,
    doc: "After throw() into a sub-iterator: take StopIteration's value, re-raise anything else.",
  },
})
