// What prints values, exceptions and warnings about lost exceptions; what audits.
import { PyBaseException, PyTraceback } from '../../data/exception.ts'
import { newTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { narrowStr, newStr, None, type Str, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { getAttr, getAttrOrUndefined } from '../../protocols/attributes.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { KeyboardInterrupt, RuntimeError, UnicodeError } from '../../protocols/exceptions.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { repr, reprText, strText } from '../../protocols/repr.ts'
import { fullName } from '../../protocols/full-name.ts'
import type { Thread } from '../../thread.ts'
import { plainTraceback, tracebackHere } from './plain-traceback.ts'
import { StructSequence } from '../../types/structseq.ts'

/** Write to `sys.stderr`, where there is one; trouble with it is not reported anywhere. */
export function writeError(text: string, py: Thread): void {
  const stream = py.interpreter.sys.getStr('stderr')
  if (stream === undefined || stream === None) return
  try {
    callMethod(stream, 'write', [newStr(text)], py)
    callMethod(stream, 'flush', [], py)
  } catch (caught) {
    if (!(caught instanceof PyBaseException)) throw caught
  }
}

function title(exception: PyBaseException, py: Thread): string {
  return fullName(exception.type, py)
}

function lastLine(exception: PyBaseException, py: Thread): string {
  let message: string
  try {
    message = strText(exception, py)
  } catch {
    message = '<exception str() failed>'
  }
  return message === '' ? `${title(exception, py)}\n` : `${title(exception, py)}: ${message}\n`
}

/** Print an exception as the interpreter does: Lib's traceback draws it; without that, its last line alone. */
export function displayException(exception: PyBaseException, py: Thread): void {
  const stream = py.interpreter.sys.getStr('stderr')
  if (stream === undefined || stream === None) return
  try {
    const importer = py.interpreter.builtins.getStr('__import__') as Value
    const traceback = call(importer, [narrowStr('traceback'), None, None, newTuple([narrowStr('_print_exception_bltin')])], py)
    callMethod(traceback, '_print_exception_bltin', [exception], py)
  } catch (caught) {
    if (!(caught instanceof PyBaseException)) throw caught
    writeError(lastLine(exception, py), py)
  }
  try {
    callMethod(stream, 'flush', [], py)
  } catch (caught) {
    if (!(caught instanceof PyBaseException)) throw caught
  }
}

const unraisableArgs = new StructSequence('UnraisableHookArgs', {
  doc: 'What sys.unraisablehook is told.',
  fields: [
    ['exc_type', 'the class'], ['exc_value', 'the exception'], ['exc_traceback', 'its traceback'], ['err_msg', 'a message, or None'],
    ['object', 'the object that caused it, or None'],
  ],
})

/** Report an exception that nobody can catch (`__del__`, callbacks) through `sys.unraisablehook`. */
export function reportUnraisable(exception: PyBaseException, object: Value, message: Value, py: Thread): void {
  exception.traceback ??= tracebackHere(py)
  const args = unraisableArgs.make([exception.type, exception, exception.traceback ?? None, message, object])
  const hook = py.interpreter.sys.getStr('unraisablehook')
  try {
    if (hook === undefined || hook === None) printUnraisable(args, py)
    else call(hook, [args], py)
  } catch (caught) {
    if (!(caught instanceof PyBaseException)) throw caught
    writeError('Exception ignored in sys.unraisablehook\n' + lastLine(caught, py), py)
  }
}

function printUnraisable(args: Value, py: Thread): void {
  const get = (name: string): Value => getAttr(args, narrowStr(name), py)
  const message = get('err_msg')
  const object = get('object')
  const head = message === None ? 'Exception ignored in' : strText(message, py)
  if (object !== None) {
    let shown: string
    try {
      shown = reprText(object, py)
    } catch {
      shown = '<object repr() failed>'
    }
    writeError(`${head}: ${shown}\n`, py)
  } else if (message !== None) writeError(`${head}:\n`, py)
  const exception = get('exc_value')
  if (!(exception instanceof PyBaseException)) return
  let trace = ''
  try {
    if (exception.traceback !== undefined) trace = plainTraceback(exception.traceback, py)
  } catch (caught) {
    if (!(caught instanceof PyBaseException)) throw caught
  }
  writeError(trace + lastLine(exception, py), py)
}

function display(value: Value, py: Thread): void {
  if (value === None) return
  const { builtins, sys } = py.interpreter
  builtins.setStr('_', None)
  const stream = sys.getStr('stdout')
  if (stream === undefined || stream === None) raise(RuntimeError, 'lost sys.stdout')
  const text = repr(value, py)
  try {
    callMethod(stream, 'write', [text], py)
  } catch (caught) {
    if (!isRaised(caught, UnicodeError)) throw caught
    writeEscaped(stream, text, py)
  }
  callMethod(stream, 'write', [narrowStr('\n')], py)
  builtins.setStr('_', value)
}

/** What the stream's encoding lacks is shown as backslash escapes. */
function writeEscaped(stream: Value, text: Str, py: Thread): void {
  const encoding = getAttr(stream, narrowStr('encoding'), py)
  const bytes = callMethod(text, 'encode', [encoding, narrowStr('backslashreplace')], py)
  const buffer = getAttrOrUndefined(stream, narrowStr('buffer'), py)
  if (buffer !== undefined) callMethod(buffer, 'write', [bytes], py)
  else callMethod(stream, 'write', [callMethod(bytes, 'decode', [encoding, narrowStr('strict')], py)], py)
}

const auditState = 'sys.audit'

/** Tell the audit hooks of an event. */
export function audit(event: string, args: readonly Value[], py: Thread): void {
  const hooks = py.interpreter.state.get(auditState) as Value[] | undefined
  if (hooks === undefined) return
  for (const hook of hooks) call(hook, [newStr(event), newTuple(args)], py)
}

export const hookFunctions = [
  fn('displayhook(object: object, /)', 'Print a value unless it is None, and keep it as builtins._.', display),
  fn('excepthook(exctype: object, value: object, traceback: object, /)', 'Print an exception to sys.stderr.', (_, value, traceback, py) => {
    if (!(value instanceof PyBaseException)) {
      writeError(`TypeError: print_exception(): Exception expected for value, ${typeOf(value).tpName} found\n`, py)
      return None
    }
    if (traceback instanceof PyTraceback && value.traceback === undefined) value.traceback = traceback
    displayException(value, py)
    return None
  }),
  fn('unraisablehook(unraisable: object, /)', 'Print an exception that nobody can catch.', printUnraisable),
  fn('audit(event: str, /, *args)', 'Tell the audit hooks of an event.', (event, args, py) => audit(strText(event, py), args, py)),
  fn('addaudithook(hook: object)', 'Add an audit hook.', (hook, py) => {
    const { state } = py.interpreter
    const hooks = state.get(auditState) as Value[] | undefined
    try {
      audit('sys.addaudithook', [], py)
    } catch (caught) {
      if (caught instanceof PyBaseException && !isRaised(caught, KeyboardInterrupt)) return None
      throw caught
    }
    if (hooks === undefined) state.set(auditState, [hook])
    else hooks.push(hook)
    return None
  }),
]
