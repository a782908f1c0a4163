// The tree's nodes: packages/ast/spec/python.asdl → packages/ast/src/*.generated.ts.
import type { Generator } from '../generator.ts'
import { emitFactories, emitFields, emitNodes, emitVisitor } from './emit.ts'
import { readAsdl } from './read.ts'

const spec = 'packages/ast/spec/python.asdl'

export const generator: Generator = {
  name: 'asdl',
  sources: [spec],
  generate([text = '']) {
    const model = readAsdl(text)
    return [
      { path: 'packages/ast/src/nodes.generated.ts', text: emitNodes(model, spec) },
      { path: 'packages/ast/src/factories.generated.ts', text: emitFactories(model, spec) },
      { path: 'packages/ast/src/fields.generated.ts', text: emitFields(model, spec) },
      { path: 'packages/ast/src/visitor.generated.ts', text: emitVisitor(model, spec) },
    ]
  },
}
