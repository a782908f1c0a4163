// The functions of CALL_INTRINSIC_1 and CALL_INTRINSIC_2, indexed by the argument.

/** One-argument intrinsics. */
export const intrinsics1 = [
  'INTRINSIC_1_INVALID',
  'INTRINSIC_PRINT',
  'INTRINSIC_IMPORT_STAR',
  'INTRINSIC_STOPITERATION_ERROR',
  'INTRINSIC_ASYNC_GEN_WRAP',
  'INTRINSIC_UNARY_POSITIVE',
  'INTRINSIC_LIST_TO_TUPLE',
  'INTRINSIC_TYPEVAR',
  'INTRINSIC_PARAMSPEC',
  'INTRINSIC_TYPEVARTUPLE',
  'INTRINSIC_SUBSCRIPT_GENERIC',
  'INTRINSIC_TYPEALIAS',
] as const

/** Two-argument intrinsics. */
export const intrinsics2 = [
  'INTRINSIC_2_INVALID',
  'INTRINSIC_PREP_RERAISE_STAR',
  'INTRINSIC_TYPEVAR_WITH_BOUND',
  'INTRINSIC_TYPEVAR_WITH_CONSTRAINTS',
  'INTRINSIC_SET_FUNCTION_TYPE_PARAMS',
  'INTRINSIC_SET_TYPEPARAM_DEFAULT',
] as const

type Codes<Names extends readonly string[]> = { readonly [Name in Names[number]]: number }
function numbered<const Names extends readonly string[]>(names: Names): Codes<Names> {
  return Object.fromEntries(names.map((name, code) => [name, code])) as Codes<Names>
}

/** Number of each one-argument intrinsic. */
export const intrinsic1Codes = numbered(intrinsics1)
/** Number of each two-argument intrinsic. */
export const intrinsic2Codes = numbered(intrinsics2)
