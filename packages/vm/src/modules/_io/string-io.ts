// StringIO: text in memory. Positions count code points; the text is a list of them only when it has to be.
import { newTuple, PyTuple } from '../../data/sequences.ts'
import type { PyType } from '../../data/type.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, codePointsOf, newInt, newStr, None, strOfCodePoints, strValue, type Str, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { existingDict } from '../../protocols/attributes.ts'
import { callMethod } from '../../protocols/call.ts'
import { OSError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { sizeInt } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { restoreAttributes, statePosition } from './pickled-state.ts'
import { closedError } from './errors.ts'
import { sizeArgument, textIOBaseType } from './io-base.ts'
import { PyTextIOBase } from './layouts.ts'
import { NewlineDecoder, seenNewlines } from './newline-decoder.ts'

export class PyStringIO extends PyTextIOBase {
  /** Narrow text, as pieces that are joined when somebody looks. */
  parts: string[] = []
  /** Set once the text holds a code point that is no single code unit. */
  wide: number[] | undefined = undefined
  length = 0
  pos = 0
  closed = false
  newline: string | undefined = '\n'
  translator: NewlineDecoder | undefined = undefined
}

const method = methods<PyStringIO>()
const open = (self: PyStringIO): PyStringIO => (self.closed ? closedError('I/O operation on closed file') : self)

function textOf(self: PyStringIO): string {
  if (self.parts.length > 1) self.parts = [self.parts.join('')]
  return self.parts[0] ?? ''
}
function slice(self: PyStringIO, from: number, to: number): Str {
  if (self.wide !== undefined) return strOfCodePoints(self.wide.slice(from, to))
  return textOf(self).slice(from, to) as Str
}

function put(self: PyStringIO, piece: Str): void {
  const points = typeof piece === 'string' ? undefined : codePointsOf(piece)
  const count = points?.length ?? (piece as string).length
  if (points !== undefined && self.wide === undefined) {
    self.wide = [...codePointsOf(textOf(self) as Str)]
    self.parts = []
  }
  if (self.wide !== undefined) {
    const own = self.wide
    while (own.length < self.pos) own.push(0)
    const added = points ?? codePointsOf(piece)
    for (let i = 0; i < added.length; i++) own[self.pos + i] = added[i] as number
  } else if (self.pos === self.length) self.parts.push(piece as string)
  else {
    const text = textOf(self).padEnd(self.pos, '\0')
    self.parts = [text.slice(0, self.pos) + (piece as string) + text.slice(self.pos + count)]
  }
  self.pos += count
  if (self.pos > self.length) self.length = self.pos
}

/** Change the newlines of a text. In JavaScript text, lone surrogates side by side would become one code point. */
function mapNewlines(text: Str, change: (text: string) => string): Str {
  if (typeof text === 'string') return newStr(change(text))
  const isNewline = (point: number) => point === 10 || point === 13
  const others = text.codePoints.filter((point) => !isNewline(point))
  const marks = change(text.codePoints.map((point) => (isNewline(point) ? String.fromCharCode(point) : 'x')).join(''))
  let at = 0
  return strOfCodePoints(Array.from(marks, (mark) => (mark === 'x' ? (others[at++] as number) : mark.charCodeAt(0))))
}

/** What `write` stores of a text: newlines as the stream wants them. */
function write(self: PyStringIO, given: Str): void {
  const { translator, newline } = self
  let text = given
  if (translator !== undefined) text = mapNewlines(text, (units) => translator.newlines(units, true))
  if (newline !== undefined && newline !== '' && newline !== '\n') text = mapNewlines(text, (units) => units.replaceAll('\n', newline))
  if (text !== '') put(self, text)
}

function lineEnd(self: PyStringIO, from: number): number {
  const { wide, newline } = self
  if (wide !== undefined) {
    const end = newline === '\r' ? 13 : 10
    for (let i = from; i < wide.length; i++) {
      const point = wide[i]
      if (newline === '' ? point === 10 || point === 13 : newline === '\r\n' ? point === 13 && wide[i + 1] === 10 : point === end) {
        return point === 13 && wide[i + 1] === 10 && newline !== '\r' ? i + 2 : i + 1
      }
    }
    return wide.length
  }
  const text = textOf(self)
  if (newline === '') {
    const found = /\r\n|\r|\n/g
    found.lastIndex = from
    return found.exec(text) === null ? text.length : found.lastIndex
  }
  const mark = newline === undefined ? '\n' : newline
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + mark.length
}

function readLine(self: PyStringIO, limit: number): Str {
  if (self.pos >= self.length) return '' as Str
  const end = lineEnd(self, self.pos)
  const stop = limit >= 0 ? Math.min(end, self.pos + limit) : end
  const line = slice(self, self.pos, stop)
  self.pos = stop
  return line
}

function setNewline(self: PyStringIO, newline: Value, py: Thread): void {
  const text = newline === None ? undefined : asStr(newline)
  if (newline !== None && text === undefined) raise(PyTypeError, `newline must be str or None, not ${typeOf(newline).tpName}`)
  const value = text === undefined ? undefined : strValue(text)
  if (value !== undefined && !['', '\n', '\r', '\r\n'].includes(value)) raise(ValueError, `illegal newline value: ${reprText(newline, py)}`)
  self.newline = value
  self.translator = value === undefined || value === '' ? new NewlineDecoder(undefined, value === undefined) : undefined
}

function fill(self: PyStringIO, initial: Value): void {
  self.parts = []
  self.wide = undefined
  self.length = self.pos = 0
  self.closed = false
  if (initial === None) return
  const text = asStr(initial)
  if (text === undefined) return raise(PyTypeError, `initial_value must be str or None, not ${typeOf(initial).tpName}`)
  write(self, text)
  self.pos = 0
}

export const stringIOType: PyType = defineType("_io.StringIO(initial_value: object = '', newline: object = '\\n')", {
  doc: 'A stream of text in memory.',
  instance: PyStringIO, base: textIOBaseType, subclassable: true,
  allocate: (type) => withClass(new PyStringIO(), type, true),
  newRaw: (cls) => withClass(new PyStringIO(), cls, true),
  init(self: PyStringIO, initial, newline, py) {
    setNewline(self, newline, py)
    fill(self, initial)
  },
  slots: {
    next(self: PyStringIO, py) {
      open(self)
      if (Object.hasOwn(self, 'type') && self.type !== stringIOType) {
        const line = callMethod(self, 'readline', [], py)
        return line === '' ? undefined : line
      }
      const line = readLine(self, -1)
      return line === '' ? undefined : line
    },
  },
  methods: () => [
    method('close(self, /)', 'Free the text.', (self) => {
      self.closed = true
      self.parts = []
      self.wide = undefined
      self.length = 0
    }),
    method('getvalue(self, /)', 'Answer all text.', (self) => slice(open(self), 0, self.length)),
    method('read(self, size: object = -1, /)', 'Read text.', (self, given, py) => {
      open(self)
      const size = sizeArgument(given, py)
      const end = size < 0 ? self.length : Math.min(self.length, self.pos + size)
      const text = self.pos < end ? slice(self, self.pos, end) : ('' as Str)
      self.pos = Math.max(self.pos, end)
      return text
    }),
    method('readline(self, size: object = -1, /)', 'Read a line.', (self, size, py) => readLine(open(self), sizeArgument(size, py))),
    method('tell(self, /)', 'Answer the position.', (self) => sizeInt(open(self).pos)),
    method('truncate(self, pos: object = None, /)', 'Cut the text.', (self, pos, py) => {
      open(self)
      const size = pos === None ? self.pos : sizeArgument(pos, py)
      if (size < 0) raise(ValueError, `Negative size value ${String(sizeInt(size))}`)
      if (size < self.length) {
        if (self.wide !== undefined) self.wide.length = size
        else self.parts = [textOf(self).slice(0, size)]
        self.length = size
      }
      return sizeInt(size)
    }),
    method('seek(self, pos: index, whence: cint = 0, /)', 'Change the position.', (self, offset, whence) => {
      open(self)
      if (whence < 0 || whence > 2) raise(ValueError, `Invalid whence (${whence}, should be 0, 1 or 2)`)
      if (offset < 0 && whence === 0) raise(ValueError, `Negative seek position ${String(sizeInt(offset))}`)
      if (whence !== 0 && offset !== 0) raise(OSError, "Can't do nonzero cur-relative seeks")
      self.pos = whence === 0 ? offset : whence === 1 ? self.pos : self.length
      return sizeInt(self.pos)
    }),
    method('write(self, s: object, /)', 'Write text.', (self, given) => {
      const text = asStr(given)
      if (text === undefined) return raise(PyTypeError, `string argument expected, got '${typeOf(given).tpName}'`)
      open(self)
      write(self, text)
      return newInt(typeof text === 'string' ? text.length : text.codePoints.length)
    }),
    method('seekable(self, /)', 'Tell whether the position can be changed.', (self) => open(self) === self),
    method('readable(self, /)', 'Tell whether it can be read.', (self) => open(self) === self),
    method('writable(self, /)', 'Tell whether it can be written.', (self) => open(self) === self),
    method('__getstate__(self, /)', 'Help pickle.', (self) =>
      newTuple([
        slice(open(self), 0, self.length), self.newline === undefined ? None : newStr(self.newline), newInt(self.pos), existingDict(self) ?? None,
      ])),
    method('__setstate__(self, state: object, /)', 'Help pickle.', (self, state, py: Thread) => {
      open(self)
      if (!(state instanceof PyTuple) || state.items.length < 4) {
        return raise(PyTypeError, `${self.type.tpName}.__setstate__ argument should be 4-tuple, got ${typeOf(state).tpName}`)
      }
      const [text, newline, pos, dict] = state.items as [Value, Value, Value, Value]
      const value = asStr(text)
      if (value === undefined && text !== None) {
        raise(PyTypeError, `initial_value must be str or None, not ${typeOf(text).tpName}`)
      }
      setNewline(self, newline, py)
      fill(self, None)
      if (value !== undefined && value !== '') put(self, value)
      self.pos = statePosition(pos, (type) => `third item of state must be an integer, got ${type}`)
      restoreAttributes(self, dict, 'fourth', py)
      return None
    }),
  ] as BuiltinDefinition[],
  attributes: () => ({
    closed: { get: (self: PyStringIO) => self.closed } as never,
    newlines: { get: (self: PyStringIO) => seenNewlines(self.translator?.seen ?? 0) } as never,
    line_buffering: { get: (self: PyStringIO) => open(self) !== self } as never,
  }),
})
