// Which instructions `run` does itself, numbered without gaps, so that its switch is one jump table.
import { binaryOperators, compareOperators } from '@pellucid/opcode-spec'
import type { Instruction } from '@pellucid/opcode-spec'
import { instructions, real } from '@pellucid/opcode-spec/instructions'
import { header, Writer } from '../writer.ts'
import { comparisonSign, fusedCases, SPLIT } from './fusions.ts'
import type { LoopTemplate } from './read.ts'

/** A case of `run`: the instructions (or the pair) that decode to its number. */
export interface NumberedCase {
  readonly name: string
  readonly number: number
  readonly lines: readonly string[]
  readonly codes: readonly number[]
  readonly pair?: readonly [number, number]
}

type Unnumbered = Omit<NumberedCase, 'number'>

/** `x += y` asks for the in-place slot only where the fast ways end, so both forms share a case. */
function binaryCases({ loop }: LoopTemplate): Unnumbered[] {
  const bySymbol = new Map<string, number[]>()
  binaryOperators.forEach(([, symbol], number) => {
    const plain = loop.has(`BINARY ${symbol.replace(/=$/, '')}`) ? symbol.replace(/=$/, '') : 'other'
    bySymbol.set(plain, [...(bySymbol.get(plain) ?? []), SPLIT.BINARY + number])
  })
  return [...bySymbol].map(([symbol, codes]) => ({ name: `BINARY_OP ${symbol}`, codes, lines: loop.get(`BINARY ${symbol}`) ?? [] }))
}

/** Every case, in the order of its number. */
export function numberedCases(template: LoopTemplate): NumberedCase[] {
  const { loop } = template
  const plain = (Object.entries(instructions) as [string, Instruction][]).flatMap(([name, { code }]): Unnumbered[] => {
    const lines = loop.get(name)
    return name in real && lines !== undefined ? [{ name, codes: [code], lines }] : []
  })
  const split = [
    { name: 'LOAD_ATTR of a method', codes: [SPLIT.LOAD_METHOD], lines: loop.get('LOAD_METHOD') ?? [] },
    { name: 'LOAD_GLOBAL of a callable', codes: [SPLIT.LOAD_GLOBAL_NULL], lines: loop.get('LOAD_GLOBAL_NULL') ?? [] },
    { name: 'TRAP', codes: [SPLIT.TRAP], lines: loop.get('TRAP') ?? [] },
    { name: 'JUMP_BACKWARD into compiled code', codes: [SPLIT.COMPILED_LOOP], lines: loop.get('COMPILED_LOOP') ?? [] },
    { name: 'RESUME into compiled code', codes: [SPLIT.COMPILED_START], lines: loop.get('COMPILED_START') ?? [] },
  ]
  const compare = compareOperators.map((symbol, number) => ({
    name: `COMPARE_OP ${symbol}`,
    codes: [SPLIT.COMPARE + number],
    lines: (loop.get('COMPARE') ?? []).map((line) => line.replace(/SYMBOL/g, comparisonSign(symbol))),
  }))
  const fused = fusedCases(loop).map(({ name, first, second, lines }) => ({ name, codes: [], pair: [first, second] as const, lines }))
  return [...plain, ...split, ...binaryCases(template), ...compare, ...fused].map((one, number) => ({ ...one, number }))
}

/** The tables by which decode.ts finds them. */
export function emitNumbering(cases: readonly NumberedCase[], source: string): string {
  const w = new Writer()
  w.line("/** Numbers of the loop's cases, by opcode or `Split` number. */")
  w.block('export const numbering: ReadonlyMap<number, number> = new Map([', () => {
    for (const { name, codes, number } of cases) for (const code of codes) w.line(`[${code}, ${number}], // ${name}`)
  }, '])')
  w.line().line('/** The number of a case that does two instructions, by theirs: `first * 1024 + second`. */')
  w.block('export const fusions: ReadonlyMap<number, number> = new Map([', () => {
    for (const { name, number, pair } of cases) if (pair !== undefined) w.line(`[${pair[0] * 1024 + pair[1]}, ${number}], // ${name}`)
  }, '])')
  return header('loop', source) + w.toString()
}
