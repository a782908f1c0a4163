// Fast locals, cells and free variables share one array at run time. A parameter that is also a cell keeps
// its own slot; the others follow the locals. The instructions that prepare the frame come first of all.
import { Instruction, type UnitMetadata } from '../instruction.ts'
import type { Block } from './block.ts'
import type { FlowGraph } from './graph.ts'
import {
  COPY_FREE_VARS,
  DELETE_DEREF,
  LOAD_CLOSURE,
  LOAD_DEREF,
  LOAD_FROM_DICT_OR_DEREF,
  MAKE_CELL,
  POP_TOP,
  RETURN_GENERATOR,
  STORE_DEREF,
} from './opcodes.ts'

/** CO_GENERATOR, CO_COROUTINE and CO_ASYNC_GENERATOR. */
const suspendable = 0x20 | 0x80 | 0x200

function prefix(unit: UnitMetadata, slots: Int32Array): Instruction[] {
  const instructions: Instruction[] = []
  if (unit.freevars.length > 0) {
    instructions.push(new Instruction(COPY_FREE_VARS, unit.freevars.length, -1, -1, -1, -1))
  }
  const cells = unit.cellvars.map((_, i) => i).sort((a, b) => slots[a]! - slots[b]!)
  for (const cell of cells) instructions.push(new Instruction(MAKE_CELL, cell, -1, -1, -1, -1))
  if ((unit.flags & suspendable) !== 0) {
    const line = unit.firstlineno
    instructions.push(
      new Instruction(RETURN_GENERATOR, 0, line, line, -1, -1),
      new Instruction(POP_TOP, 0, line, line, -1, -1),
    )
  }
  return instructions
}

/** Insert the prefix and number all cell accesses; returns how many slots the frame needs. */
export function placeCells(graph: FlowGraph, unit: UnitMetadata): number {
  const localCount = unit.varnames.length
  const cellCount = unit.cellvars.length
  const count = cellCount + unit.freevars.length
  const slots = new Int32Array(count)
  for (let i = 0; i < count; i++) slots[i] = localCount + i
  if (cellCount > 0) {
    const localIndex = new Map<string, number>()
    for (let i = 0; i < localCount; i++) localIndex.set(unit.varnames[i]!, i)
    for (let i = 0; i < cellCount; i++) {
      const local = localIndex.get(unit.cellvars[i]!)
      if (local !== undefined) slots[i] = local
    }
  }
  const opening = prefix(unit, slots)
  if (opening.length > 0) graph.entry.instructions = opening.concat(graph.entry.instructions)
  if (graph.note !== undefined) for (const instruction of opening) graph.note(instruction, 'prepares the frame')
  if (count === 0) return localCount

  let shared = 0
  for (let i = 0; i < count; i++) {
    if (slots[i] === localCount + i) slots[i]! -= shared
    else shared++
  }
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      switch (instruction.opcode) {
        case MAKE_CELL:
        case LOAD_CLOSURE:
        case LOAD_DEREF:
        case STORE_DEREF:
        case DELETE_DEREF:
        case LOAD_FROM_DICT_OR_DEREF:
          instruction.oparg = slots[instruction.oparg]!
          graph.note?.(instruction, 'cells and free variables come behind the locals')
      }
    }
  }
  return localCount + count - shared
}
