// From the plain loop to the traced one. Nobody asks the plain loop to look whether it is traced: when tracing begins,
// the code of each running frame is written over with TRAP, at which the plain loop hands its frame over. What is
// entered later is entered by the traced loop in the first place.
import { opcodes } from '@pellucid/opcode-spec'
import type { PyFrame } from '../../data/frame.ts'
import type { Thread } from '../../thread.ts'
import { decode, type Decoded } from '../decode.ts'
import { fusions, numbering } from '../numbering.generated.ts'
import { RARE, Split } from '../decode.ts'

const trapped = new WeakMap<object, Set<Decoded>>()

/** By the number of a pair of instructions that run as one, that of the first alone; by a compiled one's, its own. */
const firstOfPair = new Map([...fusions].map(([pair, number]) => [number, numberOf(Math.floor(pair / 1024))]))
firstOfPair.set(numberOf(Split.COMPILED_LOOP), numberOf(opcodes.JUMP_BACKWARD))
firstOfPair.set(numberOf(Split.COMPILED_START), numberOf(opcodes.RESUME))

function numberOf(code: number): number {
  return numbering.get(code) ?? RARE + code
}

/** The instructions of a code object, each by itself: the traced loop runs these. */
export function singles(decoded: Decoded): Int32Array {
  return (decoded.singles ??= (decoded.trapped ?? decoded.ops).map((number) => firstOfPair.get(number) ?? number))
}

function trap(frame: PyFrame, among: Set<Decoded>): void {
  frame.expose()
  const decoded = decode(frame.code)
  if (decoded.trapped !== undefined) return
  decoded.trapped = decoded.ops.slice()
  decoded.ops.fill(numberOf(Split.TRAP))
  among.add(decoded)
}

/** A thread's trace or profile function was set or taken off. */
export function traceChanged(py: Thread): void {
  const { interpreter, tracing } = py
  const { tracers } = interpreter
  let among = trapped.get(interpreter)
  if (among === undefined) trapped.set(interpreter, (among = new Set()))
  if (tracing.wanted) {
    tracers.add(tracing)
    for (let frame = py.frame; frame !== undefined; frame = frame.back) trap(frame, among)
    return
  }
  tracers.delete(tracing)
  if (tracers.size > 0) return
  for (const decoded of among) {
    decoded.ops.set(decoded.trapped as Int32Array)
    decoded.trapped = undefined
  }
  among.clear()
}

/** Is this frame to run in the traced loop? */
export function isTraced(frame: PyFrame, py: Thread): boolean {
  return (py.interpreter.tracers.size > 0 && py.tracing.inside === 0) || decode(frame.code).trapped !== undefined
}
