// What an instruction's argument means: the vocabulary the families use for `arg`.
// `table` names the table of the code object that the argument indexes (its `has…` flag), `shift`
// how many low bits are flags in front of that index.

/** The meaning of an argument. */
export interface ArgumentKind {
  readonly kind: string
  readonly doc: string
  readonly table?: 'const' | 'name' | 'local' | 'free' | 'jump' | 'exc'
  readonly shift?: number
}

function argument<const Kind extends ArgumentKind>(kind: Kind): Kind {
  return kind
}

export const count = argument({ kind: 'count', doc: 'a number of values' })
export const depth = argument({ kind: 'depth', doc: 'a distance from the top of the stack, from 1' })
export const extension = argument({ kind: 'extension', doc: 'the next higher byte of the next argument' })
export const constant = argument({ kind: 'constant', doc: 'an index into co_consts', table: 'const' })
export const name = argument({ kind: 'name', doc: 'an index into co_names', table: 'name' })
export const globalName = argument({
  kind: 'globalName', doc: 'co_names index << 1; bit 0 asks for a NULL above', table: 'name', shift: 1,
})
export const attributeName = argument({
  kind: 'attributeName', doc: 'co_names index << 1; bit 0 asks for a method pair', table: 'name', shift: 1,
})
export const superAttributeName = argument({
  kind: 'superAttributeName',
  doc: 'co_names index << 2; bit 0 asks for a method pair, bit 1 tells two-argument super',
  table: 'name',
  shift: 2,
})
export const globalFlag = argument({ kind: 'globalFlag', doc: 'bit 0 asks for a NULL above' })
export const attributeFlag = argument({ kind: 'attributeFlag', doc: 'bit 0 asks for a method pair' })
export const local = argument({ kind: 'local', doc: 'a slot among co_localsplusnames', table: 'local' })
export const localPair = argument({
  kind: 'localPair', doc: 'two slots below 16, the first in the upper nibble', table: 'local',
})
export const cell = argument({ kind: 'cell', doc: 'a slot that holds a cell', table: 'free' })
export const jump = argument({ kind: 'jump', doc: 'a distance in code units', table: 'jump' })
export const handler = argument({ kind: 'handler', doc: 'the handler of a protected block', table: 'exc' })
export const binaryOperator = argument({ kind: 'binaryOperator', doc: 'an index into binaryOperators' })
export const compareOperator = argument({
  kind: 'compareOperator', doc: 'compareOperators index << 5; bit 4 asks for a bool, bits 0–3 are the mask',
})
export const inverted = argument({ kind: 'inverted', doc: '1 negates the result' })
export const conversion = argument({ kind: 'conversion', doc: '1 str, 2 repr, 3 ascii' })
export const intrinsic1 = argument({ kind: 'intrinsic1', doc: 'an index into intrinsics1' })
export const intrinsic2 = argument({ kind: 'intrinsic2', doc: 'an index into intrinsics2' })
export const sliceParts = argument({ kind: 'sliceParts', doc: '2, or 3 with a step' })
export const unpackParts = argument({
  kind: 'unpackParts', doc: 'targets before the star in the low byte, after it above',
})
export const extendedCall = argument({ kind: 'extendedCall', doc: 'bit 0: there are keyword arguments' })
export const functionAttribute = argument({
  kind: 'functionAttribute', doc: '1 defaults, 2 keyword defaults, 4 annotations, 8 closure',
})
export const raiseParts = argument({ kind: 'raiseParts', doc: '0 re-raise, 1 exception, 2 with a cause' })
export const reraiseLasti = argument({
  kind: 'reraiseLasti', doc: 'how deep below the exception f_lasti lies; 0: nowhere',
})
export const yieldDepth = argument({ kind: 'yieldDepth', doc: '1 when it is part of await or yield from' })
export const awaitContext = argument({
  kind: 'awaitContext', doc: '1 for the result of __aenter__, 2 for that of __aexit__, else 0',
})
export const resumption = argument({
  kind: 'resumption',
  doc: '0 start, 1 after yield, 2 after yield from, 3 after await; bit 2: in no try block',
})
export const baseArgument = argument({ kind: 'baseArgument', doc: 'as the base instruction' })
