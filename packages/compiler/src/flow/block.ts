// Basic blocks: runs of instructions entered only at the top. `next` is the block below in the final
// layout, which control falls into unless the last instruction jumps away or leaves the scope.
import { Instruction } from '../instruction.ts'
import { isScopeExit, isUnconditionalJump, NOP } from './opcodes.ts'

/** A basic block; the mutable counters belong to the passes that name them. */
export class Block {
  instructions: Instruction[] = []
  next: Block | null = null
  /** The id a jump names it by, -1 when nothing jumps here. */
  label = -1
  predecessors = 0
  /** Stack depth on entry, -1 while unknown. */
  startDepth = -1
  /** The handler pushes the index of the raising instruction (SETUP_WITH, SETUP_CLEANUP). */
  preservesLasti = false
  isHandler = false
  visited = false
  cold = false
  warm = false
  /** Fast locals 0–31 and 32–63 that may be unbound on entry, one bit each. */
  unboundLow = 0
  unboundHigh = 0
  /** Set by the assembler: index of the first instruction, and its offset in code units. */
  index = 0

  get last(): Instruction | undefined {
    const { instructions } = this
    return instructions.length > 0 ? instructions[instructions.length - 1] : undefined
  }

  /** Whether control can run off the end into `next`. */
  get fallsThrough(): boolean {
    const { last } = this
    return last === undefined || !(isScopeExit(last.opcode) || isUnconditionalJump(last.opcode))
  }

  get exitsScope(): boolean {
    const { last } = this
    return last !== undefined && isScopeExit(last.opcode)
  }

  /** Whether no instruction has a line. */
  get hasNoLine(): boolean {
    for (const instruction of this.instructions) if (instruction.lineno >= 0) return false
    return true
  }

  addJump(opcode: number, target: Block, at: Instruction | undefined): Instruction {
    const jump =
      at === undefined
        ? new Instruction(opcode, target.label, -1, -1, -1, -1)
        : new Instruction(opcode, target.label, at.lineno, at.endLineno, at.col, at.endCol)
    jump.target = target
    this.instructions.push(jump)
    return jump
  }
}

/** Turn the instruction into a NOP that keeps its line. */
export function erase(instruction: Instruction): void {
  instruction.opcode = NOP
  instruction.oparg = 0
}

export function copyLocation(from: Instruction, to: Instruction): void {
  to.lineno = from.lineno
  to.endLineno = from.endLineno
  to.col = from.col
  to.endCol = from.endCol
}

export function copyInstruction(from: Instruction): Instruction {
  const copy = new Instruction(from.opcode, from.oparg, from.lineno, from.endLineno, from.col, from.endCol)
  copy.target = from.target
  copy.handler = from.handler
  return copy
}

/** The block itself, or the first one below it that is not empty. */
export function skipEmpty(block: Block | null): Block | null {
  while (block !== null && block.instructions.length === 0) block = block.next
  return block
}

/** One more than the highest label in use. */
export function nextFreeLabel(entry: Block): number {
  let highest = -1
  for (let block: Block | null = entry; block !== null; block = block.next) {
    if (block.label > highest) highest = block.label
  }
  return highest + 1
}

/** Clear the `visited` marks before a traversal. */
export function clearVisited(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) block.visited = false
}
