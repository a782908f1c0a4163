// Leaving frames, by return and by exception.
import { opcodes } from '@pellucid/opcode-spec'
import { PyBaseException } from '../data/exception.ts'
import { Exit, type PyFrame } from '../data/frame.ts'
import { smallInt, newStr, None } from '../data/values.ts'
import { MemoryError, RecursionError, SystemError } from '../protocols/exceptions.ts'
import { stackError } from '../protocols/native-depth.ts'
import { newException, raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'
import { decode, handlerAt } from './decode.ts'
import { closeDropped } from './dropped.ts'
import { setContext } from './raising.ts'
import { planOf } from './trace/plan.ts'
import { tellBoth, tellRaised } from './trace/tell.ts'
import { addTraceback } from './traceback.ts'

/** RecursionError when a frame that was counted is beyond the limit, as it is now. */
export function checkDepth(py: Thread): void {
  if (py.depth <= py.interpreter.recursionLimit) return
  py.depth--
  raise(RecursionError, 'maximum recursion depth exceeded')
}

/** Books for a generator's frame that was left. */
export function leaveGenerator(frame: PyFrame, py: Thread): void {
  // RETURN_GENERATOR leaves a frame that is yet to run.
  if (frame.generator?.state === 'created') {
    frame.back = undefined
    return
  }
  finishGenerator(frame, py)
  frame.finished = true
}

function finishGenerator(frame: PyFrame, py: Thread): void {
  const generator = frame.generator
  if (generator === undefined || generator.state !== 'running') return
  generator.state = 'finished'
  py.interpreter.finalizable?.objects.delete(generator)
  // Unsound bytecode may have left the generator already.
  py.handled = generator.handled.previous ?? py.handled
  generator.handled.previous = undefined
  generator.handled.value = undefined
}

/** What was caught in the loop, as a Python exception; bugs of ours go on as they are. */
export function raisedIn(caught: unknown, py: Thread): PyBaseException {
  if (caught instanceof PyBaseException) {
    if (caught.traceback === undefined && caught.context === undefined) setContext(caught, py)
    return caught
  }
  // Native code that calls back into Python nests loops; its stack can end before the recursion limit does.
  if (caught instanceof RangeError && caught.message.includes('call stack')) {
    const exception = stackError(py)
    setContext(exception, py)
    return exception
  }
  // What JavaScript says of a string, an array or a bigint that is larger than it can hold.
  if (caught instanceof RangeError && /^(Invalid (string|array|typed array) length|Invalid count value|Array buffer allocation failed|Maximum BigInt size|(Map|Set) maximum size)/.test(caught.message)) {
    const exception = newException(MemoryError, [])
    setContext(exception, py)
    return exception
  }
  const converted = py.interpreter.convertError?.(caught, py)
  if (converted !== undefined) {
    setContext(converted, py)
    return converted
  }
  const unsound = unsoundIn(py.frame, caught)
  if (unsound === undefined) throw caught
  setContext(unsound, py)
  return unsound
}

/**
 * Bytecode from elsewhere is verified: its stack has the right depth everywhere. What lies there it may still have wrong,
 * a missing value where one is called, a number where a function is made: then JavaScript refuses the operation.
 */
function unsoundIn(frame: PyFrame | undefined, caught: unknown): PyBaseException | undefined {
  if (frame === undefined || frame.code.trusted) return undefined
  const reason = caught instanceof Error ? `${caught.name}: ${caught.message}` : 'it raises what is no exception'
  const offset = decode(frame.code).offsets[frame.ip - 1] ?? 0
  return newException(SystemError, [newStr(`bytecode of '${frame.code.data.name}' is not sound: ${reason} (offset ${offset})`)])
}

/**
 * Unwind to the frame that handles the exception, set up to go on in its handler; undefined when none of the frames
 * of this loop does.
 */
export function unwindTo(
  exception: PyBaseException,
  from: PyFrame,
  reraising: boolean,
  reraiseAt: number,
  py: Thread,
): PyFrame | undefined {
  let frame = from
  let silent = reraising
  for (;;) {
    const at = frame.ip - 1
    if (!silent) {
      addTraceback(exception, frame, at)
      if (py.tracing.wanted) tellRaised(exception, frame, py)
    }
    silent = false
    const decoded = decode(frame.code)
    const handler = handlerAt(decoded, at)
    if (py.interpreter.finalizable !== undefined) closeDropped(frame, at, decoded.places + (handler?.depth ?? 0), exception, py)
    if (handler !== undefined) {
      let sp = frame.code.data.localsplusnames.length + handler.depth
      if (handler.lasti) frame.slots[sp++] = smallInt(frame === from && reraiseAt >= 0 ? reraiseAt : (decoded.offsets[at] as number))
      frame.slots[sp++] = exception
      frame.sp = sp
      // What was thrown into a generator was raised where that would have gone on.
      if (py.tracing.wanted) frame.previous = planOf(frame.code).ops[at] === opcodes.YIELD_VALUE ? at + 1 : at
      frame.ip = handler.target
      py.frame = frame
      return frame
    }
    // What is raised again at the end of a handler left the frame where it was raised first.
    if (frame === from && reraiseAt >= 0) frame.ip = decoded.offsets.indexOf(reraiseAt) + 1
    if (py.tracing.wanted) tellBoth(frame, 'unwind', None, py)
    py.depth--
    finishGenerator(frame, py)
    frame.finished = true
    const below = frame.back
    py.frame = below
    if (frame.exit === Exit.ENTRY || below === undefined) return undefined
    frame = below
  }
}
