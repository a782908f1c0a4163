// What stands for itself in templates: `<new int>`, `<bounded int>`, `<block>`, `<body …>`.
import type { Author, Grammar } from './author.ts'
import { defineClass } from './classes.ts'
import { displays } from './displays.ts'
import { call, define, lambda } from './functions.ts'
import { cases } from './patterns.ts'
import type { Callable, Kind, ScopeKind } from './scope.ts'

type Inline = Grammar['inline'][string]

function bounded(author: Author, kind: string): string {
  const forms = author.grammar.bounds[kind]
  if (forms === undefined || (kind === 'int' && author.scope.times < 100 && author.choice.chance(60))) return author.expression(kind)
  author.plain++
  const text = author.operand(kind)
  author.plain--
  return author.choice.one(forms).replaceAll('@', text)
}

/** A name that may be assigned here, or a new one. */
function old(author: Author, kind: Kind): string {
  const names = author.scope.assignable(kind)
  return names.length > 0 && author.choice.chance(92) ? author.choice.one(names) : author.fresh(kind)
}

/** A name that was assigned here, or one that is nowhere. */
function own(author: Author, kind: Kind): string {
  const names = author.scope.assignable(kind)
  return names.length > 0 ? author.choice.one(names) : author.fresh(kind, true)
}

function outer(author: Author, kind: Kind): string | undefined {
  const { scope } = author
  const own = new Set([...scope.names.keys(), ...scope.declared.keys()])
  const names = scope.visible(kind).filter((name) => !own.has(name))
  return names.length > 0 ? author.choice.one(names) : undefined
}

const number = (least: number, most: number): Inline => (author) => String(author.choice.between(least, most))
const rounds = (least: number, most: number): Inline => (author) => String(author.rounds(author.choice.between(least, most)))

export const inline: Grammar['inline'] = {
  bounded: (author, [kind = 'value']) => bounded(author, kind),
  name: (author, [kind = 'value']) => {
    const names = author.scope.visible(kind as Kind)
    return names.length > 0 ? author.choice.one(names) : author.operand(kind)
  },
  old: (author, [kind = 'value']) => old(author, kind as Kind),
  new: (author, [kind = 'value']) => author.fresh(kind as Kind),
  hidden: (author) => author.fresh('value', true),
  atom: (author, [kind = 'value']) => author.atom(kind),
  own: (author, [kind = 'value']) => own(author, kind as Kind),
  quoted: (author, [kind = 'value']) => `'${own(author, kind as Kind)}'`,
  outer: (author, [kind = 'value']) => outer(author, kind as Kind) ?? author.fresh(kind as Kind, true),
  shadow: (author, [kind = 'value']) => outer(author, kind as Kind) ?? old(author, kind as Kind),
  small: number(1, 9),
  tiny: number(0, 3),
  index: number(-4, 4),
  times: rounds(1, 5),
  many: rounds(12, 40),
  counter: ({ counter }) => counter,
  turn: ({ choice, turns }) => String(choice.between(Math.floor(turns / 8), turns)),
  named: ({ choice }) => choice.one(["'a'", "'b'", "'size'", "'kept'", "'nothing'"]),
  call: (author) => call(author, 'function', '<int>'),
  generator: (author) => call(author, 'generator', '<genexp>'),
  coroutine: (author) => call(author, 'coroutine', 'pause(<value>)'),
  driven: (author) => call(author, 'driven', '<genexp>'),
  stream: (author) => call(author, 'stream', 'numbers(<small>)'),
  lambda,
  operation: (author) => author.expression(author.inClass() ? 'own' : 'operations'),
  ...displays,
}

export const lines: Grammar['lines'] = {
  block: (author) => author.block(false),
  loop: (author, [wanted]) => {
    if (wanted !== undefined) author.rounds(Number(wanted))
    author.block(true)
  },
  guarded: (author) => author.guarded(() => author.block(false)),
  hot: (author) => author.nested('hot'),
  body: (author, words) => {
    const parameters = new Map(words.filter((word) => word.includes(':')).map((word) => word.split(':') as [string, Kind]))
    const [first = 'function', second] = words.filter((word) => !word.includes(':'))
    const kind = (second === undefined ? 'function' : first) as ScopeKind
    author.functionBody(kind, parameters, () => author.statementsOf(second ?? first))
  },
  function: (author) => define(author, 'function'),
  definition: (author, [kind = 'function']) => define(author, kind as Callable['kind']),
  class: (author) => defineClass(author),
  cases,
}
