// The depth at which CPython's own tools, written in Python, run into its recursion limit.
// Each recursive function here counts the Python frames its counterpart would use, so that a tree
// is refused exactly when CPython refuses it, and long before JavaScript's stack ends.
import { PyCompileError } from '@pellucid/source'

/** Python's `sys.getrecursionlimit()`. */
export const recursionLimit = 1000

/** The error that Python raises there. */
export function recursionError(doing = ''): PyCompileError {
  return new PyCompileError('RecursionError', `maximum recursion depth exceeded${doing}`)
}
