// What code generation hands to the flow graph: a flat list of instructions with labels, and what is
// known of the code unit besides.
//
// A jump holds a *label id* in `oparg` while the list is being made; `applyLabels` turns every id into the
// index of the instruction that the label marks. Pseudo instructions (SETUP_FINALLY, POP_BLOCK, JUMP,
// LOAD_CLOSURE, …) stand for themselves. No location: lineno -1, columns -1.
import type { CodeObject, CodeConstant } from '@pellucid/opcode-spec'
import type { TextConstant } from '@pellucid/primitives'
import type { ConstantCache } from './constants.ts'
import type { Block } from './flow/block.ts'

/** One instruction; also the element of the flow graph's blocks, which take these objects over. */
export class Instruction {
  opcode: number
  oparg: number
  lineno: number
  endLineno: number
  col: number
  endCol: number
  /** Where a jump or SETUP_… leads; set by the flow graph. */
  target: Block | null = null
  /** The block that handles an exception raised here; set by the flow graph. */
  handler: Block | null = null
  constructor(opcode: number, oparg: number, lineno: number, endLineno: number, col: number, endCol: number) {
    this.opcode = opcode
    this.oparg = oparg
    this.lineno = lineno
    this.endLineno = endLineno
    this.col = col
    this.endCol = endCol
  }
}

/** The instructions of one code unit in order, and where its labels point. */
export class InstructionSequence {
  readonly instructions: Instruction[] = []
  /** Label id → index into `instructions`; -1 while the label is not marked. */
  readonly labels: number[] = []
  newLabel(): number {
    return this.labels.push(-1) - 1
  }

  mark(label: number): void {
    this.labels[label] = this.instructions.length
  }

  /** Put an instruction first; every label keeps its instruction. */
  prepend(instruction: Instruction): void {
    const { labels } = this
    this.instructions.unshift(instruction)
    for (let label = 0; label < labels.length; label++) {
      const index = labels[label] as number
      if (index >= 0) labels[label] = index + 1
    }
  }

  /** Replace the label id in each jump by the index it points at; once, before the flow graph is built. */
  applyLabels(hasTarget: (opcode: number) => boolean): void {
    for (const instruction of this.instructions) {
      if (hasTarget(instruction.opcode)) instruction.oparg = this.labels[instruction.oparg] ?? -1
    }
  }
}

/** The kind of scope a code unit comes from. */
export type UnitKind =
  | 'module'
  | 'class'
  | 'function'
  | 'async function'
  | 'lambda'
  | 'comprehension'
  | 'type parameters'

/** What the emitter knows of a code unit besides its instructions. */
export interface UnitMetadata {
  readonly kind: UnitKind
  readonly name: string
  readonly qualname: string
  /** Positional parameters, positional-only ones included, as `co_argcount`. */
  readonly argcount: number
  readonly posonlyargcount: number
  readonly kwonlyargcount: number
  readonly firstlineno: number
  /** The final `co_flags`, CO_… bits, computed by the emitter. */
  readonly flags: number
  /** `co_consts` so far in order of insertion; the flow stage appends to it and drops what is unused. */
  readonly consts: CodeConstant[]
  /** `co_names` in order. */
  readonly names: readonly string[]
  /** The fast locals; the index is the oparg of LOAD_FAST. */
  readonly varnames: readonly string[]
  /** Cell variables in order; the oparg of LOAD_DEREF and friends is the index into cellvars ++ freevars. */
  readonly cellvars: readonly string[]
  readonly freevars: readonly string[]
  /** Fast locals to be marked CO_FAST_HIDDEN: those of comprehensions inlined in a module or class body. */
  readonly fastHidden: ReadonlySet<string>
  /** How many of `varnames` are set on entry: all parameters, *args and **kwargs included. */
  readonly parameterCount: number
}

/**
 * The signature of `optimizeAndAssemble`, exported by `assemble/index.ts`:
 * the flow graph's optimisations, stack depth and assembly.
 */
export type OptimizeAndAssemble = (
  unit: UnitMetadata,
  sequence: InstructionSequence,
  cache: ConstantCache,
  filename: TextConstant,
) => CodeObject
