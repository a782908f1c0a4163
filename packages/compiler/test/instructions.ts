// Instruction lists for tests, written as text: `name argument`, a label as `name:`, a jump as `JUMP name`.
// `@n` at the end of a line gives its source line.
import { opcodes, opname } from '@pellucid/opcode-spec'
import type { CodeConstant } from '@pellucid/opcode-spec'
import { ConstantCache } from '../src/constants.ts'
import type { Block } from '../src/flow/block.ts'
import { buildBlocks } from '../src/flow/build.ts'
import { FlowGraph } from '../src/flow/graph.ts'
import { hasTarget } from '../src/flow/opcodes.ts'
import { optimizeGraph } from '../src/flow/passes.ts'
import { Instruction, InstructionSequence, type UnitMetadata } from '../src/instruction.ts'

export function sequence(text: string): InstructionSequence {
  const made = new InstructionSequence()
  const labels = new Map<string, number>()
  const label = (name: string): number => {
    let id = labels.get(name)
    if (id === undefined) labels.set(name, (id = made.newLabel()))
    return id
  }
  for (const line of text.trim().split('\n')) {
    const words = line.trim().split(/\s+/)
    const first = words[0]!
    if (first === '') continue
    if (first.endsWith(':')) {
      made.mark(label(first.slice(0, -1)))
      continue
    }
    const at = words.find((word) => word.startsWith('@'))
    const lineno = at === undefined ? -1 : Number(at.slice(1))
    const argument = words[1] === undefined || words[1] === at ? '0' : words[1]
    const opcode = opcodes[first as keyof typeof opcodes]
    const oparg = hasTarget(opcode) ? label(argument) : Number(argument)
    const column = lineno < 0 ? -1 : 0
    made.instructions.push(new Instruction(opcode, oparg, lineno, lineno, column, column))
  }
  return made
}

/** The blocks as text, one line an instruction, jumps as `JUMP →index`. */
export function render(entry: Block): string[] {
  let index = 0
  for (let block: Block | null = entry; block !== null; block = block.next) {
    block.index = index
    index += block.instructions.length
  }
  const lines: string[] = []
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const { opcode, oparg, target, lineno } of block.instructions) {
      const plain = oparg > 0 ? ` ${oparg}` : ''
      const argument = target !== null && hasTarget(opcode) ? ` →${target.index}` : plain
      lines.push(`${opname[opcode]}${argument}${lineno >= 0 ? ` @${lineno}` : ''}`)
    }
  }
  return lines
}

/** What the passes make of the list. */
export function optimized(text: string, consts: CodeConstant[] = [], locals = 0, parameters = 0): string[] {
  const graph = new FlowGraph(buildBlocks(sequence(text)), consts, new ConstantCache())
  optimizeGraph(graph, locals, parameters)
  return render(graph.entry)
}

/** A function's metadata with the given parts. */
export function unit(parts: Partial<UnitMetadata>): UnitMetadata {
  return {
    kind: 'function',
    name: 'f',
    qualname: 'f',
    argcount: 0,
    posonlyargcount: 0,
    kwonlyargcount: 0,
    firstlineno: 1,
    flags: 3,
    consts: [],
    names: [],
    varnames: [],
    cellvars: [],
    freevars: [],
    fastHidden: new Set(),
    parameterCount: 0,
    ...parts,
  }
}
