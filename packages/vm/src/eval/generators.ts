// Generators and coroutines as the loop drives them.
import { codeFlags, opcodes } from '@pellucid/opcode-spec'
import type { PyCode } from '../data/code.ts'
import { noteFinalizable } from '../data/finalizable.ts'
import { Exit, PyAsyncGenerator, PyCoroutine, PyGenerator, type PyFrame } from '../data/frame.ts'
import type { PyObject } from '../data/object.ts'
import { typeOf } from '../data/type.ts'
import { narrowStr, None, newStr, type Value } from '../data/values.ts'
import { callMethod } from '../protocols/call.ts'
import { StopIteration, TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { closeIterator } from '../protocols/owned.ts'
import { isRaised, raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'
import { decode, handlerAt } from './decode.ts'
import { watchDrops } from './dropped.ts'
import { ownerOf } from './loops-own.ts'
import { tellRaised } from './trace/tell.ts'
import { opcodeAt } from './written.ts'

/** RETURN_GENERATOR: the object that owns the frame from now on. */
export function makeGenerator(frame: PyFrame, py: Thread): PyGenerator {
  const { flags, name, qualname } = frame.code.data
  const names = [frame.func?.name ?? newStr(name), frame.func?.qualname ?? newStr(qualname)] as const
  let made: PyGenerator
  if (flags & codeFlags.CO_COROUTINE) made = new PyCoroutine(frame, ...names)
  else if (flags & codeFlags.CO_ASYNC_GENERATOR) made = new PyAsyncGenerator(frame, ...names)
  else {
    made = new PyGenerator(frame, ...names)
    made.owner = ownerOf(frame, py)
    if (!runsOnClose(frame.code)) return made
    if (made.owner !== undefined) watchLoops(frame)
  }
  noteFinalizable(made, py.interpreter)
  return made
}

/** The loop that `frame` is for closes what is its own; so do those that its generator is for, and so on: one goes with the other. */
function watchLoops(frame: PyFrame): void {
  for (let { back } = frame; back !== undefined; back = back.back) {
    watchDrops(back.code)
    if (back.generator?.owner === undefined) return
  }
}

/** Is a `yield` inside of a `try` or `with`? */
function runsOnClose(code: PyCode): boolean {
  const decoded = decode(code)
  return (decoded.closes ??= decoded.offsets.some((_, index) => opcodeAt(code, index) === opcodes.YIELD_VALUE && isProtected(code, index)))
}

/** Not counting what every generator has around its body, and every delegation around its yield. */
function isProtected(code: PyCode, index: number): boolean {
  const target = handlerAt(decode(code), index)?.target
  if (target === undefined) return false
  const op = opcodeAt(code, target)
  return op === opcodes.CLEANUP_THROW ? isProtected(code, target) : op !== opcodes.CALL_INTRINSIC_1
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

/** The next item of a loop's iterator; undefined at its end. */
export function nextOrUndefined(iterator: PyObject, py: Thread): Value | undefined {
  const { slots, keepsToItself } = typeOf(iterator)
  const slot = slots.next
  if (slot === undefined) return raise(PyTypeError, `'${typeOf(iterator).tpName}' object is not an iterator`)
  try {
    const item = slot(iterator, py)
    // `zip` may end before what it was given does.
    if (item === undefined && keepsToItself) closeIterator(iterator, py)
    return item
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
