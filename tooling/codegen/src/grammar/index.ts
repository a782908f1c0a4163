// The grammar: comments in packages/parser/src → packages/parser/GRAMMAR.md.
import type { Generator } from '../generator.ts'
import { emitGrammar } from './emit.ts'
import { readSection } from './read.ts'

const root = 'packages/parser/src/'
const files = [
  'start-rules.ts', 'statements/index.ts', 'statements/simple.ts', 'statements/assignment.ts',
  'statements/import.ts', 'statements/branch.ts', 'statements/loop.ts', 'statements/with.ts',
  'statements/try.ts', 'statements/match.ts', 'patterns.ts', 'patterns-of-objects.ts',
  'statements/decorators.ts', 'statements/class.ts', 'statements/function.ts', 'parameters.ts',
  'type-params.ts', 'expressions/index.ts', 'expressions/lambda.ts', 'expressions/operators.ts',
  'expressions/primaries.ts', 'expressions/calls.ts', 'expressions/slices.ts', 'expressions/atoms.ts',
  'expressions/braces.ts', 'expressions/comprehensions.ts', 'expressions/strings.ts',
  'expressions/fstrings.ts', 'targets.ts',
]

export const generator: Generator = {
  name: 'grammar',
  sources: files.map(file => root + file),
  generate(texts) {
    const sections = files.map((file, index) => readSection(file, texts[index] ?? ''))
    return [{ path: 'packages/parser/GRAMMAR.md', text: emitGrammar(sections) }]
  },
}
