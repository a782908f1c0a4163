// `frame.f_lineno = line` in a trace function: the frame goes on there, if what it has on its stack allows it.
import type { PyBaseException } from '../../data/exception.ts'
import type { PyFrame } from '../../data/frame.ts'
import { asInt, None, type Value } from '../../data/values.ts'
import { AttributeError, RuntimeWarning, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'
import { planOf } from './plan.ts'
import { Kind, stackKinds, TOO_DEEP } from './stack-kinds.ts'

/** By event: why the line cannot be assigned while it is told. */
const refusals: Readonly<Record<string, string>> = {
  start: "can't jump from the 'call' trace event of a new frame",
  call: "can't jump during a call",
  called: "can't jump during a call",
  return: "can only jump from a 'line' trace event",
  throw: "can only jump from a 'line' trace event",
  unwind: "can only jump from a 'line' trace event",
  raise: "can only jump from a 'line' trace event",
  opcode: "can only jump from a 'line' trace event",
}

function compatible(from: string, to: string | undefined): boolean {
  if (to === undefined || from === TOO_DEEP || to === TOO_DEEP || to.length > from.length) return false
  for (let i = 0; i < to.length; i++) {
    const [had, wanted] = [from[i], to[i]]
    if (wanted === Kind.NULL) continue
    if (wanted === Kind.OBJECT ? had === Kind.NULL : had !== wanted) return false
  }
  return true
}

function incompatible(to: string | undefined): string {
  if (to === TOO_DEEP) return 'stack is too deep to analyze'
  if (to === undefined) return "can't jump into an exception handler, or code may be unreachable"
  switch (to.at(-1)) {
    case Kind.EXCEPTION: return "can't jump into an 'except' block as there's no exception"
    case Kind.LASTI: return "can't jump into a re-raising block without location"
    case Kind.ITERATOR: return "can't jump into the body of a for loop"
    default: return 'incompatible stacks'
  }
}

/** Places where a line begins, in order. */
function lineStarts(lines: Int32Array): [index: number, line: number][] {
  const starts: [number, number][] = []
  let last = -1
  lines.forEach((line, index) => {
    if (line < 0 || line === last) return
    starts.push([index, line])
    last = line
  })
  return starts
}

/** The instruction of a line that leaves most on the stack. */
function targetOf(frame: PyFrame, asked: number, stacks: readonly (string | undefined)[]): number {
  const starts = lineStarts(planOf(frame.code).lines)
  const line = starts.reduce((found, [, line]) => (line >= asked && line < found ? line : found), Infinity)
  if (line === Infinity) raise(ValueError, `line ${asked} comes after the current code block`)
  const from = stacks[frame.ip - 1]
  let best: number | undefined
  let message = 'cannot find bytecode for specified line'
  let told = false
  for (const [index, at] of starts) {
    if (at !== line) continue
    const to = stacks[index]
    if (from !== undefined && compatible(from, to)) {
      const kept = best === undefined ? undefined : (stacks[best] as string)
      if (kept === undefined || (to as string).length > kept.length || ((to as string).length === kept.length && (to as string) > kept)) best = index
    } else if (!told) {
      told = true
      message = from === TOO_DEEP ? 'stack to deep to analyze' : from === undefined ? "can't jump from unreachable code" : incompatible(to)
    }
  }
  return best ?? raise(ValueError, message)
}

/** What the compiler knew to be bound may not be, where the frame goes on. */
function bindAll(frame: PyFrame, py: Thread): void {
  const places = frame.code.data.localsplusnames.length
  let unbound = 0
  for (let i = 0; i < places; i++) if (frame.slots[i] === undefined) unbound++
  if (unbound === 0) return
  warn(py, RuntimeWarning, `assigning None to ${unbound} unbound local${unbound === 1 ? '' : 's'}`, 0)
  for (let i = 0; i < places; i++) frame.slots[i] ??= None
}

export function assignLine(frame: PyFrame, value: Value | undefined, py: Thread): void {
  if (value === undefined) raise(AttributeError, 'cannot delete attribute')
  const asked = typeof value === 'boolean' ? undefined : asInt(value as Value)
  if (asked === undefined) return raise(ValueError, 'lineno must be an integer')
  const { event } = py.tracing
  if (event === undefined) return raise(ValueError, 'f_lineno can only be set in a trace function')
  const refusal = refusals[event]
  if (refusal !== undefined) raise(ValueError, refusal)
  if (typeof asked !== 'number' || Math.abs(asked) > 0x7fff_ffff) return raise(ValueError, 'lineno out of range')
  if (asked < frame.code.data.firstlineno) raise(ValueError, `line ${asked} comes before the current code block`)
  const stacks = stackKinds(frame.code)
  const target = targetOf(frame, asked, stacks)
  bindAll(frame, py)
  const from = stacks[frame.ip - 1] as string
  for (let depth = from.length; depth > (stacks[target] as string).length; depth--) {
    const popped = frame.slots[--frame.sp]
    if (from[depth - 1] === Kind.EXCEPTION) py.handled.value = popped === None ? undefined : (popped as PyBaseException)
  }
  frame.jump = target
  frame.ip = target + 1
}
