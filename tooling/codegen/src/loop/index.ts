// The evaluation loop: packages/vm/src/eval/loop.template.txt and opcode-spec → packages/vm/src/eval/loop.generated.ts.
import type { Generator } from '../generator.ts'
import { emitLoop } from './emit.ts'
import { emitFusions } from './fusions.ts'
import { readTemplate } from './read.ts'

const template = 'packages/vm/src/eval/loop.template.txt'

export const generator: Generator = {
  name: 'loop',
  sources: [template],
  generate: ([text = '']) => [
    { path: 'packages/vm/src/eval/fusions.generated.ts', text: emitFusions(readTemplate(text), template) },
    { path: 'packages/vm/src/eval/loop.generated.ts', text: emitLoop(readTemplate(text), `${template} and opcode-spec`) },
  ],
}
