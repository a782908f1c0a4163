// Operators and delimiters: CPython's one-, two- and three-character tokens.
import { TokenKind } from './token-kinds.ts'

const spelled = {
  '(': 'LPAR', ')': 'RPAR', '[': 'LSQB', ']': 'RSQB', ':': 'COLON', ',': 'COMMA', ';': 'SEMI', '+': 'PLUS',
  '-': 'MINUS', '*': 'STAR', '/': 'SLASH', '|': 'VBAR', '&': 'AMPER', '<': 'LESS', '>': 'GREATER', '=': 'EQUAL',
  '.': 'DOT', '%': 'PERCENT', '{': 'LBRACE', '}': 'RBRACE', '~': 'TILDE', '^': 'CIRCUMFLEX', '@': 'AT',
  '!': 'EXCLAMATION',
  '==': 'EQEQUAL', '!=': 'NOTEQUAL', '<>': 'NOTEQUAL', '<=': 'LESSEQUAL', '>=': 'GREATEREQUAL',
  '<<': 'LEFTSHIFT', '>>': 'RIGHTSHIFT', '**': 'DOUBLESTAR', '+=': 'PLUSEQUAL', '-=': 'MINEQUAL',
  '*=': 'STAREQUAL', '/=': 'SLASHEQUAL', '%=': 'PERCENTEQUAL', '&=': 'AMPEREQUAL', '|=': 'VBAREQUAL',
  '^=': 'CIRCUMFLEXEQUAL', '//': 'DOUBLESLASH', '@=': 'ATEQUAL', '->': 'RARROW', ':=': 'COLONEQUAL',
  '<<=': 'LEFTSHIFTEQUAL', '>>=': 'RIGHTSHIFTEQUAL', '**=': 'DOUBLESTAREQUAL', '//=': 'DOUBLESLASHEQUAL',
  '...': 'ELLIPSIS',
} as const satisfies Record<string, keyof typeof TokenKind>

/** Spelling to kind. */
export const operatorKinds: ReadonlyMap<string, number> = new Map(
  Object.entries(spelled).map(([text, name]) => [text, TokenKind[name]]),
)

/** Kind of each ASCII character as an operator; OP for what is none, as CPython says. */
export const oneCharacter = new Uint8Array(128).fill(TokenKind.OP)
/** Kind of the pair at `first * 128 + second`; 0 for no operator. */
export const twoCharacters = new Uint8Array(128 * 128)
/** Kind of the two-character operator lengthened by its third character, by first character; 0 for none. */
const threeCharacters = new Uint8Array(128)

for (const [text, name] of Object.entries(spelled)) {
  const kind = TokenKind[name]
  if (text.length === 1) oneCharacter[text.charCodeAt(0)] = kind
  else if (text.length === 2) twoCharacters[text.charCodeAt(0) * 128 + text.charCodeAt(1)] = kind
  else if (text !== '...') threeCharacters[text.charCodeAt(0)] = kind
}

/** Kind of `ccx` where `cc` is a doubled operator character: `**=`, `//=`, `<<=`, `>>=`; 0 for none. */
export function threeCharacterKind(first: number, second: number, third: number): number {
  return third === 61 && first === second ? (threeCharacters[first] as number) : 0
}
