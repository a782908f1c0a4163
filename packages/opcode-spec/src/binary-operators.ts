// The operators that BINARY_OP and COMPARE_OP name by number.

/** BINARY_OP's operators: [C name, operator], indexed by the argument; the upper half is in-place. */
export const binaryOperators = [
  ['NB_ADD', '+'],
  ['NB_AND', '&'],
  ['NB_FLOOR_DIVIDE', '//'],
  ['NB_LSHIFT', '<<'],
  ['NB_MATRIX_MULTIPLY', '@'],
  ['NB_MULTIPLY', '*'],
  ['NB_REMAINDER', '%'],
  ['NB_OR', '|'],
  ['NB_POWER', '**'],
  ['NB_RSHIFT', '>>'],
  ['NB_SUBTRACT', '-'],
  ['NB_TRUE_DIVIDE', '/'],
  ['NB_XOR', '^'],
  ['NB_INPLACE_ADD', '+='],
  ['NB_INPLACE_AND', '&='],
  ['NB_INPLACE_FLOOR_DIVIDE', '//='],
  ['NB_INPLACE_LSHIFT', '<<='],
  ['NB_INPLACE_MATRIX_MULTIPLY', '@='],
  ['NB_INPLACE_MULTIPLY', '*='],
  ['NB_INPLACE_REMAINDER', '%='],
  ['NB_INPLACE_OR', '|='],
  ['NB_INPLACE_POWER', '**='],
  ['NB_INPLACE_RSHIFT', '>>='],
  ['NB_INPLACE_SUBTRACT', '-='],
  ['NB_INPLACE_TRUE_DIVIDE', '/='],
  ['NB_INPLACE_XOR', '^='],
] as const

/** The number that turns an operator into its in-place form. */
export const INPLACE_OFFSET = 13

/** The number of each binary operator by its text: `operatorCodes['+=']` is 13. */
export const operatorCodes = Object.fromEntries(
  binaryOperators.map(([, text], code) => [text, code]),
) as { readonly [Text in (typeof binaryOperators)[number][1]]: number }

/** COMPARE_OP's operators, indexed by `oparg >> 5`. */
export const compareOperators = ['<', '<=', '==', '!=', '>', '>='] as const
export type CompareOperator = (typeof compareOperators)[number]

/** Bits 0–3 of COMPARE_OP's argument: outcomes that make it true: 1 unordered, 2 less, 4 greater, 8 equal. */
export const compareMasks: Readonly<Record<CompareOperator, number>> = {
  '<': 2, '<=': 2 | 8, '==': 8, '!=': 1 | 2 | 4, '>': 4, '>=': 4 | 8,
}

/** Bit 4 of COMPARE_OP's argument: push True or False, whatever the comparison returns. */
export const COMPARE_TO_BOOL = 16

/**
 * COMPARE_OP's argument for an operator.
 * @example
 * compareArgument('==')   // 72
 */
export function compareArgument(operator: CompareOperator, toBool = false): number {
  return (compareOperators.indexOf(operator) << 5) | compareMasks[operator] | (toBool ? COMPARE_TO_BOOL : 0)
}

/** CONVERT_VALUE's functions, indexed by its argument. */
export const conversions = [undefined, 'str', 'repr', 'ascii'] as const

/** SET_FUNCTION_ATTRIBUTE's attributes by bit. */
export const functionAttributes = { 1: 'defaults', 2: 'kwdefaults', 4: 'annotations', 8: 'closure' } as const
