// SWAPs. A run of them is a permutation, which is rebuilt with the fewest SWAPs; one followed by stores
// that only pop is carried out now, by exchanging the stores.
import type { Instruction } from '../instruction.ts'
import { erase } from './block.ts'
import type { FlowGraph } from './graph.ts'
import { NOP, POP_TOP, STORE_FAST, STORE_FAST_MAYBE_NULL, SWAP } from './opcodes.ts'

const visited = -1

/** Rebuild the run of SWAPs and NOPs that starts at `start`; returns the index of the last one looked at. */
function shortenRun(graph: FlowGraph, instructions: readonly Instruction[], start: number): number {
  let depth = instructions[start]!.oparg
  let end = start
  let several = false
  while (++end < instructions.length) {
    const { opcode, oparg } = instructions[end]!
    if (opcode === SWAP) {
      if (oparg > depth) depth = oparg
      several = true
    } else if (opcode !== NOP) {
      break
    }
  }
  if (!several) return start

  const stack = Array.from({ length: depth }, (_, i) => i)
  for (let i = start; i < end; i++) {
    const { opcode, oparg } = instructions[i]!
    if (opcode !== SWAP) continue
    const top = stack[0]!
    stack[0] = stack[oparg - 1]!
    stack[oparg - 1] = top
  }
  // A permutation is a set of cycles. A SWAP always involves the top, so each cycle is led through it; the
  // steps that would undo the permutation, written from the end of the run backwards, make it.
  let current = end - 1
  for (let i = 0; i < depth; i++) {
    if (stack[i] === visited || stack[i] === i) continue
    let j = i
    for (;;) {
      if (j > 0) {
        const swap = instructions[current--]!
        swap.opcode = SWAP
        swap.oparg = j + 1
        graph.note?.(swap, 'the run of SWAPs is written anew, with as few as it needs')
      }
      if (stack[j] === visited) break
      const following = stack[j]!
      stack[j] = visited
      j = following
    }
  }
  for (; current >= start; current--) {
    graph.note?.(instructions[current]!, 'the run of SWAPs needs fewer')
    erase(instructions[current]!)
  }
  return end - 1
}

function isPopping(opcode: number): boolean {
  return opcode === STORE_FAST || opcode === STORE_FAST_MAYBE_NULL || opcode === POP_TOP
}

/** The next instruction that only pops the top; -1 if one of another kind or line comes first. */
function nextPopping(instructions: readonly Instruction[], i: number, line: number): number {
  while (++i < instructions.length) {
    const instruction = instructions[i]!
    if (line >= 0 && instruction.lineno !== line) return -1
    if (instruction.opcode === NOP) continue
    return isPopping(instruction.opcode) ? i : -1
  }
  return -1
}

function storedLocal(instruction: Instruction): number {
  const { opcode } = instruction
  return opcode === STORE_FAST || opcode === STORE_FAST_MAYBE_NULL ? instruction.oparg : -1
}

/** Whether exchanging j and k would change which store to a local is the last. */
function storesClash(instructions: readonly Instruction[], j: number, k: number): boolean {
  const atJ = storedLocal(instructions[j]!)
  const atK = storedLocal(instructions[k]!)
  if (atJ < 0 && atK < 0) return false
  if (atJ === atK) return true
  for (let i = j + 1; i < k; i++) {
    const between = storedLocal(instructions[i]!)
    if (between >= 0 && (between === atJ || between === atK)) return true
  }
  return false
}

/** Carry out the SWAPs at and before i on the popping instructions after them. */
function applySwaps(graph: FlowGraph, instructions: Instruction[], i: number): void {
  for (; i >= 0; i--) {
    const swap = instructions[i]!
    if (swap.opcode !== SWAP) {
      if (swap.opcode === NOP || isPopping(swap.opcode)) continue
      return
    }
    const j = nextPopping(instructions, i, -1)
    if (j < 0) return
    let k = j
    const line = instructions[j]!.lineno
    for (let count = swap.oparg - 1; count > 0; count--) {
      k = nextPopping(instructions, k, line)
      if (k < 0) return
    }
    if (storesClash(instructions, j, k)) return
    graph.note?.(swap, 'the stores after it change places instead')
    erase(swap)
    const store = instructions[j]!
    if (graph.note) graph.noteAll([store, instructions[k]!], 'a SWAP before it is carried out now')
    instructions[j] = instructions[k]!
    instructions[k] = store
  }
}

/** Shorten and carry out all SWAPs of a block. */
export function reduceSwaps(graph: FlowGraph, instructions: Instruction[]): void {
  for (let i = 0; i < instructions.length; i++) {
    if (instructions[i]!.opcode !== SWAP) continue
    i = shortenRun(graph, instructions, i)
    applySwaps(graph, instructions, i)
  }
}
