// Frames whose next instruction leads to compiled code go on there without the loop; it takes over where that leaves.
import { opcodes } from '@pellucid/opcode-spec'
import { Exit, type PyFrame, PyGenerator } from '../data/frame.ts'
import type { PyObject } from '../data/object.ts'
import { None, PyNotImplemented, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { registers, ROOM, type Compiled } from './compiled.ts'
import { type Decoded, Split } from './decode.ts'
import { nextOrUndefined, resumeFrame } from './generators.ts'
import { generatorType } from './hot-types.ts'
import { numbering } from './numbering.generated.ts'
import { leaveGenerator } from './unwind.ts'

const START = numbering.get(Split.COMPILED_START)
const YIELD = numbering.get(opcodes.YIELD_VALUE)

/** What `advance` answers at an iterator's end. */
export const ended: Value = new PyNotImplemented()

/** Is there compiled code where the frame, which has been decoded, goes on? */
function leadsToCompiled(frame: PyFrame): boolean {
  return (frame.code.decoded as Decoded).ops[frame.ip] === START && frame.rare === undefined
}

/**
 * Run `py.frame` in compiled code: the value that it returned or yielded, and it is left; undefined when `py.frame` is the
 * interpreter's to go on with.
 */
function runCompiled(py: Thread, frame: PyFrame, room: number): Value | undefined {
  const { ops, caches } = frame.code.decoded as Decoded
  registers.budget--
  const value = (caches[frame.ip++] as Compiled).run(py, frame, frame.slots, room)
  if (value !== undefined) {
    py.depth--
    py.frame = frame.back
    if (frame.generator === undefined) frame.finished = true
    else leaveGenerator(frame, py)
    return value
  }
  if (py.frame !== frame || ops[frame.ip] !== YIELD) return undefined
  // YIELD_VALUE, as the loop does it.
  const generator = frame.generator as PyGenerator
  frame.ip++
  generator.state = 'suspended'
  py.handled = generator.handled.previous ?? py.handled
  generator.handled.previous = undefined
  py.depth--
  py.frame = frame.back
  frame.back = undefined
  return frame.slots[--frame.sp]
}

/** The value of a frame that a native caller waits for, if compiled code comes to it; else the loop goes on with `py.frame`. */
export function goOn(py: Thread, frame: PyFrame): Value | undefined {
  if (frame.exit !== Exit.ENTRY || py.budget <= 1 || !leadsToCompiled(frame)) return undefined
  const { budget } = registers
  registers.budget = py.budget
  const value = runCompiled(py, frame, ROOM)
  py.budget = registers.budget
  registers.budget = budget
  return value
}

/** May `advance` resume the generator? */
export function mayAdvance({ type, state, frame }: PyGenerator, py: Thread, room: number, budget: number): boolean {
  return type === generatorType && (state === 'suspended' || state === 'created') && room > 0 && budget > 1
    && py.depth < py.interpreter.recursionLimit && leadsToCompiled(frame)
}

/**
 * FOR_ITER of compiled code, whose frame is saved: the next item, or `ended`; undefined when the interpreter goes on with a
 * generator's frame.
 */
export function advance(iterator: PyObject, py: Thread, frame: PyFrame, end: number, room: number, budget: number): Value | undefined {
  if (!(iterator instanceof PyGenerator)) {
    const item = nextOrUndefined(iterator, py)
    registers.budget = budget
    return item ?? ended
  }
  const value = resume(iterator, None, py, frame, end, room, budget)
  return value !== undefined && iterator.frame.finished ? ended : value
}

/** Resume a generator of which `mayAdvance` holds: what it yields or returns, or undefined as above. */
export function resume(generator: PyGenerator, sent: Value, py: Thread, frame: PyFrame, end: number, room: number, budget: number): Value | undefined {
  const inner = generator.frame
  resumeFrame(generator, sent, py)
  inner.returnTo = end
  inner.back = frame
  py.depth++
  py.frame = inner
  registers.budget = budget
  return runCompiled(py, inner, room - 1)
}
