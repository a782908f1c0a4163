// Instructions that do nothing but call a builtin that waits: they may be run again instead.
import { deoptTable, opcodes } from '@pellucid/opcode-spec'
import { PyBuiltin, PyMethodDescriptor } from '../data/callables.ts'
import type { PyFrame } from '../data/frame.ts'
import { PyList, PyTuple } from '../data/sequences.ts'
import { lookup, typeOf } from '../data/type.ts'
import type { Value } from '../data/values.ts'
import type { BuiltinDefinition } from '../object/define-builtin.ts'
import { decode } from './decode.ts'

/** What the frame's last instruction calls. Its stack is as before: the loop says so for these instructions. */
function callee({ code, ip, slots, sp }: PyFrame): Value | undefined {
  const { args, offsets } = decode(code)
  const at = ip - 1
  const raw = code.data.code[offsets[at] as number] as number
  switch (deoptTable[raw] ?? raw) {
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

/** Does the frame's last instruction call a builtin that waits, without anything in between? */
export function callsWaiting(frame: PyFrame): boolean {
  const called = callee(frame)
  return (called instanceof PyBuiltin || called instanceof PyMethodDescriptor) && (called.definition as BuiltinDefinition).options.waits === true
}
