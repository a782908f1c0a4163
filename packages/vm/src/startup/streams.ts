// sys.stdin, sys.stdout, sys.stderr (https://docs.python.org/3.13/library/sys.html#sys.stdin).
import { PyBaseException } from '../data/exception.ts'
import type { KeywordNames } from '../data/slots.ts'
import { narrowStr, newInt, newStr, None, type Value } from '../data/values.ts'
import type { Host } from '../ports/host.ts'
import { getAttr, setAttr } from '../protocols/attributes.ts'
import { call } from '../protocols/call.ts'
import { lookupCodec } from '../protocols/codecs.ts'
import { strText } from '../protocols/repr.ts'
import type { Thread } from '../thread.ts'
import { FatalError } from './fatal.ts'

interface Stream {
  readonly fd: number
  readonly name: string
  readonly writes: boolean
}

const streams: readonly Stream[] = [
  { fd: 0, name: 'stdin', writes: false },
  { fd: 1, name: 'stdout', writes: true },
  { fd: 2, name: 'stderr', writes: true },
]

const named = (values: Record<string, Value>): { args: Value[]; names: KeywordNames } => ({
  args: Object.values(values),
  names: Object.keys(values).map((name) => narrowStr(name)),
})

/** Is the descriptor open at all? A program may be started without one. */
function isOpen(fd: number, py: Thread): boolean {
  try {
    py.interpreter.host.files.fstat(fd)
    return true
  } catch {
    return false
  }
}

const locales = ['C', 'POSIX', 'C.UTF-8', 'C.utf8', 'UTF-8']

/** In the C locale, and in those it is coerced to, bytes that are no UTF-8 pass through. */
function localeErrors({ environment }: Host): string {
  const locale = [environment['LC_ALL'], environment['LC_CTYPE'], environment['LANG']].find((name) => name !== undefined && name !== '')
  return locale === undefined || locales.includes(locale) ? 'surrogateescape' : 'strict'
}

/** The name that the codec has itself. */
function codecName(encoding: string, py: Thread): string {
  try {
    return strText(getAttr(lookupCodec(encoding, py), narrowStr('name'), py), py)
  } catch (caught) {
    if (!(caught instanceof PyBaseException)) throw caught
    throw new FatalError(
      'init_stdio_encoding: failed to get the Python codec name of the stdio encoding', 'core initialized', `${caught.type.name}: ${strText(caught, py)}\n`,
    )
  }
}

/** PYTHONIOENCODING: `encoding:errors`, either part optional; an encoding alone is strict. */
function wanted(py: Thread): { encoding: string; errors: string } {
  const { settings, host } = py.interpreter
  const text = settings.flags.ignoreEnvironment ? undefined : host.environment['PYTHONIOENCODING']
  const [encoding = '', errors] = (text ?? '').split(':')
  const otherwise = encoding !== '' ? 'strict' : settings.flags.utf8Mode ? 'surrogateescape' : localeErrors(host)
  return { encoding: encoding === '' ? 'utf-8' : codecName(encoding, py), errors: errors === undefined || errors === '' ? otherwise : errors }
}

function open(stream: Stream, io: Value, py: Thread): Value {
  if (!isOpen(stream.fd, py)) return None
  const { unbuffered } = py.interpreter.settings.flags
  const { encoding, errors } = wanted(py)
  const text = named({ buffering: newInt(unbuffered && stream.writes ? 0 : -1), closefd: false })
  const mode = narrowStr(stream.writes ? 'wb' : 'rb')
  const buffer = call(getAttr(io, narrowStr('open'), py), [newInt(stream.fd), mode, ...text.args], py, text.names)
  const raw = unbuffered && stream.writes ? buffer : getAttr(buffer, narrowStr('raw'), py)
  setAttr(raw, narrowStr('name'), newStr(`<${stream.name}>`), py)
  const terminal = py.interpreter.host.files.isatty(stream.fd)
  const options = named({
    encoding: newStr(encoding),
    errors: newStr(stream.fd === 2 ? 'backslashreplace' : errors),
    newline: narrowStr('\n'),
    line_buffering: stream.fd === 2 || (terminal && stream.writes),
    write_through: unbuffered && stream.writes,
  })
  const wrapper = call(getAttr(io, narrowStr('TextIOWrapper'), py), [buffer, ...options.args], py, options.names)
  setAttr(wrapper, narrowStr('mode'), narrowStr(stream.writes ? 'w' : 'r'), py)
  return wrapper
}

export function openStandardStreams(py: Thread): void {
  const io = py.interpreter.importBuiltin('_io', py) as Value
  for (const stream of streams) {
    const made = open(stream, io, py)
    py.interpreter.sys.setStr(`__${stream.name}__`, made)
    py.interpreter.sys.setStr(stream.name, made)
  }
}
