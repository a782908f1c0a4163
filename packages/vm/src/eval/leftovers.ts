// What frames have left above the live part of their value stacks: the loop does not clear it as it goes, and for a
// collection it would count as reached.
import type { PyCode } from '../data/code.ts'
import type { Thread } from '../thread.ts'
import { decode } from './decode.ts'
import { stackKinds, TOO_DEEP } from './trace/stack-kinds.ts'

/** Clear it, in the frames that run. */
export function clearLeftovers(py: Thread): void {
  // A recursion has one code in many frames.
  const kinds = new Map<PyCode, ReturnType<typeof stackKinds>>()
  for (let frame = py.frame; frame !== undefined; frame = frame.back) {
    const { code } = frame
    if (!kinds.has(code)) kinds.set(code, stackKinds(code))
    // The operands of the instruction that has called out stay: who called may still look at them.
    const stack = kinds.get(code)?.[frame.ip - 1]
    if (stack !== undefined && stack !== TOO_DEEP) frame.slots.fill(undefined, decode(code).places + stack.length)
  }
}
