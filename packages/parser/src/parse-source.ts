// The package's front door: text or bytes in, tree out.
import type * as ast from '@pellucid/ast'
import { tokenizeTape } from '@pellucid/lexer'
import { decodeSource } from '@pellucid/source'
import type { DecodeOptions } from '@pellucid/source'
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
  const decoded = isText ? { text: source, escaped: false } : decodeSource(source, decodeOptions(options))
  const { text, escaped } = decoded
  const tapeOptions = { filename, mode, typeComments, dontImplyDedent, escaped }
  if (options.recover === true) return parseRecovering(text, { ...tapeOptions, mode: 'exec' }, options)
  const tape = tokenizeTape(text, tapeOptions)
  return parseTape(tape, mode, options)
}

function decodeOptions({ filename = '<unknown>', decoder, origin }: ParseOptions): DecodeOptions {
  return { filename, ...(decoder && { decoder }), ...(origin && { origin }) }
}
