// The cases of `match`: patterns of every kind.
import type { Author } from './author.ts'

const literals = ['1', '-1', '0', "'a'", "'abc'", 'None', 'True', "b'a'", '2.5', '-1.5', '1 + 2j', 'math.inf', 'Thing.kept']
const classes = ['int()', 'str()', 'float()', 'list()', 'int(@)', 'str(@)', 'dict()', 'Thing(a=@)', 'Thing(a=1, b=@)', 'tuple()', 'Thing()', 'bool(@)', 'Thing(@)', 'bytes()']

/** One that does not match everything, and binds nothing. */
const closed = ({ choice }: Author): string => (choice.chance(60) ? choice.one(literals) : choice.one(classes).replace('@', '_'))

function pattern(author: Author, depth: number): string {
  const { choice } = author
  const inner = () => pattern(author, depth + 1)
  const name = () => author.fresh('value')
  const form = depth > 2 ? choice.below(4) : choice.below(12)
  if (form < 2) return choice.one(literals)
  if (form < 4) return depth > 0 ? name() : choice.one(classes).replace('@', '_')
  if (form === 4) return choice.one(classes).replace('@', inner())
  if (form === 5) return `[${inner()}, ${inner()}]`
  if (form === 6) return `[${inner()}, *${choice.chance(70) ? name() : '_'}]`
  if (form === 7) return choice.chance(50) ? `(${inner()}, ${inner()}, ${inner()})` : `[*_, ${inner()}]`
  if (form === 8) return `{'a': ${inner()}${choice.chance(40) ? `, **${author.fresh('dict')}` : ''}}`
  if (form === 9) return `{${choice.one(["'k'", '1', '(1)', "'b'"]).replace(/[()]/g, '')}: ${inner()}, 'c': _}`
  if (form === 10) return `(${closed(author)} | ${closed(author)})`
  return `(${closed(author)} as ${author.fresh('value')})`
}

/** Some cases, each with a block. */
export function cases(author: Author): void {
  const { choice } = author
  for (let left = choice.between(1, 4); left > 0; left--) {
    const text = pattern(author, 0).replace(/^\((.*) \| (.*)\)$/, '$1 | $2')
    const guard = choice.chance(25) ? author.fill(' if <bool>') : ''
    author.template(`case ${text}${guard}:\n    <block>`)
  }
  if (choice.chance(60)) author.template(choice.one(['case _:\n    <block>', 'case <new value>:\n    <block>']))
}
