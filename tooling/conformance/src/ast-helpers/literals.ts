// `ast.literal_eval`: every literal, everything that looks like one, and what they make together.
import { literalEval, type expr } from '@pellucid/ast'
import { parse } from '@pellucid/parser'
import { characterByName } from '@pellucid/primitives/unicode-names'
import { answerOf, literalText, walkedNodes } from './answer.ts'
import { pieces, type HelperCase } from './case.ts'
import { snippets } from './snippets.ts'

const numbers = [
  '0', '1', '007', '-0', '1_000', '0x1F', '0o17', '0b101', '9007199254740993', '1' + '0'.repeat(400), '9'.repeat(4301),
  '1.5', '.5', '5.', '1e400', '1e-400', '1j', '0j', '1.5e3j', '1_0.0_1', '0xfor', '1__0', '1e', '0b2', '012',
]
const texts = [
  "'a'", '"b"', "'a' 'b'", "b'a'", "b'a' b'b'", "'a' b'b'", "u'a'", "r'\\n'", "'\\d'", "'\\x41'", "'\\xg'", "'\\u00e9'", "'\\ud800'",
  "'\\N{BULLET}'", "'\\N{NO SUCH}'", "b'é'", "'é'", "f'a'", "f'{1}'", "f'{x}'", "'''a\nb'''", "'a", "''", "b''", "'\\0'", "'\\777'",
]
const others = [
  'None', 'True', 'False', '...', 'x', 'set', 'set()', 'set(1)', 'set(x=1)', 'frozenset()', 'list()', 'dict()', 'x.y', 'x[0]',
  'lambda: 0', 'not 1', '~1', '-x', '+True', '-None', '--1', '-(-1)', '+-1', "-'a'", '(yield)', 'await x', '(x := 1)', '[x for x in y]',
  '1 if 2 else 3', '1 and 2', '1 < 2', '()', '(1,)', '(1)', '[]', '{}', '*a', '(*a,)', '[*a]', '{*a}', '{**a}', '{1: 2, **a}', '',
]
const atoms = [...numbers, ...texts, ...others]
const some = ['1', '-1', '1.5', '1j', '-1j', '1e400', '9'.repeat(400), "'a'", "b'a'", 'None', 'True', 'x', '()', '[]', '{}', 'set()', '...', 'x.y']
const operators = ['+', '-', '*', '/', '//', '%', '**', '@', '<<', '>>', '&', '|', '^', ' and ', ' < ', ' if 1 else ']

const shapes: readonly ((atom: string) => string)[] = [
  (a) => a, (a) => `(${a})`, (a) => `[${a}]`, (a) => `{${a}}`, (a) => `{${a}: 1}`, (a) => `{1: ${a}}`, (a) => `(${a}, 1)`,
  (a) => `[1,\n ${a}]`, (a) => `{1: [\n\n{2: (${a},)}]}`, (a) => `-${a}`, (a) => `+${a}`, (a) => `set([${a}])`, (a) => `${a},`,
  (a) => `{${a}, ${a}}`, (a) => `{${a}: 1, ${a}: 2}`, (a) => `{(${a}, 1)}`, (a) => `{frozenset: ${a}}`, (a) => `f(${a})`,
]
const spaces: readonly ((atom: string) => string)[] = [
  (a) => ` ${a}`, (a) => `\t \t${a}`, (a) => `\n${a}`, (a) => `\f${a}`, (a) => `${a}\n`, (a) => `${a}\n\n `, (a) => `${a} # c`, (a) => `# c\n${a}`,
  (a) => `\u00a0${a}`, (a) => `${a};`, (a) => `${a}\n1`, (a) => `${a}\r\n`, (a) => `\\\n${a}`, (a) => `${a}\0`, (a) => `\ufeff${a}`, (a) => ` \n ${a}`,
]

function literals(): string[] {
  const pairs = some.flatMap((left) => operators.flatMap((operator) => some.map((right) => left + operator + right)))
  const chains = some.flatMap((one) => ['+1j', '-1j', '+1j+1j', '-1-1j', '*1j'].map((rest) => `[${one}${rest}]`))
  const deep = [90, 150, 199, 200, 201].flatMap((depth) => [
    '['.repeat(depth) + ']'.repeat(depth), '('.repeat(depth) + ')'.repeat(depth), '-'.repeat(depth) + '1', '1+'.repeat(depth) + '1',
    '{1:'.repeat(depth) + '1' + '}'.repeat(depth),
  ])
  return [
    ...atoms.flatMap((atom) => shapes.map((shape) => shape(atom))),
    ...some.flatMap((atom) => spaces.map((space) => space(atom))),
    ...pairs, ...chains, ...deep,
  ]
}

/** Of a text, as `literal_eval` reads it: blanks before it are none of its indentation. */
function ofText(source: string): string {
  const tree = parse(source.replace(/^[ \t]+/, ''), { mode: 'eval', characterNames: characterByName, onlyAst: true })
  return literalText(literalEval(tree))
}

/** Texts, and the nodes of trees. */
export function literalCases(): HelperCase[] {
  const label = 'literal_eval'
  const ofTexts = pieces(literals(), 200).map((sources): HelperCase => ({
    label, names: sources.map((source) => JSON.stringify(source)), request: { stage: 'literal-eval', sources },
    ours: () => sources.map((source) => answerOf(() => ofText(source))),
  }))
  const ofNodes = snippets.map((source): HelperCase => {
    const nodes = walkedNodes(parse(source))
    return {
      label, names: nodes.map(({ nodeType }) => `${nodeType} of ${JSON.stringify(source)}`),
      request: { stage: 'literal-eval-nodes', source },
      ours: () => nodes.map((node) => answerOf(() => literalText(literalEval(node as expr)))),
    }
  })
  return [...ofTexts, ...ofNodes]
}
