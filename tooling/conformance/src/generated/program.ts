// A whole program for a seed: the prelude, definitions with what is done to them, perhaps a bad end.
import { readFileSync } from 'node:fs'
import { Author, type Grammar } from './author.ts'
import { Choice } from './choice.ts'
import { descriptor } from './classes.ts'
import { atoms, bounds, expressions } from './expressions.ts'
import { define } from './functions.ts'
import { hot } from './hot.ts'
import { hotLoop } from './hot-loops.ts'
import { inline, lines } from './places.ts'
import { statements } from './statements.ts'

const grammar: Grammar = { atoms, bounds, expressions, statements: { ...statements, ...hot }, inline, lines }

/** What each program begins with. */
export const prelude = readFileSync(new URL('../../probes/generated/prelude.py', import.meta.url), 'utf8')

const calls = ['show(<call>)', 'show(<call>)', 'show(<call>, <call>)', '<new value> = <call>\nshow(<name value>)', '<new int> = <call>', 'show(*<call>)', 'for <new int> in range(<times>):\n    show(<call>)']

const touches = [
  'show(<operation>)', 'show(<operation>)', 'show(<operation>)', '<name object>.<attribute> = <value>\nshow(<operation>)', '<old object> += <int>\nshow(<name object>)', '<name object>[<int>] = <str>', 'del <name object>.<attribute>',
  'with <name object> as <new value>:\n    show(<name value>)', 'show(<name object> == <name object>, <name object> < <int>)', 'match <name object>:\n    <cases>', 'show(repr(<name object>), <name class>.__qualname__)', '<new object> = <name class>(<int>)',
  '<new object> = <name class>()', 'show(sorted(set(dir(<name object>)) - set(dir(object)))[:6])', 'show([getattr(<name class>, name, 0) for name in ("kept", "count")])', 'class Last(<name class>, mark=<int>):\n    pass\nshow(Last.__mro__)', '<name class>.size = property(lambda self: <int>)',
  'show(<name class>[<int>])', 'show(<name class>.__dict__.keys())', '<name class>.__len__ = lambda self: <int>\nshow(len(<name object>))', 'for <new int> in range(<many>):\n    <name object>.<attribute> = <int>\n    <name object>.<attribute> += 1\nshow(<name object>.a)',
]

const drives = [
  'show(next(<@g>))\nshow(<@g>.send(<value>))\nshow(list(<@g>))', 'show(next(<@g>))\nshow(<@g>.throw(<error>))\nshow(next(<@g>))', 'for <new value> in <@g>:\n    show(<name value>)', 'show(next(<@g>))\n<@g>.close()\nshow(next(<@g>, None))', 'show(<@g>.send(<value>))',
  'show(next(<@g>), next(<@g>))\nshow(<@g>.gi_frame.f_lineno, <@g>.gi_running, sorted(<@g>.gi_frame.f_locals))', 'show(<@g>.throw(<error>))', 'show(next(<@g>))\nshow(<@g>.throw(GeneratorExit))', 'show([*<@g>])\nshow(<@g>.gi_frame)',
]

const careful = (author: Author, text: string): void =>
  author.template(`try:\n    ${text.replaceAll('\n', '\n    ')}\nexcept Exception as <new error as problem>:\n    report(<@problem>)`)

const times = (least: number, most: number, write: (author: Author) => void) => (author: Author) => {
  for (let left = author.choice.between(least, most); left > 0; left--) write(author)
}
const called = times(1, 3, (author) => careful(author, author.choice.one(calls)))

const sections: readonly ((author: Author) => void)[] = [
  (author) => { define(author, 'function'); called(author) },
  (author) => { define(author, 'function'); define(author, 'function'); called(author) },
  (author) => {
    author.template(author.choice.chance(70) ? 'try:\n    <class>\nexcept Exception as <new error as e>:\n    report(<@e>)' : '<class>')
    careful(author, '<new object> = <name class>(<int>)')
    times(2, 5, () => careful(author, author.choice.one(touches)))(author)
  },
  (author) => {
    define(author, 'generator')
    careful(author, 'for <new value> in <generator>:\n    show(<name value>)')
    careful(author, 'show(list(<generator>))')
  },
  (author) => {
    define(author, 'driven')
    times(1, 3, () => {
      const name = author.fresh('generator', true)
      author.template(`${name} = None`)
      careful(author, `${name} = <driven>\n${author.choice.one(drives).replaceAll('<@g>', name)}`)
      author.template(`finally:\n    finish(${name})`)
    })(author)
  },
  (author) => {
    define(author, 'coroutine')
    times(1, 2, () => careful(author, author.choice.one(['show(drive(<coroutine>))', 'show(asyncio.run(<coroutine>))'])))(author)
  },
  (author) => {
    define(author, 'stream')
    author.template('async def <new function as main>():\n    <body coroutine value>\ntry:\n    show(drive(<@main>()))\nexcept Exception as <new error as e>:\n    report(<@e>)')
  },
  times(1, 3, (author) => careful(author, '<block>')),
  (author) => careful(author, 'for <new int> in range(<many>):\n    <loop>'),
  hotLoop,
  hotLoop,
  hotLoop,
]

const ends = ['raise <error>', 'show(<mixed>)', '<statement>', 'sys.exit(<int>)', 'sys.exit(<value>)', 'raise <group>', 'raise SystemExit', 'show(<call>)', 'try:\n    <block>\nfinally:\n    show(<value>)', 'class Last(Thing):\n    kept = <mixed>', 'raise <error> from <error>']

/** What a seed makes, without the prelude. */
export function programOf(seed: number): string {
  const choice = new Choice(seed)
  const author = new Author(choice, grammar)
  author.hotter = choice.chance(25)
  times(2, 5, () => author.template(choice.one(['<new int> = <atom int>', '<new float> = <atom float>', '<new str> = <atom str>', '<new ints> = <atom ints>', '<new value> = None', '<new dict> = {}', '<new object> = Thing(<small>)'])))(author)
  author.template(descriptor)
  times(3, 6, () => choice.one(sections)(author))(author)
  if (choice.chance(35)) author.template(choice.one(ends).replace('<statement>', '<block>'))
  author.template('show(shown)')
  const text = `${author.lines.join('\n')}\n`
  return text.includes('asyncio') ? `import asyncio\n${text}` : text
}
