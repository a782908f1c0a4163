// `ast.get_docstring` and `ast.get_source_segment`, asked of every node of many sources.
import { getDocstring, getSourceSegment } from '@pellucid/ast'
import { parse } from '@pellucid/parser'
import { answerOf, jsonOf, walkedNodes } from './answer.ts'
import { seeded, type HelperCase } from './case.ts'
import { snippets } from './snippets.ts'

const parts = [' ', '  ', '    ', '\\t', '\t', '\\n', '\n', '\n\n', '\n  ', '\n    ', '\n\t', '\\r', '\\f', '\\x0b', '\u00a0', '\u3000', 'a', 'é', '😀', '.', '\\ud800', '\\\n']

/** Docstrings of all shapes of blanks. */
function documented(count: number): string[] {
  const pick = seeded(13)
  const text = () => Array.from({ length: pick(12) }, () => parts[pick(parts.length)]).join('')
  const owners = [
    (doc: string) => doc,
    (doc: string) => `class C:\n    ${doc}\n    x = 1`,
    (doc: string) => `def f():\n\t${doc}`,
    (doc: string) => `async def f(): ${doc}`,
    (doc: string) => `x\n${doc}`,
    (doc: string) => `def f():\n    x: ${doc}`,
  ]
  const prefixes = ['', '', '', 'r', 'b', 'f', 'u']
  return Array.from({ length: count }, (_, index) => owners[index % owners.length]!(`${prefixes[pick(prefixes.length)]}"""${text()}"""`))
}

const words = ['é', '"😀"', 'x', '1', '"ü"\t', 'λ']
const breaks = ['\n', '\n', '\r\n', '\r', '\n\n', ' \f\n', '\n\f']
const insides = ['\n', '\r\n', '\n\t', ' \\\n ', '\f', '\t', '\r', ' # é\n', '\n\n']

/** Statements over several lines, with line ends, tabs and form feeds of all kinds. */
function spread(count: number): string[] {
  const pick = seeded(31)
  const one = <T>(items: readonly T[]) => items[pick(items.length)]!
  const gap = () => (pick(3) === 0 ? one(insides) : ' ')
  const list = (): string => {
    const items = Array.from({ length: 1 + pick(4) }, () => (pick(5) === 0 ? list() : one(words)))
    return `[${gap()}${items.join(`,${gap()}`)}${gap()}]`
  }
  const statement = () => `${one(['x = ', 'y.é = ', '', 'x, y = '])}${list()}${one(['', ` + ${list()}`, '.a', '[0]', `(${list()})`])}`
  const text = () => `"""${one(['é', ''])}${one(breaks)}\t${one(words).replaceAll('"', '')}"""`
  const block = () => `if ${list()}:${one(['\n', '\r\n', '\r'])}\t${statement()}${one(['\n', '\r\n'])}\t${text()}`
  return Array.from({ length: count }, () => Array.from({ length: 1 + pick(5) }, () => one([statement, text, block])()).join(one(breaks)))
}

function everyNode(source: string, stage: 'docstrings' | 'segments', label: string, ask: (nodes: ReturnType<typeof walkedNodes>) => string[]): HelperCase[] {
  let nodes: ReturnType<typeof walkedNodes>
  try {
    nodes = walkedNodes(parse(source))
  } catch {
    return []
  }
  const names = nodes.flatMap(({ nodeType }) => [`${nodeType} of ${JSON.stringify(source)}`, `the other way, ${nodeType} of ${JSON.stringify(source)}`])
  return [{ label, names, request: { stage, source }, ours: () => ask(nodes) }]
}

export function docstringCases(): HelperCase[] {
  return [...snippets, ...documented(600)].flatMap((source) =>
    everyNode(source, 'docstrings', 'get_docstring', (nodes) =>
      nodes.flatMap((node) => [true, false].map((clean) => answerOf(() => jsonOf(getDocstring(node, clean))))),
    ),
  )
}

export function segmentCases(): HelperCase[] {
  return [...snippets, ...spread(800)].flatMap((source) =>
    everyNode(source, 'segments', 'get_source_segment', (nodes) =>
      nodes.flatMap((node) => [false, true].map((padded) => answerOf(() => jsonOf(getSourceSegment(source, node, { padded }))))),
    ),
  )
}
