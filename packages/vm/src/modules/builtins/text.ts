// ascii, format, repr, print, input, breakpoint.
import { PyBaseException } from '../../data/exception.ts'
import { newStr, narrowStr, None, asStr, strValue, type Str, type Value } from '../../data/values.ts'
import { typeOf } from '../../data/type.ts'
import { fn } from '../../object/define-builtin.ts'
import { ascii } from '../../protocols/ascii.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { EOFError, RuntimeError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { format } from '../../protocols/format.ts'
import { raise } from '../../protocols/raise.ts'
import { repr, str, strText } from '../../protocols/repr.ts'
import { truth } from '../../protocols/truth.ts'
import type { KeywordNames } from '../../data/slots.ts'
import type { Thread } from '../../thread.ts'

function separator(value: Value, name: string, standard: string): Value {
  if (value === None) return narrowStr(standard)
  return asStr(value) ?? raise(PyTypeError, `${name} must be None or a string, not ${typeOf(value).tpName}`)
}

function print(args: readonly Value[], sep: Value, end: Value, file: Value, flush: Value, py: Thread): void {
  let stream = file
  if (stream === None) {
    stream = py.interpreter.sys.getStr('stdout') ?? raise(RuntimeError, 'lost sys.stdout')
    // Without a console, sys.stdout is None and printing does nothing.
    if (stream === None) return
  }
  const between = separator(sep, 'sep', ' ')
  const last = separator(end, 'end', '\n')
  const write = getAttr(stream, narrowStr('write'), py)
  args.forEach((arg, i) => {
    if (i > 0) call(write, [between], py)
    call(write, [str(arg, py)], py)
  })
  call(write, [last], py)
  if (truth(flush, py)) callMethod(stream, 'flush', [], py)
}

function tryToFlush(stream: Value, py: Thread): void {
  try {
    callMethod(stream, 'flush', [], py)
  } catch (caught) {
    if (!(caught instanceof PyBaseException)) throw caught
  }
}

function input(prompt: Value | undefined, py: Thread): Value {
  const { sys } = py.interpreter
  const stream = (name: string): Value => {
    const found = sys.getStr(name)
    if (found === undefined || found === None) raise(RuntimeError, `input(): lost sys.${name}`)
    return found
  }
  const [stdin, stdout] = [stream('stdin'), stream('stdout')]
  tryToFlush(stream('stderr'), py)
  if (prompt !== undefined) callMethod(stdout, 'write', [str(prompt, py)], py)
  tryToFlush(stdout, py)
  const line = strText(callMethod(stdin, 'readline', [], py), py)
  if (line === '') raise(EOFError, 'EOF when reading a line')
  return newStr(line.endsWith('\n') ? line.slice(0, -1) : line)
}

export const textFunctions = [
  fn('ascii(obj: object, /)', 'Answer a repr without characters beyond ASCII.', (object, py) => {
    const made = repr(object, py)
    const text = strValue(asStr(made) as Str)
    const shown = ascii(text)
    return shown === text ? made : newStr(shown)
  }),
  fn('breakpoint(*args, **kws)', 'Enter the debugger through sys.breakpointhook.', (args, names, py) => {
    const hook = py.interpreter.sys.getStr('breakpointhook')
    if (hook === undefined) raise(RuntimeError, 'lost sys.breakpointhook')
    const keys = names.keys.filter((key): key is Value => key !== undefined) as unknown as KeywordNames
    return call(hook, [...args, ...names.values], py, keys)
  }),
  fn("format(value: object, format_spec: str = '', /)", 'Answer a value formatted.', (value, spec, py) => format(value, spec, py)),
  fn("input(prompt: object = <unrepresentable>, /)", 'Read a line from standard input.', (prompt, py) => input(prompt, py), {
    text: "($module, prompt='', /)",
  }),
  fn("print(*args, sep: object = ' ', end: object = '\\n', file: object = None, flush: object = False)", 'Print values.', (args, sep, end, file, flush, py) =>
    print(args, sep, end, file, flush, py), { text: "($module, /, *args, sep=' ', end='\\n', file=None, flush=False)" }),
  fn('repr(obj: object, /)', 'Answer the canonical text of an object.', (object, py) => repr(object, py)),
]

