// open(), open_code() and text_encoding().
import { typeOf } from '../../data/type.ts'
import { asInt, asStr, narrowStr, newInt, newStr, None, strValue, type Str, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { lookup } from '../../data/type.ts'
import { PyBytes } from '../../data/bytes.ts'
import { getAttr, setAttr } from '../../protocols/attributes.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { EncodingWarning, RuntimeWarning, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { truth } from '../../protocols/truth.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'
import { fsPathOf } from '../path-argument.ts'
import { randomType, readerType, writerType } from './buffered.ts'
import { fileIOType } from './file-io.ts'
import { textIOWrapperType } from './text-wrapper.ts'

interface Mode {
  raw: string
  reading: boolean
  writing: boolean
  updating: boolean
  binary: boolean
}

function readMode(mode: string, py: Thread): Mode {
  const has = (letter: string): boolean => mode.includes(letter)
  for (const letter of mode) {
    if (!'xrwabt+'.includes(letter) || mode.indexOf(letter) !== mode.lastIndexOf(letter)) {
      raise(ValueError, `invalid mode: ${reprText(newStr(mode), py)}`)
    }
  }
  if (has('t') && has('b')) raise(ValueError, "can't have text and binary mode at once")
  const kinds = ['x', 'r', 'w', 'a'].filter(has).length
  if (kinds > 1) raise(ValueError, 'must have exactly one of create/read/write/append mode')
  const raw = ['x', 'r', 'w', 'a', '+'].filter(has).join('')
  return { raw, reading: has('r'), writing: has('w') || has('a') || has('x'), updating: has('+'), binary: has('b') }
}

/** `open(file, mode, …)`. */
export function openFile(
  given: Value, modeText: string, buffering: number, encoding: Str | undefined, errors: Str | undefined, newline: Str | undefined,
  closefd: boolean, opener: Value, py: Thread,
): Value {
  let file = given
  if (asInt(file) === undefined) file = fsPathOrFail(file, py)
  const mode = readMode(modeText, py)
  if (mode.binary) {
    if (encoding !== undefined) raise(ValueError, "binary mode doesn't take an encoding argument")
    if (errors !== undefined) raise(ValueError, "binary mode doesn't take an errors argument")
    if (newline !== undefined) raise(ValueError, "binary mode doesn't take a newline argument")
    if (buffering === 1) warn(py, RuntimeWarning, "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used")
  }
  const raw = call(fileIOType, [file, newStr(mode.raw), closefd, opener], py)
  let result = raw
  try {
    const terminal = truth(callMethod(raw, buffering < 0 ? '_isatty_open_only' : 'isatty', [], py), py)
    const lineBuffering = !mode.binary && (buffering === 1 || (buffering < 0 && terminal))
    let size = buffering
    if (buffering === 1) size = -1
    if (buffering < 0 || size < 0) size = Number(asInt(getAttr(raw, narrowStr('_blksize'), py)) ?? 8192)
    if (buffering === 0) {
      if (!mode.binary) raise(ValueError, "can't have unbuffered text I/O")
      return raw
    }
    const buffered = mode.updating ? randomType : mode.writing ? writerType : readerType
    result = call(buffered, [raw, newInt(size)], py)
    if (mode.binary) return result
    const text = call(textIOWrapperType, [result, encoding ?? None, errors ?? None, newline ?? None, lineBuffering], py)
    result = text
    setAttr(text, narrowStr('mode'), newStr(modeText), py)
    return text
  } catch (caught) {
    callMethod(result, 'close', [], py)
    throw caught
  }
}

function fsPathOrFail(file: Value, py: Thread): Value {
  if (asStr(file) === undefined && !(file instanceof PyBytes) && lookup(typeOf(file), '__fspath__') === undefined) {
    if (typeOf(file).slots.index !== undefined) return file
    raise(PyTypeError, `expected str, bytes or os.PathLike object, not ${typeOf(file).tpName}`)
  }
  return fsPathOf(file, py)
}

export const openFunctions = [
  fn(
    "open(file: object, mode: cstring = 'r', buffering: cint = -1, encoding: cstring | None = None, errors: cstring | None = None, newline: cstring | None = None, closefd: bool = True, opener: object = None)",
    'Open a file and answer a stream.',
    (file, mode, buffering, encoding, errors, newline, closefd, opener, py) =>
      openFile(file, strValue(mode), buffering, encoding, errors, newline, closefd, opener, py),
    { text: "($module, /, file, mode='r', buffering=-1, encoding=None,\n     errors=None, newline=None, closefd=True, opener=None)" },
  ),
  fn('open_code(path: str)', 'Open a file of code.', (path, py) => openFile(path, 'rb', -1, undefined, undefined, undefined, true, None, py)),
  fn('text_encoding(encoding: object, stacklevel: cint = 2, /)', 'Answer the encoding that None stands for.', (encoding, level, py) => {
    if (encoding !== None) return encoding
    if (py.interpreter.settings.flags.warnDefaultEncoding === true) {
      warn(py, EncodingWarning, "'encoding' argument not specified", level)
    }
    return narrowStr(py.interpreter.settings.flags.utf8Mode ? 'utf-8' : 'locale')
  }),
]
