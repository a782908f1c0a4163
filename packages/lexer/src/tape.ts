// From a text to the tape the parser reads.
import { PySyntaxError } from '@pellucid/source'
import type { PyCompileError } from '@pellucid/source'
import { messages } from './errors.ts'
import { scan } from './lexer.ts'
import { Scanner } from './scanner.ts'
import { findLoneSurrogate, surrogateError } from './surrogates.ts'
import { TokenKind } from './token-kinds.ts'
import type { TokenTape } from './token-tape.ts'

/** How `tokenizeTape` reads its text. */
export interface TapeOptions {
  /** Name of the source in errors. */
  filename?: string
  /** What the text is parsed as: only `exec` adds a missing final newline, `single` ends in an extra NEWLINE. */
  mode?: 'exec' | 'eval' | 'single' | 'func_type'
  /** Make tokens of type comments. */
  typeComments?: boolean
  /** In mode `single`, leave blocks open at the end of the input (PyCF_DONT_IMPLY_DEDENT). */
  dontImplyDedent?: boolean
  /** The text holds bytes that are no UTF-8 (see `DecodedSource.escaped`). */
  escaped?: boolean
}

/**
 * Tokenises a text as CPython's parser sees it.
 *
 * @example
 * const tape = tokenizeTape('x = 1\n')
 * tape.kind.subarray(0, tape.count) // NAME EQUAL NUMBER NEWLINE ENDMARKER
 */
export function tokenizeTape(source: string, options: TapeOptions = {}): TokenTape {
  const { filename = '<string>', mode = 'exec' } = options
  const { dontImplyDedent = false, escaped = false } = options
  const refused = unreadable(source, escaped)
  if (refused !== undefined) return errorTape(refused, filename)
  const s = newScanner(source, options)
  scan(s)
  if (mode === 'single' && s.error === undefined && s.count > 1) endInteractive(s, dontImplyDedent)
  return s.finish()
}

/** A scanner at the start of a text, whose line endings are folded and whose last line is ended. */
export function newScanner(source: string, options: TapeOptions): Scanner {
  const { filename = '<string>', mode = 'exec', typeComments = false, escaped = false } = options
  let text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source
  let { length: limit } = text
  if (!text.endsWith('\n')) {
    text += '\n'
    if (mode === 'exec') limit++
  }
  return new Scanner(text, limit, { filename, typeComments, escaped })
}

/** At the end of interactive input the parser sees a NEWLINE more, and the open blocks closed. */
function endInteractive(s: Scanner, dontImplyDedent: boolean): void {
  s.count--
  s.pushEmpty(TokenKind.NEWLINE)
  if (!dontImplyDedent && s.depth > 0) {
    for (let i = s.depth; i > 0; i--) s.pushEmpty(TokenKind.DEDENT)
    s.pushEmpty(TokenKind.NEWLINE)
  }
  s.pushEmpty(TokenKind.ENDMARKER)
}

function unreadable(text: string, escaped: boolean): PySyntaxError | PyCompileError | undefined {
  if (text.includes('\0')) return nullByteError()
  const lone = escaped ? -1 : findLoneSurrogate(text)
  return lone < 0 ? undefined : surrogateError(text, lone, 0)
}

/** What CPython says of text with a null character, wherever it is. */
export function nullByteError(): PySyntaxError {
  const nowhere = { filename: null, lineno: null, offset: null, text: null }
  return new PySyntaxError('SyntaxError', messages.nullBytes(), nowhere)
}

function errorTape(error: PySyntaxError | PyCompileError, filename: string): TokenTape {
  const s = new Scanner('\n', 0, { filename })
  s.error = error
  s.ending = 'error'
  s.pushEmpty(TokenKind.ERRORTOKEN)
  return s.finish()
}
