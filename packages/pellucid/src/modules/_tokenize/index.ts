// _tokenize: the tokenizer behind the tokenize module.
// The source is read to its end at the first token; what goes wrong in reading or in the text is raised where the
// tokens before it have been taken.
import { tokenize, tokenizeTape, TokenError, TokenKind, type TokenTape } from '@pellucid/lexer'
import {
  asStr, call, codePointsOf, decodeBytes, defineModule, defineType, isRaised, newException, newStr, newTuple, None,
  PyBytes, PyObject, raise, smallInt, StopIteration, SyntaxError as PySyntaxErrorType, strValue,
  TypeError as PyTypeError, type ModuleFactory, type PyBaseException, type Str, type Thread, type Value, type Visit,
} from '@pellucid/vm/machine'

type Info = readonly [type: number, text: string, row: number, column: number, endRow: number, endColumn: number, line: string]

class PyTokenizer extends PyObject {
  readonly readline: Value
  readonly encoding: string | undefined
  readonly extraTokens: boolean
  tokens: Iterator<Info, void> | undefined = undefined
  /** Raised in place of the end of the input. */
  failure: PyBaseException | undefined = undefined
  lines = 0
  text = ''
  constructor(readline: Value, encoding: string | undefined, extraTokens: boolean) {
    super()
    this.readline = readline
    this.encoding = encoding
    this.extraTokens = extraTokens
  }
  override traverse(visit: Visit): void {
    visit(this.readline)
  }
}

/** The next line; undefined at the end. */
function readLine(self: PyTokenizer, py: Thread): Str | undefined {
  let line: Value
  try {
    line = call(self.readline, [], py)
  } catch (caught) {
    if (isRaised(caught, StopIteration)) return undefined
    throw caught
  }
  if (self.encoding === undefined) {
    return asStr(line) ?? raise(PyTypeError, 'readline() returned a non-string object')
  }
  if (!(line instanceof PyBytes)) return raise(PyTypeError, 'readline() returned a non-bytes object')
  return decodeBytes(line.bytes, self.encoding, 'replace', py)
}

function readAll(self: PyTokenizer, py: Thread): string {
  let text = ''
  try {
    for (;;) {
      const line = readLine(self, py)
      if (line === undefined) return text
      const piece = strValue(line)
      if (piece === '') return text
      text += piece
      self.lines++
    }
  } catch (caught) {
    if (self.lines === 0 || !(caught instanceof PyObject)) throw caught
    self.failure = caught as PyBaseException
    return text
  }
}

/** The tokens of the tokenize module: comments, all newlines, one type for operators. */
function* moduleTokens(text: string): Generator<Info, void> {
  for (const { type, string, start, end, line } of tokenize(text)) yield [type, string, start[0], start[1], end[0], end[1], line]
}

/** The tokens of the parser. */
function* parserTokens(text: string): Generator<Info, void> {
  const tape = tokenizeTape(text)
  const { source, count } = tape
  const lineStarts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  const characters = (from: number, to: number): number => codePointsOf(newStr(source.slice(from, to))).length
  for (let i = 0; i < count; i++) {
    if (tape.kind[i] === TokenKind.ERRORTOKEN) throw tape.error
    yield parserToken(tape, i, lineStarts, Math.min(tape.limit, text.length), characters)
  }
}

function parserToken(
  tape: TokenTape, i: number, lineStarts: readonly number[], limit: number, characters: (from: number, to: number) => number,
): Info {
  const kind = tape.kind[i] as number
  const start = tape.start[i] as number
  const end = tape.end[i] as number
  const row = tape.line[i] as number
  const endRow = tape.endLine[i] as number
  const startOf = (line: number): number => lineStarts[line - 1] ?? limit
  const column = (tape.column[i] as number) < 0 ? -1 : characters(startOf(row), start)
  const endColumn = (tape.endColumn[i] as number) < 0 ? -1 : characters(startOf(endRow), end)
  const type = kind >= TokenKind.FALSE ? TokenKind.NAME : kind
  const held = tape.source.slice(startOf(row), Math.min(lineStarts[endRow] ?? limit, limit))
  const empty = kind === TokenKind.INDENT || kind === TokenKind.DEDENT || kind === TokenKind.ENDMARKER
  return [type, empty ? '' : tape.source.slice(start, end), row, column, endRow, endColumn, held]
}

/** The tokenize module's complaint as the SyntaxError that it makes its own error of. */
function syntaxError({ msg, line, column }: TokenError, source: string): PyBaseException {
  const text = (source.split('\n')[line - 1] ?? '').replace(/\0.*/s, '')
  const [row, offset] = [smallInt(line), smallInt(column)]
  const details = [newStr('<string>'), row, offset, newStr(text), row, offset]
  // An end inside brackets is told without its place, which only the attributes have.
  const message = newStr(msg)
  const error = newException(PySyntaxErrorType, msg.startsWith('unexpected EOF') ? [message] : [message, newTuple(details)])
  const [filename, lineno, column_, line_, endLineno, endOffset] = details
  Object.assign(error.fields, {
    msg: message, filename, lineno, offset: column_, text: line_, end_lineno: endLineno, end_offset: endOffset,
  })
  return error
}

function nextToken(self: PyTokenizer, py: Thread): Value | undefined {
  if (self.tokens === undefined) {
    self.text = readAll(self, py)
    self.tokens = self.extraTokens ? moduleTokens(self.text) : parserTokens(self.text)
  }
  let info: Info | void
  try {
    info = self.tokens.next().value
  } catch (caught) {
    if (self.failure !== undefined) throw self.failure
    throw caught instanceof TokenError ? syntaxError(caught, self.text) : caught
  }
  if (info === undefined) return undefined
  const [type, text, row, column, endRow, endColumn, line] = info
  // What stands behind the last line that could be read is not known yet.
  if (self.failure !== undefined && row > self.lines) throw self.failure
  const start = newTuple([smallInt(row), smallInt(column)])
  const end = newTuple([smallInt(endRow), smallInt(endColumn)])
  return newTuple([smallInt(type), newStr(text), start, end, newStr(line)])
}

const tokenizerType = defineType('_tokenize.TokenizerIter(readline: object, /, *, extra_tokens: bool, encoding: str = <unrepresentable>)', {
  doc: '',
  instance: PyTokenizer,
  text: null,
  new: (_cls, readline, extraTokens, encoding) =>
    new PyTokenizer(readline, encoding === undefined ? undefined : strValue(encoding), extraTokens),
  slots: { iter: (self: PyTokenizer) => self, next: nextToken },
  constants: () => ({ __doc__: None }),
})

export const _tokenize: ModuleFactory = defineModule('_tokenize', () => ({
  doc: '',
  types: [tokenizerType],
  constants: () => ({ __doc__: None }),
}))
