// Watching the passes: what the graph looked like before and after each, and why each change was made.
// Nothing here runs unless an observer is given.
import type { Instruction } from '../instruction.ts'
import type { Block } from './block.ts'
import type { FlowGraph } from './graph.ts'
import { hasTarget } from './opcodes.ts'

/** An instruction as plain data; `id` stays the same from pass to pass. */
export interface InstructionView {
  readonly id: number
  readonly opcode: number
  readonly oparg: number
  readonly lineno: number
  readonly endLineno: number
  readonly col: number
  readonly endCol: number
  /** Number of the block that a jump or SETUP_… names, else -1. */
  readonly target: number
  /** Number of the block that handles an exception, else -1. */
  readonly handler: number
}

/** A basic block as plain data; `id` stays the same from pass to pass. */
export interface BlockView {
  readonly id: number
  readonly instructions: readonly InstructionView[]
  /** The block that control falls into, -1 when it cannot. */
  readonly next: number
  readonly startDepth: number
  readonly isHandler: boolean
  readonly cold: boolean
}

/** One change: what it concerns and the reason. */
export interface Change {
  /** The instruction, or -1 for a whole block. */
  readonly instruction: number
  /** The block, or -1 for an instruction. */
  readonly block: number
  readonly reason: string
}

/** What one pass did. */
export interface PassReport {
  readonly name: string
  readonly before: readonly BlockView[]
  readonly after: readonly BlockView[]
  readonly changes: readonly Change[]
}

/** Receives one report a pass, in order. */
export interface FlowObserver {
  pass(report: PassReport): void
}

/** Numbers that objects keep for as long as they are watched. */
export class ObjectIds {
  private readonly ids = new Map<object, number>()
  of(value: object): number {
    let id = this.ids.get(value)
    if (id === undefined) this.ids.set(value, (id = this.ids.size))
    return id
  }
}

/** The graph as plain data, in layout order. */
export function viewBlocks(entry: Block, blockIds: ObjectIds, instructionIds: ObjectIds): BlockView[] {
  const idOf = (block: Block | null): number => (block === null ? -1 : blockIds.of(block))
  const viewInstruction = (instruction: Instruction): InstructionView => ({
    id: instructionIds.of(instruction),
    opcode: instruction.opcode,
    oparg: instruction.oparg,
    lineno: instruction.lineno,
    endLineno: instruction.endLineno,
    col: instruction.col,
    endCol: instruction.endCol,
    target: hasTarget(instruction.opcode) ? idOf(instruction.target) : -1,
    handler: idOf(instruction.handler),
  })
  const views: BlockView[] = []
  for (let block: Block | null = entry; block !== null; block = block.next) {
    views.push({
      id: blockIds.of(block),
      instructions: block.instructions.map(viewInstruction),
      next: block.fallsThrough ? idOf(block.next) : -1,
      startDepth: block.startDepth,
      isHandler: block.isHandler,
      cold: block.cold,
    })
  }
  return views
}

/** Wraps the observer for one graph: `run` performs a pass and reports it. */
export class PassWatcher {
  private readonly observer: FlowObserver
  private readonly blockIds = new ObjectIds()
  private readonly instructionIds = new ObjectIds()
  constructor(observer: FlowObserver) {
    this.observer = observer
  }

  run(name: string, graph: FlowGraph, pass: () => void): void {
    const changes: Change[] = []
    const before = viewBlocks(graph.entry, this.blockIds, this.instructionIds)
    graph.note = (instruction, reason) => {
      changes.push({ instruction: this.instructionIds.of(instruction), block: -1, reason })
    }
    graph.noteBlock = (block, reason) => {
      changes.push({ instruction: -1, block: this.blockIds.of(block), reason })
    }
    pass()
    graph.note = graph.noteBlock = undefined
    const after = viewBlocks(graph.entry, this.blockIds, this.instructionIds)
    this.observer.pass({ name, before, after, changes })
  }
}
