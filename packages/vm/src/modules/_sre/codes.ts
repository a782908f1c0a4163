// The numbers of compiled patterns, as Lib/re/_constants.py counts them.
const names = [
  'FAILURE', 'SUCCESS', 'ANY', 'ANY_ALL', 'ASSERT', 'ASSERT_NOT', 'AT', 'BRANCH', 'CATEGORY', 'CHARSET', 'BIGCHARSET',
  'GROUPREF', 'GROUPREF_EXISTS', 'IN', 'INFO', 'JUMP', 'LITERAL', 'MARK', 'MAX_UNTIL', 'MIN_UNTIL', 'NOT_LITERAL', 'NEGATE',
  'RANGE', 'REPEAT', 'REPEAT_ONE', 'SUBPATTERN', 'MIN_REPEAT_ONE', 'ATOMIC_GROUP', 'POSSESSIVE_REPEAT',
  'POSSESSIVE_REPEAT_ONE', 'GROUPREF_IGNORE', 'IN_IGNORE', 'LITERAL_IGNORE', 'NOT_LITERAL_IGNORE', 'GROUPREF_LOC_IGNORE',
  'IN_LOC_IGNORE', 'LITERAL_LOC_IGNORE', 'NOT_LITERAL_LOC_IGNORE', 'GROUPREF_UNI_IGNORE', 'IN_UNI_IGNORE',
  'LITERAL_UNI_IGNORE', 'NOT_LITERAL_UNI_IGNORE', 'RANGE_UNI_IGNORE',
] as const

/** Opcodes of the pattern machine. */
export const Op = Object.fromEntries(names.map((name, code) => [name, code])) as { readonly [Name in (typeof names)[number]]: number }

/** Positions that AT tests. */
export const At = {
  BEGINNING: 0, BEGINNING_LINE: 1, BEGINNING_STRING: 2, BOUNDARY: 3, NON_BOUNDARY: 4, END: 5, END_LINE: 6, END_STRING: 7,
  LOC_BOUNDARY: 8, LOC_NON_BOUNDARY: 9, UNI_BOUNDARY: 10, UNI_NON_BOUNDARY: 11,
} as const

export const MAGIC = 20230612
export const MAXREPEAT = 4294967295
export const MAXGROUPS = 1073741823
