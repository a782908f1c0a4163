// The package's front door: text or bytes in, tree out.
import type * as ast from '@pellucid/ast'
import { tokenizeTape } from '@pellucid/lexer'
import { decodeSource, decodeUtf8, PySyntaxError } from '@pellucid/source'
import { parseTape } from './parse.ts'
import { parseRecovering } from './recover.ts'
import type { RecoveredModule } from './recover.ts'
import type { ParseMode, ParsedByMode, ParseOptions } from './parse.ts'

/**
 * Parses Python source into the tree that CPython's `ast.parse` gives, positions included.
 *
 * @example
 * const tree = parse('print(1 + 2)\n')
 * tree.body[0].nodeType // 'Expr'
 */
export function parse(
  source: string | Uint8Array, options: ParseOptions & { mode?: 'exec'; recover: true },
): RecoveredModule
export function parse(source: string | Uint8Array, options?: ParseOptions & { mode?: 'exec' }): ast.Module
export function parse<M extends ParseMode>(
  source: string | Uint8Array, options: ParseOptions & { mode: M },
): ParsedByMode[M]
export function parse(source: string | Uint8Array, options: ParseOptions = {}): ast.mod {
  const { mode = 'exec', filename = '<unknown>', typeComments = false, dontImplyDedent = false } = options
  const isText = typeof source === 'string'
  const recover = options.recover === true
  const { text, escaped, error } = isText ? { text: source, escaped: false } : decode(source, recover, options)
  const tapeOptions = { filename, mode, typeComments, dontImplyDedent, escaped }
  if (recover) return parseRecovering(text, { ...tapeOptions, mode: 'exec' }, options, error)
  const tape = tokenizeTape(text, tapeOptions)
  return parseTape(tape, mode, options)
}

interface Decoded {
  readonly text: string
  readonly escaped: boolean
  /** Why the bytes are no source, where they are read all the same. */
  readonly error?: PySyntaxError
}

function decode(bytes: Uint8Array, recover: boolean, options: ParseOptions): Decoded {
  const { filename = '<unknown>', decoder, origin } = options
  try {
    return decodeSource(bytes, { filename, ...(decoder && { decoder }), ...(origin && { origin }) })
  } catch (error) {
    if (!recover || !(error instanceof PySyntaxError)) throw error
    // Most of it is ASCII, whatever else it is.
    return { text: decodeUtf8(bytes).replaceAll('\0', '\ufffd'), escaped: false, error }
  }
}
