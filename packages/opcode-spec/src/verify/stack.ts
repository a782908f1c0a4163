// The depth of the stack along every path. At a protected instruction control may also go to its
// handler, where the stack is cut to the row's depth and f_lasti (if asked for) and the exception
// are pushed.
import type { CodeObject } from '../code-object.ts'
import type { ExceptionEntry } from '../exception-table.ts'
import { endsFlow } from '../opcodes.ts'
import { stackEffect, stackInputs } from '../stack-effect.ts'
import { opcodes, python313 } from '../versions/3.13/index.ts'
import { jumpTarget } from '../wordcode.ts'
import type { Complaint, Shape } from './complaint.ts'

const UNSEEN = -1

/** Says where the stack is too low, too high, or of two depths. */
export function checkStack(code: CodeObject, shape: Shape, complaints: Complaint[]): void {
  const { instructions, indexAt, handlers } = shape
  const depths = new Int32Array(instructions.length).fill(UNSEEN)
  const pending: number[] = []
  const complain = (offset: number, reason: string): void => void complaints.push({ offset, reason })

  const reach = (index: number, depth: number, from: number): void => {
    const known = depths[index]
    if (known === undefined) complain(from, 'control runs off the end of the code')
    else if (known === UNSEEN) {
      depths[index] = depth
      pending.push(index)
    } else if (known !== depth) {
      const at = instructions[index]?.offset ?? from
      complain(at, `stack depth ${depth} from ${from}, but ${known} elsewhere`)
    }
  }

  reach(0, 0, 0)
  for (let index = pending.pop(); index !== undefined && complaints.length < 20; index = pending.pop()) {
    const instruction = instructions[index]
    const depth = depths[index]
    if (instruction === undefined || depth === undefined) continue
    const { op, oparg, offset } = instruction
    if (stackInputs(op, oparg) > depth) {
      complain(offset, `needs ${stackInputs(op, oparg)} values, the stack has ${depth}`)
      continue
    }
    const handler = handlerOf(handlers, offset)
    if (handler !== undefined) {
      if (depth < handler.depth) {
        complain(offset, `the handler expects ${handler.depth} values, there are ${depth}`)
      }
      reach(indexAt[handler.target >> 1] ?? UNSEEN, handler.depth + (handler.lasti ? 2 : 1), offset)
    }
    const after = depth + stackEffect(op, oparg, false)
    const afterJump = depth + stackEffect(op, oparg, true)
    if (after > code.stacksize || afterJump > code.stacksize) {
      complain(offset, `stack depth ${Math.max(after, afterJump)} exceeds stacksize ${code.stacksize}`)
      continue
    }
    const jumps = python313.byCode[op]?.jumps
    if (jumps !== undefined) {
      const target = indexAt[jumpTarget(instruction, jumps === 'backward') >> 1] ?? UNSEEN
      if (op === opcodes.FOR_ITER) checkLoopEnd(shape, target, offset, complain)
      reach(target, afterJump, offset)
    }
    if (!endsFlow(op)) reach(index + 1, after, offset)
  }
}

function handlerOf(rows: readonly ExceptionEntry[], offset: number): ExceptionEntry | undefined {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rows[middle]
    if (row !== undefined && row.end <= offset) low = middle + 1
    else high = middle
  }
  const row = rows[low]
  return row !== undefined && row.start <= offset ? row : undefined
}

function checkLoopEnd(
  { instructions }: Shape, target: number, offset: number, complain: (offset: number, reason: string) => void,
): void {
  // FOR_ITER skips these two, having dropped the iterator itself.
  if (instructions[target]?.op !== opcodes.END_FOR || instructions[target + 1]?.op !== opcodes.POP_TOP) {
    complain(offset, 'FOR_ITER must lead to END_FOR and POP_TOP')
  }
}
