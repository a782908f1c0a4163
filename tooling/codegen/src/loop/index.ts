// The evaluation loop: packages/vm/src/eval/loop.template.txt and opcode-spec → packages/vm/src/eval/*.generated.ts.
import type { Generator } from '../generator.ts'
import { emitLoop } from './emit.ts'
import { emitNumbering, numberedCases } from './numbering.ts'
import { emitRare } from './rare.ts'
import { readTemplate } from './read.ts'

const template = 'packages/vm/src/eval/loop.template.txt'

export const generator: Generator = {
  name: 'loop',
  sources: [template],
  generate([text = '']) {
    const read = readTemplate(text)
    const cases = numberedCases(read)
    const source = `${template} and opcode-spec`
    return [
      { path: 'packages/vm/src/eval/numbering.generated.ts', text: emitNumbering(cases, source) },
      { path: 'packages/vm/src/eval/loop.generated.ts', text: emitLoop(cases, source, false) },
      { path: 'packages/vm/src/eval/traced-loop.generated.ts', text: emitLoop(cases, source, true) },
      { path: 'packages/vm/src/eval/rare.generated.ts', text: emitRare(read.rare, new Set(cases.flatMap(({ codes }) => codes)), source) },
    ]
  },
}
