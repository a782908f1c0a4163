// What the passes work on: the blocks of one code unit, its constants, and the optional observer.
import type { CodeConstant } from '@pellucid/opcode-spec'
import type { ConstantCache } from '../constants.ts'
import type { Instruction } from '../instruction.ts'
import type { Block } from './block.ts'

/** Told of each change while a pass runs; absent unless somebody watches. */
export type Note = (instruction: Instruction, reason: string) => void
export type NoteBlock = (block: Block, reason: string) => void

/** The control flow graph of one code unit. */
export class FlowGraph {
  entry: Block
  readonly consts: CodeConstant[]
  readonly cache: ConstantCache
  note: Note | undefined = undefined
  noteBlock: NoteBlock | undefined = undefined
  private constantIndex: Map<CodeConstant, number> | undefined = undefined

  constructor(entry: Block, consts: CodeConstant[], cache: ConstantCache) {
    this.entry = entry
    this.consts = consts
    this.cache = cache
  }

  /** Tells the observer of one reason for changes to several instructions. */
  noteAll(instructions: readonly Instruction[], reason: string): void {
    if (this.note !== undefined) for (const instruction of instructions) this.note(instruction, reason)
  }

  /** The index of the constant in `co_consts`, appended when it is new. */
  constant(value: CodeConstant): number {
    const merged = this.cache.merge(value)
    let indices = this.constantIndex
    if (indices === undefined) {
      indices = this.constantIndex = new Map()
      for (let i = this.consts.length - 1; i >= 0; i--) indices.set(this.consts[i] as CodeConstant, i)
    }
    let index = indices.get(merged)
    if (index === undefined) indices.set(merged, (index = this.consts.push(merged) - 1))
    return index
  }
}
