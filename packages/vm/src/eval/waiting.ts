// Instructions that do nothing but call a builtin that waits: they may be run again instead.
import { deoptTable, opcodes } from '@pellucid/opcode-spec'
import { PyBuiltin, PyMethodDescriptor } from '../data/callables.ts'
import { Exit, type PyFrame } from '../data/frame.ts'
import { PyList, PyTuple } from '../data/sequences.ts'
import { PyInstance } from '../data/shape.ts'
import { lookup, PyType, typeOf } from '../data/type.ts'
import type { Value } from '../data/values.ts'
import type { BuiltinDefinition, BuiltinOptions } from '../object/define-builtin.ts'
import { decode } from './decode.ts'

/** The frame's last instruction. */
function opcodeOf({ code, ip }: PyFrame): number {
  const raw = code.data.code[decode(code).offsets[ip - 1] as number] as number
  return deoptTable[raw] ?? raw
}

/** What the frame's last instruction calls. Its stack is as before: the loop says so for these instructions. */
function callee(frame: PyFrame): Value | undefined {
  const { code, ip, slots, sp } = frame
  const { args } = decode(code)
  const at = ip - 1
  switch (opcodeOf(frame)) {
    case opcodes.CALL:
      return slots[sp - (args[at] as number) - 2]
    case opcodes.CALL_KW:
      return slots[sp - (args[at] as number) - 3]
    case opcodes.CALL_FUNCTION_EX: {
      // What is no tuple or list may have been used up.
      const spread = slots[sp - 1 - ((args[at] as number) & 1)]
      return spread instanceof PyTuple || spread instanceof PyList ? slots[sp - 3 - ((args[at] as number) & 1)] : undefined
    }
    case opcodes.BEFORE_WITH:
      return lookup(typeOf(slots[sp - 1] as Value), '__enter__')
    default:
      return undefined
  }
}

const optionsOf = (called: Value | undefined): BuiltinOptions =>
  called instanceof PyBuiltin || called instanceof PyMethodDescriptor ? (called.definition as BuiltinDefinition).options : {}

/** Does the frame's last instruction call a builtin that waits, without anything in between? */
export function callsWaiting(frame: PyFrame): boolean {
  return optionsOf(callee(frame)).waits === true
}

/**
 * Is all that is held, while a builtin that waits is at work for the frame's last instruction, held by frames? Where a loop
 * stands on top of another, it is known of what lies between that it holds no more: a call of an instance or a class
 * written in Python, an import, a builtin that says so.
 */
export function framesHoldAll(top: PyFrame): boolean {
  if (!callsWaiting(top)) return false
  for (let frame = top; frame.back !== undefined; frame = frame.back) {
    if (frame.exit === Exit.ENTRY && !isTransparent(frame.back)) return false
  }
  return true
}

function isTransparent(frame: PyFrame): boolean {
  const called = callee(frame)
  if (called instanceof PyInstance) return true
  if (called instanceof PyType) return called.owner !== undefined
  return called === undefined ? opcodeOf(frame) === opcodes.IMPORT_NAME : optionsOf(called).transparent === true
}
