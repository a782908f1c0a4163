// Generators and coroutines as the loop drives them.
import { codeFlags } from '@pellucid/opcode-spec'
import { Exit, PyAsyncGenerator, PyCoroutine, PyGenerator, type PyFrame } from '../data/frame.ts'
import type { PyObject } from '../data/object.ts'
import { typeOf } from '../data/type.ts'
import { narrowStr, None, newStr, type Value } from '../data/values.ts'
import { callMethod } from '../protocols/call.ts'
import { StopIteration, TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { isRaised, raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'
import { tellRaised } from './trace/tell.ts'

/** RETURN_GENERATOR: the object that owns the frame from now on. */
export function makeGenerator(frame: PyFrame): PyGenerator {
  const { flags, name, qualname } = frame.code.data
  const names = [frame.func?.name ?? newStr(name), frame.func?.qualname ?? newStr(qualname)] as const
  if (flags & codeFlags.CO_COROUTINE) return new PyCoroutine(frame, ...names)
  if (flags & codeFlags.CO_ASYNC_GENERATOR) return new PyAsyncGenerator(frame, ...names)
  return new PyGenerator(frame, ...names)
}

/** Make a suspended (or new) generator's frame ready to run with `sent` on its stack. */
export function resumeFrame(generator: PyGenerator, sent: Value, py: Thread): void {
  const frame = generator.frame
  frame.slots[frame.sp++] = sent
  frame.exit = Exit.GENERATOR
  generator.state = 'running'
  generator.handled.previous = py.handled
  py.handled = generator.handled
}

/** An iterator's next item; undefined at its end. */
export function nextOrUndefined(iterator: PyObject, py: Thread): Value | undefined {
  const slot = typeOf(iterator).slots.next
  if (slot === undefined) return raise(PyTypeError, `'${typeOf(iterator).tpName}' object is not an iterator`)
  try {
    return slot(iterator, py)
  } catch (caught) {
    if (isRaised(caught, StopIteration)) {
      if (py.tracing.wanted) tellRaised(caught, py.frame as PyFrame, py)
      return undefined
    }
    throw caught
  }
}

/** SEND to anything but a Python generator: what it yields, or returns by StopIteration. */
export function sendTo(receiver: Value, sent: Value, py: Thread): { value: Value; returned: boolean } {
  try {
    if (receiver instanceof PyGenerator && receiver.state === 'running') {
      const noun = receiver instanceof PyCoroutine ? 'coroutine' : 'generator'
      raise(ValueError, `${noun} already executing`)
    }
    const slot = typeOf(receiver).slots.next
    const value =
      sent === None && slot !== undefined ? slot(receiver, py) : callMethod(receiver, narrowStr('send'), [sent], py)
    return value === undefined ? { value: None, returned: true } : { value, returned: false }
  } catch (caught) {
    if (isRaised(caught, StopIteration) && py.tracing.wanted) tellRaised(caught, py.frame as PyFrame, py)
    if (isRaised(caught, StopIteration)) return { value: caught.fields['value'] ?? None, returned: true }
    throw caught
  }
}
