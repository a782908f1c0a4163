// Comprehensions and generator expressions.
import type { Author } from './author.ts'
import type { Kind } from './scope.ts'

const sources: readonly (readonly [text: string, kinds: readonly Kind[]])[] = [
  ['<ints>', ['int']], ['range(<small>)', ['int']], ['<list>', ['value']], ['<str>', ['str']], ['enumerate(<str>)', ['int', 'str']], ['<dict>.items()', ['value', 'value']],
  ['zip(<ints>, <list>)', ['int', 'value']], ['<tuple>', ['value']], ['<dict>', ['str']], ['sorted(<ints>)', ['int']], ['<generator>', ['value']], ['map(str, <ints>)', ['str']],
]

const filters = ['', '', '', ' if <bool>', ' if <int> > <int>', ' if <bool> if <bool>', ' if <value>', ' if (<new int> := <int>) > <small>']

/** The part behind the element, and then the element, which sees its names. */
function clauses(author: Author, element: () => string): string {
  const { choice } = author
  author.plain++
  let text = ''
  const names = new Map<string, Kind>()
  for (let turn = choice.chance(18) ? 2 : 1; turn > 0; turn--) {
    const [source, kinds] = choice.one(sources)
    const from = author.under(names, () => author.fill(source))
    const targets = kinds.map((kind) => author.fresh(kind, true))
    const target = choice.chance(5) && targets.length > 1 ? `${targets[0]}, *${targets[1]}` : targets.join(', ')
    targets.forEach((name, at) => names.set(name, kinds[at]!))
    // A name that `:=` binds belongs to the function, which a class has not.
    const kept = filters.filter((filter) => !filter.includes(':=') || (author.plain === 1 && author.scope.kind !== 'class'))
    text += ` for ${target} in ${from}${author.under(names, () => author.fill(choice.one(kept)))}`
  }
  const head = author.under(names, element)
  author.plain--
  return head + text
}

export const displays: Readonly<Record<string, (author: Author) => string>> = {
  listcomp: (author) => `[${clauses(author, () => author.operand(author.choice.one(['value', 'int', 'tuple', 'str'])))}]`,
  intcomp: (author) => `[${clauses(author, () => author.operand('int'))}]`,
  genexp: (author) => `(${clauses(author, () => author.operand('int'))})`,
  dictcomp: (author) => `{${clauses(author, () => author.fill('<str>: <value>'))}}`,
}
