// Whom a new generator is for. What a call has just made for a `for` loop, the loop's place on the value stack holds alone:
// no name leads to it. So it is with what goes into an iterator that shows it to nobody (`enumerate(g())`, `zip(g(), h())`),
// or is the first iterable of a generator expression, where that in turn is for a loop alone. Such generators are closed
// with the loop (eval/dropped).
import { hasJump, opcodes, stackInputs, stackOutputs } from '@pellucid/opcode-spec'
import type { PyCode } from '../data/code.ts'
import { PyFunction } from '../data/callables.ts'
import { Exit, type Owner, type PyFrame } from '../data/frame.ts'
import { PyType } from '../data/type.ts'
import type { Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { decode } from './decode.ts'
import { argumentAt, opcodeAt } from './written.ts'

/** Who owns the generator that `frame` returns, from the next instruction on. */
export function ownerOf({ back, exit }: PyFrame, py: Thread): Owner | undefined {
  // A trace function is shown what is returned; bytecode from elsewhere may copy it.
  if (back === undefined || exit !== Exit.PUSH || py.tracing.wanted || !back.code.trusted) return undefined
  const way = wayToLoop(back.code, back.ip)
  if (way === 'elsewhere') return undefined
  if (way.length === 0) return 'loop'
  return way.every((below) => keepsToItself(back.slots[back.sp - below])) ? 'iterator' : undefined
}

/** The code of a generator expression: the first place of its stack is its loop's. */
export const isGenexp = (code: PyCode): boolean => code.data.name === '<genexpr>'

function keepsToItself(callable: Value | undefined): boolean {
  if (callable instanceof PyType) return callable.keepsToItself
  return callable instanceof PyFunction && isGenexp(callable.code)
}

/** The calls that a value comes to on its way to a loop, by how far below it the callable lies; or it goes elsewhere, as far as we see. */
type Way = readonly number[] | 'elsewhere'

/** The way of what an instruction is about to find on top of the stack. */
function wayToLoop(code: PyCode, at: number): Way {
  const ways = (decode(code).ways ??= new Map<number, Way>())
  let way = ways.get(at)
  if (way === undefined) ways.set(at, (way = findWay(code, at)))
  return way
}

function findWay(code: PyCode, start: number): Way {
  const callables: number[] = []
  // Places count from that of the generator: the value that holds it by now, and the first free one.
  let place = 0
  let free = 1
  for (let at = start; ; at++) {
    const op = opcodeAt(code, at)
    if (op === undefined || hasJump(op)) return 'elsewhere'
    const oparg = argumentAt(code, at)
    const first = free - stackInputs(op, oparg)
    if (first <= place) {
      if (op === opcodes.GET_ITER) {
        const next = opcodeAt(code, at + 1)
        if (next === opcodes.FOR_ITER || next === opcodes.LOAD_FAST_AND_CLEAR) return callables
        // Else it is for a generator expression, which is called next.
        if (next !== opcodes.CALL || argumentAt(code, at + 1) !== 0) return 'elsewhere'
      } else if ((op === opcodes.CALL || op === opcodes.CALL_KW) && first < place) {
        callables.push(-first)
        place = first
      } else return 'elsewhere'
    }
    free = first + stackOutputs(op, oparg)
  }
}
