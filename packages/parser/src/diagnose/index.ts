// Why a source does not parse.
import type { TokenTape } from '@pellucid/lexer'
import { PySyntaxError } from '@pellucid/source'
import type { ParseMode, ParseOptions } from '../parse.ts'
import { errorAtToken } from './place.ts'

export function diagnose(tape: TokenTape, _mode: ParseMode, _options: ParseOptions): never {
  if (tape.error !== undefined) throw tape.error
  throw new PySyntaxError('SyntaxError', 'invalid syntax', errorAtToken(tape, 0))
}
diagnose.checkDepth = (_tape: TokenTape, _mode: ParseMode, _options: ParseOptions): void => {}
