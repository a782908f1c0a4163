// What frames have left above the live part of their value stacks: the loop does not clear it as it goes, and for a
// collection it would count as reached.
import type { Thread } from '../thread.ts'
import { decode } from './decode.ts'
import { stackKinds, TOO_DEEP } from './trace/stack-kinds.ts'

/** Clear it, in the frames that run. */
export function clearLeftovers(py: Thread): void {
  for (let frame = py.frame; frame !== undefined; frame = frame.back) {
    // The operands of the instruction that has called out stay: who called may still look at them.
    const stack = stackKinds(frame.code)[frame.ip - 1]
    if (stack !== undefined && stack !== TOO_DEEP) frame.slots.fill(undefined, decode(frame.code).places + stack.length)
  }
}
