// What the traced loop does before each instruction: whoever listens is told of calls, lines, returns; and what they
// answer by assigning `f_lineno` is where the frame goes on.
import { opcodes } from '@pellucid/opcode-spec'
import { bindBuiltin, PyBuiltin, PyMethod, PyMethodDescriptor } from '../../data/callables.ts'
import { PyAsyncGenerator, PyGenerator, type PyFrame } from '../../data/frame.ts'
import { PyTuple } from '../../data/sequences.ts'
import { None, type Value } from '../../data/values.ts'
import { StopIteration } from '../../protocols/exceptions.ts'
import { newException } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { decode } from '../decode.ts'
import { planOf, type Plan } from './plan.ts'
import { tellBoth, tellProfile, tellRaised, tellTrace } from './tell.ts'

/** The instruction to go on with, `ip` as a rule; -1 when nobody traces any more, so that the other loop can go on. */
export function step(py: Thread, frame: PyFrame, ip: number, sp: number): number {
  const { tracing, interpreter } = py
  if (interpreter.tracers.size === 0 && decode(frame.code).trapped === undefined) return -1
  if (tracing.inside > 0 || !tracing.wanted) return ip
  const plan = planOf(frame.code)
  const before = frame.previous ?? ip - 1
  frame.sp = sp
  if (frame.calling !== undefined) tellCalled(frame, before, py)
  frame.ip = ip + 1
  frame.jump = -1
  if (ip >= plan.first) {
    if (plan.ops[ip] === opcodes.RESUME) tellBoth(frame, isStart(frame, ip) ? 'start' : 'resume', None, py)
    else {
      if (plan.starts[ip] === 1 && beginsLine(plan, before, ip) && frame.traceLines) tellTrace(frame, 'line', None, py)
      if (frame.jump < 0 && frame.traceOpcodes && isShown(plan, before, ip)) tellTrace(frame, 'opcode', None, py)
      if (frame.jump < 0) tellOperation(plan, frame, ip, py)
    }
  }
  const next = frame.jump < 0 ? ip : frame.jump
  frame.previous = next
  return next
}

const isStart = (frame: PyFrame, ip: number): boolean => ((decode(frame.code).args[ip] as number) & 3) === 0

/** A jump from the line itself begins it anew only where it goes back (see `tellJump`). */
function beginsLine({ lines, ops }: Plan, before: number, ip: number): boolean {
  return lines[before] !== lines[ip] || ops[before] === opcodes.RESUME
}

/** CPython jumps over the end of a loop. */
function isShown({ ops }: Plan, before: number, ip: number): boolean {
  return ops[ip] !== opcodes.END_FOR && !(ops[ip] === opcodes.POP_TOP && ops[before] === opcodes.END_FOR)
}

function tellCalled(frame: PyFrame, before: number, py: Thread): void {
  const calling = frame.calling as Value
  frame.calling = undefined
  frame.ip = before + 1
  tellProfile(frame, 'called', calling, py)
}

function tellOperation({ ops, lines }: Plan, frame: PyFrame, ip: number, py: Thread): void {
  const { slots, sp } = frame
  const decoded = decode(frame.code)
  const arg = decoded.args[ip] as number
  switch (ops[ip]) {
    case opcodes.RETURN_VALUE:
      return tellBoth(frame, 'return', slots[sp - 1] as Value, py)
    case opcodes.RETURN_CONST:
      return tellBoth(frame, 'return', decoded.consts[arg] as Value, py)
    case opcodes.YIELD_VALUE:
      return tellYield(frame, ip, py)
    case opcodes.JUMP_BACKWARD:
      if (lines[arg] === lines[ip] && frame.traceLines && (lines[arg] as number) >= 0) tellJump(frame, ip, arg, py)
      return
    case opcodes.END_SEND:
      if (isAwaited(slots[sp - 2])) tellStop(frame, slots[sp - 1] as Value, py)
      return
    case opcodes.END_FOR:
      if (slots[sp - 1] !== None) tellStop(frame, slots[sp - 1] as Value, py)
      return
    case opcodes.CALL:
      return tellCall(frame, slots[sp - arg - 2] as Value, slots[sp - arg - 1] ?? (arg > 0 ? slots[sp - arg] : undefined), py)
    case opcodes.CALL_KW:
      return tellCall(frame, slots[sp - arg - 3] as Value, slots[sp - arg - 2] ?? (arg > 0 ? slots[sp - arg - 1] : undefined), py)
    case opcodes.CALL_FUNCTION_EX: {
      const args = slots[sp - 1 - (arg & 1)]
      return tellCall(frame, slots[sp - 3 - (arg & 1)] as Value, args instanceof PyTuple ? args.items[0] : undefined, py)
    }
  }
}

/** A loop that stays on one line tells of it each time round; the frame is where it jumps to by then. */
function tellJump(frame: PyFrame, ip: number, target: number, py: Thread): void {
  frame.ip = target + 1
  try {
    tellTrace(frame, 'jump', None, py)
  } finally {
    frame.ip = ip + 1
  }
}

/** The frame yields whatever line was assigned. */
function tellYield(frame: PyFrame, ip: number, py: Thread): void {
  const { sp } = frame
  tellBoth(frame, 'yield', frame.slots[sp - 1] as Value, py)
  frame.jump = -1
  frame.sp = sp
  frame.ip = ip + 1
}

const isAwaited = (receiver: Value | undefined): boolean => receiver instanceof PyGenerator && !(receiver instanceof PyAsyncGenerator)

/** What a generator or coroutine returned came as a StopIteration. */
function tellStop(frame: PyFrame, value: Value, py: Thread): void {
  if (py.tracing.trace === undefined || frame.trace === undefined) return
  const exception = newException(StopIteration, value === None ? [] : [value])
  exception.fields['value'] = value
  tellRaised(exception, frame, py)
}

/** Builtin functions and methods are told to the profile function. */
function tellCall(frame: PyFrame, callee: Value, first: Value | undefined, py: Thread): void {
  if (py.tracing.profile === undefined) return
  if (callee instanceof PyMethod) return tellCall(frame, callee.func, callee.self, py)
  let called = callee
  if (callee instanceof PyMethodDescriptor) {
    if (first === undefined) return
    called = bindBuiltin(callee.definition, first)
  } else if (!(callee instanceof PyBuiltin)) return
  tellProfile(frame, 'call', called, py)
  if (py.tracing.profile !== undefined) frame.calling = called
}
