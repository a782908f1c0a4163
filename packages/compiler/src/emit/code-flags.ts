// `co_flags` of a block (https://docs.python.org/3.13/library/inspect.html#code-objects-bit-flags).
import type { Scope } from '../symbols/scope.ts'

const CO_OPTIMIZED = 0x1
const CO_NEWLOCALS = 0x2
const CO_VARARGS = 0x4
const CO_VARKEYWORDS = 0x8
const CO_NESTED = 0x10
const CO_GENERATOR = 0x20
const CO_COROUTINE = 0x80
const CO_ASYNC_GENERATOR = 0x200

/** The flags of a block; `inherited` are those of the `from __future__` statements. */
export function codeFlags(scope: Scope, inherited: number, topLevelAwait: boolean): number {
  let flags = inherited
  if (scope.functionLike) {
    flags |= CO_NEWLOCALS | CO_OPTIMIZED
    if (scope.nested) flags |= CO_NESTED
    if (scope.generator) flags |= scope.coroutine ? CO_ASYNC_GENERATOR : CO_GENERATOR
    else if (scope.coroutine) flags |= CO_COROUTINE
    if (scope.varargs) flags |= CO_VARARGS
    if (scope.varkeywords) flags |= CO_VARKEYWORDS
  }
  if (topLevelAwait && scope.type === 'module' && scope.coroutine && !scope.generator) flags |= CO_COROUTINE
  return flags
}
