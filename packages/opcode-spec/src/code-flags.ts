// Bits of `co_flags`, of `co_localspluskinds`, and of compile()'s flags argument.

/** `co_flags`. */
export const codeFlags = {
  CO_OPTIMIZED: 0x1,
  CO_NEWLOCALS: 0x2,
  CO_VARARGS: 0x4,
  CO_VARKEYWORDS: 0x8,
  CO_NESTED: 0x10,
  CO_GENERATOR: 0x20,
  CO_COROUTINE: 0x80,
  CO_ITERABLE_COROUTINE: 0x100,
  CO_ASYNC_GENERATOR: 0x200,
  CO_FUTURE_DIVISION: 0x20000,
  CO_FUTURE_ABSOLUTE_IMPORT: 0x40000,
  CO_FUTURE_WITH_STATEMENT: 0x80000,
  CO_FUTURE_PRINT_FUNCTION: 0x100000,
  CO_FUTURE_UNICODE_LITERALS: 0x200000,
  CO_FUTURE_BARRY_AS_BDFL: 0x400000,
  CO_FUTURE_GENERATOR_STOP: 0x800000,
  CO_FUTURE_ANNOTATIONS: 0x1000000,
  CO_NO_MONITORING_EVENTS: 0x2000000,
} as const

/** All future features that a code object passes on to what it compiles. */
export const FUTURE_MASK = 0x1fe0000

/** A byte of `co_localspluskinds`. */
export const localKinds = {
  CO_FAST_HIDDEN: 0x10,
  CO_FAST_LOCAL: 0x20,
  CO_FAST_CELL: 0x40,
  CO_FAST_FREE: 0x80,
} as const

/** The names `dis` and `inspect` print for `co_flags`. */
export const codeFlagNames: Readonly<Record<number, string>> = {
  1: 'OPTIMIZED',
  2: 'NEWLOCALS',
  4: 'VARARGS',
  8: 'VARKEYWORDS',
  16: 'NESTED',
  32: 'GENERATOR',
  64: 'NOFREE',
  128: 'COROUTINE',
  256: 'ITERABLE_COROUTINE',
  512: 'ASYNC_GENERATOR',
}

/** compile()'s own flags. */
export const compileFlags = {
  PyCF_SOURCE_IS_UTF8: 0x100,
  PyCF_DONT_IMPLY_DEDENT: 0x200,
  PyCF_ONLY_AST: 0x400,
  PyCF_IGNORE_COOKIE: 0x800,
  PyCF_TYPE_COMMENTS: 0x1000,
  PyCF_ALLOW_TOP_LEVEL_AWAIT: 0x2000,
  PyCF_ALLOW_INCOMPLETE_INPUT: 0x4000,
  PyCF_OPTIMIZED_AST: 0x8000 | 0x400,
} as const
