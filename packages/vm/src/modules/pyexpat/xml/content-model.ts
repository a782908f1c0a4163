// The content that an `<!ELEMENT …>` allows, in the numbers of expat's XML_Content.
import { fail } from './errors.ts'
import type { ContentModel } from './handlers.ts'
import type { Tokens } from './tokens.ts'

export const contentTypes = { EMPTY: 1, ANY: 2, MIXED: 3, NAME: 4, CHOICE: 5, SEQ: 6 } as const
export const quantifiers = { NONE: 0, OPT: 1, REP: 2, PLUS: 3 } as const

/** Groups nested deeper than this would exhaust JavaScript's stack. */
const DEEPEST = 1000

function quantifier(tokens: Tokens): number {
  const found = { '?': quantifiers.OPT, '*': quantifiers.REP, '+': quantifiers.PLUS }[tokens.next]
  // It is part of the word before.
  if (found !== undefined) tokens.at++
  return found ?? quantifiers.NONE
}

function mixed(tokens: Tokens): ContentModel {
  const children: ContentModel[] = []
  for (;;) {
    tokens.blanks()
    if (tokens.take(')')) break
    tokens.need('|')
    tokens.blanks()
    children.push([contentTypes.NAME, quantifiers.NONE, tokens.name(), []])
  }
  const repeats = tokens.next === '*'
  if (repeats) tokens.at++
  if (!repeats && children.length > 0) tokens.wrong()
  return [contentTypes.MIXED, repeats ? quantifiers.REP : quantifiers.NONE, undefined, children]
}

/** What follows an open parenthesis. */
function group(tokens: Tokens, depth: number): ContentModel {
  if (depth > DEEPEST) fail('NO_MEMORY')
  const children: ContentModel[] = []
  let separator: string | undefined
  for (;;) {
    tokens.blanks()
    if (tokens.take('(')) children.push(group(tokens, depth + 1))
    else {
      const name = tokens.name()
      children.push([contentTypes.NAME, quantifier(tokens), name, []])
    }
    tokens.blanks()
    if (tokens.take(')')) break
    const found = tokens.next
    if ((found !== '|' && found !== ',') || (separator !== undefined && found !== separator)) tokens.wrong()
    separator = found
    tokens.at++
  }
  return [separator === '|' ? contentTypes.CHOICE : contentTypes.SEQ, quantifier(tokens), undefined, children]
}

export function contentModel(tokens: Tokens): ContentModel {
  if (tokens.takeWord('EMPTY')) return [contentTypes.EMPTY, quantifiers.NONE, undefined, []]
  if (tokens.takeWord('ANY')) return [contentTypes.ANY, quantifiers.NONE, undefined, []]
  tokens.need('(')
  tokens.blanks()
  return tokens.takeWord('#PCDATA') ? mixed(tokens) : group(tokens, 0)
}
