// Writes a unit's code: the region that its entry reaches, for the frame that is at hand.
import { opcodes } from '@pellucid/opcode-spec'
import type { PyFrame } from '../data/frame.ts'
import type { Value } from '../data/values.ts'
import type { PyFunction } from '../data/callables.ts'
import { Assembly } from './assembly.ts'
import type { Direct, DirectCode } from './direct.ts'
import { emitters } from './emitters.ts'
import { environment } from './environment.ts'
import type { Experience } from './experience.ts'
import { instructionsOf, isBranch, type Instruction } from './instructions.ts'
import { boxedFloat, item, kindOf, testOf, type Item, type Kind } from './item.ts'
import { regionFrom, type Block } from './region.ts'
import { Structure } from './structure.ts'
import type { Code, Unit } from './unit.ts'

/** Native code that has called itself so deep may be near the end of JavaScript's stack: only the interpreter notices in time. */
const DEEP = 100
/** Regions beyond this many instructions are not compiled: V8 optimises no function of more than 60 KB. */
const LARGEST = 1_000
/** Entries after which is judged whether it pays: of a unit, of a function without a frame. */
const [TRIAL, DIRECT_TRIAL] = [200, 1_000]
/** Kinds that are expected of a variable for as long as the code runs, not just where it is used. */
const lasting = new Set<Kind>(['int', 'float', 'str', 'list', 'tuple', 'dict', 'range iterator', 'list iterator', 'tuple iterator'])

const endsCode = (op: number): boolean => !isBranch(op) && !emitters.has(op)

/** What is written once, and what is written again until nothing new is learned. */
interface Draft {
  readonly assembly: Assembly
  readonly head: readonly string[]
  readonly variables: ReadonlySet<string>
}

/** What holds where the code is entered. */
interface Entry {
  readonly items: readonly Item[]
  readonly lines: readonly string[]
}

function draft(unit: Experience, start: number, seen: readonly (Value | undefined)[], entryOf: (a: Assembly, reads: ReadonlySet<number>) => Entry): Draft | undefined {
  const code = instructionsOf(unit.code)
  const blocks = regionFrom(start, code, endsCode)
  if (blocks === undefined || sizeOf(blocks) > LARGEST) return undefined
  const assembly = new Assembly(unit, seen)
  const structure = new Structure(assembly, code, blocks)
  const reads = used(code, blocks)
  for (;;) {
    assembly.restart()
    structure.variables.clear()
    const { items, lines } = entryOf(assembly, reads)
    const { result } = unit
    const learned = structure.write(items, items.map(() => true))
    if (!learned && result === unit.result) return { assembly, head: lines, variables: structure.variables }
  }
}

/** The code of a unit; undefined when there can be none. */
export function write(unit: Unit, frame: PyFrame): Code | undefined {
  const drawn = draft(unit, unit.entry, frame.slots, (_, reads) => slotsAtEntry(unit, frame, reads))
  if (drawn === undefined) return undefined
  return build(unit, drawn, 'py, frame, s, room', [
    `if (frame.globals !== G || frame.builtins !== B || py.nativeDepth > ${DEEP}) return undefined`,
    'let budget = R.budget',
    ...drawn.head,
    ...declare(drawn.variables, frame.sp, drawn.head),
    `if (++U.entries === ${TRIAL}) U.judge()`,
    'U.spent += budget',
  ]) as Code
}

/** The code of a function without a frame. */
export function writeDirect(direct: Direct, func: PyFunction, args: readonly (Value | undefined)[]): DirectCode | undefined {
  const { length } = direct.code.data.localsplusnames
  const cells = func.closure ?? []
  const seen = Array.from({ length }, (_, i) => args[i] ?? cells[i - length + cells.length])
  const items = seen.map((sample, i) => (i < args.length ? item(`l${i}`, 'any', sample) : item('undefined', 'unbound')))
  const drawn = draft(direct, 0, seen, () => ({ items, lines: [] }))
  if (drawn === undefined || !reaches(drawn.assembly, instructionsOf(direct.code))) return undefined
  const parameters = args.map((_, i) => `l${i}`).join(', ')
  return build(direct, drawn, `py, room, func${args.length > 0 ? ', ' : ''}${parameters}`, [
    ...declare(drawn.variables, args.length, []),
    `if (++U.entries === ${DIRECT_TRIAL}) U.judge()`,
  ]) as DirectCode
}

/** Where the code needs a frame, it had better not be on the way to every end. */
const reaches = ({ needs, answers }: Assembly, code: readonly Instruction[]): boolean =>
  needs === 0 || answers >= code.filter(({ op }) => op === opcodes.RETURN_VALUE || op === opcodes.RETURN_CONST).length

const sizeOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { start, last }) => sum + last - start + 1, 0)

/** Locals that are read in the region. */
function used(code: readonly Instruction[], blocks: readonly Block[]): Set<number> {
  const found = new Set<number>()
  for (const { start, last } of blocks) {
    for (const { op, arg } of code.slice(start, last + 1)) {
      if (op === opcodes.LOAD_FAST || op === opcodes.LOAD_FAST_CHECK) found.add(arg)
      else if (op === opcodes.LOAD_FAST_LOAD_FAST) found.add(arg >> 4).add(arg & 15)
      else if (op === opcodes.STORE_FAST_LOAD_FAST) found.add(arg & 15)
    }
  }
  return found
}

/** The frame's slots as variables, tested to be of the kinds that they are now. */
function slotsAtEntry(unit: Unit, frame: PyFrame, reads: ReadonlySet<number>): Entry {
  const places = unit.code.data.localsplusnames.length
  const lines: string[] = []
  const items: Item[] = []
  for (let i = 0; i < frame.sp; i++) {
    const sample = frame.slots[i]
    const kind = kindOf(sample)
    const expected = lasting.has(kind) && !unit.generic.has(~i) && (i >= places || reads.has(i))
    if (!expected) lines.push(`let l${i} = s[${i}]`)
    else {
      lines.push(`if (!(${testOf(`s[${i}]`, kind)})) { U.fail(${~i}); return undefined }`)
      lines.push(kind === 'float' ? `let b${i} = s[${i}], l${i} = b${i}.value` : `let l${i} = s[${i}]`)
    }
    items.push(expected && kind === 'float' ? boxedFloat(`l${i}`, `b${i}`, sample) : item(`l${i}`, expected ? kind : 'any', sample))
  }
  return { items, lines }
}

/** Variables of slots that the head does not have, which has the first ones. */
function declare(variables: ReadonlySet<string>, there: number, head: readonly string[]): string[] {
  const has = (name: string): boolean =>
    name.startsWith('l') ? Number(name.slice(1)) < there : head.some((line) => line.startsWith(`let ${name} =`))
  const missing = [...variables].filter((name) => !has(name))
  return missing.length > 0 ? [`var ${missing.join(', ')}`] : []
}

function build(unit: Experience, drawn: Draft, parameters: string, head: readonly string[]): unknown {
  const { lines, constants, ways } = drawn.assembly
  const names = environment()
  const text = [
    `const { ${Object.keys(names).join(', ')} } = E`,
    ...constants.map((_, i) => `const k${i} = K[${i}]`),
    `return function compiled(${parameters}) {`,
    ...head,
    ...lines,
    '}',
  ].join('\n')
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- compiling is what this folder is for
  return (new Function('E', 'K', 'U', 'W', 'G', 'B', text) as (...args: unknown[]) => unknown)(names, constants, unit, ways, unit.globals, unit.builtins)
}
