// Loops over iterators.
import { jump } from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** Loops over iterators. */
export const iteration = family({
  GET_ITER: {
    code: 19, effect: 'iterable -- iterator', raises: true,
    doc: 'Push `iter(iterable)`.',
  },
  FOR_ITER: {
    code: 72, effect: 'iterator -- iterator, next', arg: jump, caches: { counter: 1 }, raises: true,
    jumps: 'forward',
    doc: 'Push the next item; at the end drop the iterator and jump past END_FOR and POP_TOP.',
  },
  END_FOR: {
    code: 11, effect: 'value --',
    doc: 'Mark where a loop ends; only instrumented code executes it.',
  },
  GET_AITER: {
    code: 16, effect: 'iterable -- iterator', raises: true,
    doc: 'Push `iterable.__aiter__()`.',
  },
  GET_ANEXT: {
    code: 18, effect: 'iterator -- iterator, awaitable', raises: true,
    doc: 'Push the awaitable of `iterator.__anext__()`.',
  },
  END_ASYNC_FOR: {
    code: 10, effect: 'awaitable, exception --', raises: true,
    doc: 'Swallow StopAsyncIteration at the end of `async for`; re-raise anything else.',
  },
})
