// The tables of an instruction set: opcode-spec's families → packages/opcode-spec/src/versions/3.13/tables.generated.ts.
// Each start of the command needs them; making them from the families took nearly as long as all the rest of its core.
import { defineInstructionSet } from '@pellucid/opcode-spec'
import { instructions } from '@pellucid/opcode-spec/instructions'
import type { Generator } from '../generator.ts'
import { header } from '../writer.ts'

const WIDTH = 118

/** Items in lines. */
function wrapped(items: readonly string[]): string {
  const lines: string[] = []
  for (const item of items) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + item.length + 2 <= WIDTH) lines[lines.length - 1] = `${last} ${item},`
    else lines.push(`  ${item},`)
  }
  return lines.join('\n')
}

const numbers = (table: ArrayLike<number>): string => wrapped(Array.from(table, String))

export const generator: Generator = {
  name: 'opcodes',
  sources: [],
  generate() {
    const { opcodes, opname, inlineCaches, flags, deopt } = defineInstructionSet(instructions)
    const text = [
      header('opcodes/index.ts', 'packages/opcode-spec/src/versions/3.13/families'),
      `export const opcodes = {\n${wrapped(Object.entries(opcodes).map(([name, code]) => `${name}: ${code}`))}\n} as const\n`,
      `export const opname: readonly string[] = [\n${wrapped(opname.map((name) => `'${name}'`))}\n]\n`,
      `export const inlineCaches: Uint8Array = new Uint8Array([\n${numbers(inlineCaches)}\n])\n`,
      `export const flags: Uint16Array = new Uint16Array([\n${numbers(flags)}\n])\n`,
      `export const deopt: Uint16Array = new Uint16Array([\n${numbers(deopt)}\n])\n`,
    ].join('\n')
    return [{ path: 'packages/opcode-spec/src/versions/3.13/tables.generated.ts', text }]
  },
}
