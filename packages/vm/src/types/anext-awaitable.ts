// anext_awaitable: what `anext(iterator, default)` answers.
import { codeFlags } from '@pellucid/opcode-spec'
import { PyObject, type Visit } from '../data/object.ts'
import { typeOf } from '../data/type.ts'
import { narrowStr, None, type Value } from '../data/values.ts'
import { PyCoroutine, PyGenerator } from '../data/frame.ts'
import { methods } from '../object/define-builtin.ts'
import { defineType } from '../object/define-type.ts'
import { getAttr } from '../protocols/attributes.ts'
import { call } from '../protocols/call.ts'
import { StopAsyncIteration, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { isRaised, raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'
import { stopIteration } from './generator/drive.ts'

export class PyAnextAwaitable extends PyObject {
  readonly wrapped: PyObject
  readonly fallback: Value
  constructor(wrapped: PyObject, fallback: Value) {
    super()
    this.wrapped = wrapped
    this.fallback = fallback
  }
  override traverse(visit: Visit): void {
    visit(this.wrapped)
    visit(this.fallback)
  }
}

export function newAnextAwaitable(wrapped: PyObject, fallback: Value): PyAnextAwaitable {
  return new PyAnextAwaitable(wrapped, fallback)
}

/** The iterator of what is awaited. */
function inner(self: PyAnextAwaitable, py: Thread): Value {
  // A generator of types.coroutine is awaited as it is.
  if (self.wrapped instanceof PyGenerator && (self.wrapped instanceof PyCoroutine || (self.wrapped.frame.code.data.flags & codeFlags.CO_ITERABLE_COROUTINE) !== 0)) return self.wrapped
  const slot = typeOf(self.wrapped).slots.await
  if (slot === undefined) return raise(PyTypeError, `object ${typeOf(self.wrapped).tpName} can't be used in 'await' expression`)
  const iterator = slot(self.wrapped, py)
  if (typeOf(iterator).slots.next === undefined) {
    raise(PyTypeError, `__await__() returned non-iterator of type '${typeOf(iterator).tpName}'`)
  }
  return iterator
}

/** The end of the asynchronous iterator is the default. */
function drive(self: PyAnextAwaitable, method: string, args: Value[], py: Thread): Value {
  try {
    return call(getAttr(inner(self, py), narrowStr(method), py), args, py)
  } catch (caught) {
    if (isRaised(caught, StopAsyncIteration)) throw stopIteration(self.fallback)
    throw caught
  }
}

const method = methods<PyAnextAwaitable>()

export const anextAwaitableType = defineType('anext_awaitable', {
  doc: 'An awaitable for the next item, or a default.',
  instance: PyAnextAwaitable,
  slots: {
    iter: (self: PyAnextAwaitable) => self,
    await: (self) => self,
    next(self, py) {
      try {
        const iterator = inner(self, py)
        const slot = typeOf(iterator).slots.next
        return slot === undefined ? drive(self, 'send', [None], py) : slot(iterator, py)
      } catch (caught) {
        if (isRaised(caught, StopAsyncIteration)) throw stopIteration(self.fallback)
        throw caught
      }
    },
  },
  methods: () => [
    method('send(self, object: object, /)', 'Resume with a value.', (self, value, py) => drive(self, 'send', [value], py)),
    method('throw(*args)', 'Raise an exception in what is awaited.', (self, args, py) => drive(self, 'throw', args, py)),
    method('close(self, /)', 'Close what is awaited.', (self, py) => drive(self, 'close', [], py)),
  ],
})
