// A look between the stages of the compiler, for explanations and for the curious.
import { fromJson, toJson } from '@pellucid/ast'
import type { Node, mod } from '@pellucid/ast'
import type { CodeObject } from '@pellucid/opcode-spec'
import { optimizeAndAssemble } from './assemble/index.ts'
import { type CompileOptions, compileWatched } from './compile.ts'
import type { PassReport } from './flow/index.ts'
import { hasTarget } from './flow/opcodes.ts'
import type { InstructionSequence, UnitKind } from './instruction.ts'

/** An instruction as the emitter made it. */
export interface EmittedInstruction {
  readonly opcode: number
  /** For a jump the index of the instruction it goes to. */
  readonly oparg: number
  readonly isJump: boolean
  readonly lineno: number
  readonly endLineno: number
  readonly col: number
  readonly endCol: number
}

/** What became of one code unit. */
export interface UnitReport {
  readonly kind: UnitKind
  readonly name: string
  readonly qualname: string
  /** The constants and names that the instructions index. */
  readonly consts: CodeObject['consts']
  readonly names: readonly string[]
  readonly emitted: readonly EmittedInstruction[]
  /** One report for each pass over the flow graph, in order, with the reason for each change. */
  readonly flow: readonly PassReport[]
  readonly code: CodeObject
}

/** All stages of a compilation. */
export interface CompilationReport {
  /** The tree as given, and as folding left it. */
  readonly tree: mod
  readonly folded: mod
  /** The code units in the order of assembly, inner before outer. */
  readonly units: readonly UnitReport[]
  readonly code: CodeObject
}

function viewEmitted(sequence: InstructionSequence): EmittedInstruction[] {
  return sequence.instructions.map(({ opcode, oparg, lineno, endLineno, col, endCol }) => {
    const isJump = hasTarget(opcode)
    const target = isJump ? (sequence.labels[oparg] ?? -1) : oparg
    return { opcode, oparg: target, isJump, lineno, endLineno, col, endCol }
  })
}

/**
 * Compile a tree and keep what each stage made of it. The tree itself is left as it is.
 *
 * @example
 * const report = explainTree(parse('x = 1 + 2'), 'sum.py')
 * report.units[0]?.flow.map((pass) => pass.name) // ['label handlers', 'inline exits', …]
 */
export function explainTree(tree: mod, filename: string, options: CompileOptions = {}): CompilationReport {
  const units: UnitReport[] = []
  // Folding works in place.
  const folded = fromJson(toJson(tree as Node)) as mod
  const code = compileWatched(folded, filename, options, {
    assemble(unit, sequence, cache, name) {
      const { kind, qualname, names } = unit
      const consts = [...unit.consts]
      const emitted = viewEmitted(sequence)
      const flow: PassReport[] = []
      const observer = { pass: (report: PassReport) => void flow.push(report) }
      const made = optimizeAndAssemble(unit, sequence, cache, name, observer)
      units.push({ kind, name: unit.name, qualname, consts, names, emitted, flow, code: made })
      return made
    },
  })
  return { tree, folded, units, code }
}
