// Pairs of instructions that run as one: `== FIRST SECOND` in the template. The second instruction stays where it is,
// for jumps to it, and for a first half that comes to its result the long way.
import { compareOperators } from '@pellucid/opcode-spec'
import { instructions } from '@pellucid/opcode-spec/instructions'
import type { Instruction } from '@pellucid/opcode-spec'
import type { Template } from './read.ts'

/** Numbers of instructions that the machine tells apart although CPython numbers them alike (eval/decode.ts). */
export const SPLIT = { BINARY: 300, COMPARE: 340, LOAD_METHOD: 350, LOAD_GLOBAL_NULL: 351, TRAP: 352, COMPILED_LOOP: 353, COMPILED_START: 354, DROP_ITERATOR: 355 }

/** One fused case: the numbers of the pair, its body. */
export interface FusedCase {
  readonly name: string
  readonly first: number
  readonly second: number
  readonly lines: readonly string[]
}

const code = (name: string): number => {
  if (name === 'LOAD_METHOD') return SPLIT.LOAD_METHOD
  return (instructions as Record<string, Instruction>)[name]?.code as number
}

/** JavaScript's sign for a comparison of numbers. */
export const comparisonSign = (symbol: string): string => (symbol === '==' ? '===' : symbol === '!=' ? '!==' : symbol)

const jumps = [
  { name: 'POP_JUMP_IF_FALSE', whenTrue: 'ip + 1', whenFalse: '(args[ip] as number)' },
  { name: 'POP_JUMP_IF_TRUE', whenTrue: '(args[ip] as number)', whenFalse: 'ip + 1' },
]

/** All pairs: a body for `FIRST JUMP` serves both conditional jumps, one for `COMPARE JUMP` every comparison. */
export function fusedCases(template: Template): FusedCase[] {
  const found: FusedCase[] = []
  for (const [name, lines] of template) {
    const [first, second] = name.split(' ') as [string, string | undefined]
    if (second === undefined || first === 'BINARY') continue
    if (second !== 'JUMP') {
      found.push({ name, first: code(first), second: code(second), lines })
      continue
    }
    for (const jump of jumps) {
      const body = lines.map((line) => line.replace(/IF_TRUE/g, jump.whenTrue).replace(/IF_FALSE/g, jump.whenFalse))
      const pair = { second: code(jump.name) }
      if (first !== 'COMPARE') found.push({ ...pair, name: `${first} ${jump.name}`, first: code(first), lines: body })
      else {
        compareOperators.forEach((symbol, number) => {
          const filled = body.map((line) => line.replace(/SYMBOL/g, comparisonSign(symbol)))
          found.push({ ...pair, name: `COMPARE_OP ${symbol} ${jump.name}`, first: SPLIT.COMPARE + number, lines: filled })
        })
      }
    }
  }
  return found
}
