// The depth of the stack along every path. At a protected instruction control may also go to its
// handler, where the stack is cut to the row's depth and f_lasti (if asked for) and the exception
// are pushed.
import type { CodeObject } from '../code-object.ts'
import type { ExceptionEntry } from '../exception-table.ts'
import { endsFlow } from '../opcodes.ts'
import { stackInputs, stackOutputs } from '../stack-effect.ts'
import { opcodes } from '../versions/3.13/index.ts'
import type { Complaint, Shape } from './complaint.ts'
import { landing, tables } from './tables.ts'

const UNSEEN = -1

/** Says where the stack is too low, too high, or of two depths. */
export function checkStack(code: CodeObject, shape: Shape, complaints: Complaint[]): void {
  const { count, ops, opargs, offsets, indexAt, handlers } = shape
  const { steps } = tables()
  const depths = new Int32Array(count).fill(UNSEEN)
  const pending: number[] = []
  const complain = (offset: number, reason: string): void => void complaints.push({ offset, reason })

  const reach = (index: number, depth: number, from: number): void => {
    const known = depths[index]
    if (known === undefined) complain(from, 'control runs off the end of the code')
    else if (known === UNSEEN) {
      depths[index] = depth
      pending.push(index)
    } else if (known !== depth) {
      complain(offsets[index] as number, `stack depth ${depth} from ${from}, but ${known} elsewhere`)
    }
  }

  reach(0, 0, 0)
  for (let index = pending.pop(); index !== undefined && complaints.length < 20; index = pending.pop()) {
    const depth = depths[index] as number
    const op = ops[index] as number
    const oparg = opargs[index] as number
    const offset = offsets[index] as number
    const taken = stackInputs(op, oparg)
    if (taken > depth) {
      complain(offset, `needs ${taken} values, the stack has ${depth}`)
      continue
    }
    const handler = handlers.length === 0 ? undefined : handlerOf(handlers, offset)
    if (handler !== undefined) {
      if (depth < handler.depth) {
        complain(offset, `the handler expects ${handler.depth} values, there are ${depth}`)
      }
      reach(indexAt[handler.target >> 1] ?? UNSEEN, handler.depth + (handler.lasti ? 2 : 1), offset)
    }
    // The same where it jumps: only pseudo instructions have two effects.
    const after = depth - taken + stackOutputs(op, oparg)
    if (after > code.stacksize) {
      complain(offset, `stack depth ${after} exceeds stacksize ${code.stacksize}`)
      continue
    }
    if (steps[op] !== 0) {
      const target = landing(shape, index)
      if (op === opcodes.FOR_ITER) checkLoopEnd(shape, target, offset, complain)
      reach(target, after, offset)
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
  { count, ops }: Shape, target: number, offset: number, complain: (offset: number, reason: string) => void,
): void {
  // FOR_ITER skips these two, having dropped the iterator itself.
  if (target + 1 >= count || ops[target] !== opcodes.END_FOR || ops[target + 1] !== opcodes.POP_TOP) {
    complain(offset, 'FOR_ITER must lead to END_FOR and POP_TOP')
  }
}
