// Short forms for tests: the dump of a source, and its error in one line.
import * as ast from '@pellucid/ast'
import { PyCompileError, PySyntaxError } from '@pellucid/source'
import { parse } from '../src/index.ts'
import type { ParseOptions } from '../src/index.ts'

/** The dump of a source without positions. */
export function dumped(source: string, options: ParseOptions = {}): string {
  const tree = parse(source, { ...options, mode: options.mode ?? 'exec' })
  return ast.dump(tree)
}

/** The dump of an expression. */
export function expression(source: string): string {
  return ast.dump(parse(source, { mode: 'eval' }).body)
}

/** `line:offset-endLine:endOffset Class: message`, or 'no error'. */
export function errorOf(source: string | Uint8Array, options: ParseOptions = {}): string {
  try {
    parse(source, { ...options, mode: options.mode ?? 'exec' })
    return 'no error'
  } catch (error) {
    if (error instanceof PySyntaxError) {
      const { lineno, offset, endLineno, endOffset } = error
      return `${lineno}:${offset}-${endLineno}:${endOffset} ${error.name}: ${error.msg}`
    }
    if (error instanceof PyCompileError) return `${error.name}: ${error.msg}`
    throw error
  }
}
