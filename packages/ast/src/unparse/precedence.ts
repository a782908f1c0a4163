// How tightly an expression binds: a node is parenthesised where its place asks for more than it has.

/** CPython's precedence table, loosest first; BOR is also the operand of `*` and `**`. */
export const precedence = {
  NAMED_EXPR: 1,
  TUPLE: 2,
  YIELD: 3,
  TEST: 4,
  OR: 5,
  AND: 6,
  NOT: 7,
  CMP: 8,
  EXPR: 9,
  BOR: 9,
  BXOR: 10,
  BAND: 11,
  SHIFT: 12,
  ARITH: 13,
  TERM: 14,
  FACTOR: 15,
  POWER: 16,
  AWAIT: 17,
  ATOM: 18,
} as const

/** The next tighter level; the tightest is its own next. */
export const tighter = (level: number): number => Math.min(level + 1, precedence.ATOM)

export const binaryOperators = {
  Add: { text: '+', level: precedence.ARITH },
  Sub: { text: '-', level: precedence.ARITH },
  Mult: { text: '*', level: precedence.TERM },
  MatMult: { text: '@', level: precedence.TERM },
  Div: { text: '/', level: precedence.TERM },
  Mod: { text: '%', level: precedence.TERM },
  LShift: { text: '<<', level: precedence.SHIFT },
  RShift: { text: '>>', level: precedence.SHIFT },
  BitOr: { text: '|', level: precedence.BOR },
  BitXor: { text: '^', level: precedence.BXOR },
  BitAnd: { text: '&', level: precedence.BAND },
  FloorDiv: { text: '//', level: precedence.TERM },
  Pow: { text: '**', level: precedence.POWER },
} as const

export const unaryOperators = {
  Invert: { text: '~', level: precedence.FACTOR },
  Not: { text: 'not ', level: precedence.NOT },
  UAdd: { text: '+', level: precedence.FACTOR },
  USub: { text: '-', level: precedence.FACTOR },
} as const

export const comparisons = {
  Eq: ' == ',
  NotEq: ' != ',
  Lt: ' < ',
  LtE: ' <= ',
  Gt: ' > ',
  GtE: ' >= ',
  Is: ' is ',
  IsNot: ' is not ',
  In: ' in ',
  NotIn: ' not in ',
} as const
