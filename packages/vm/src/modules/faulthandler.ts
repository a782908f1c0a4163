// faulthandler: tracebacks of the running thread; a machine that has no signals of its own catches none.
import type { PyFrame } from '../data/frame.ts'
import { asInt, newStr, None, type Value } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { callMethod } from '../protocols/call.ts'
import { RuntimeError, ValueError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { encodeBuiltin } from '../protocols/codecs.ts'
import { onHost } from './host-error.ts'
import type { Thread } from '../thread.ts'
import { lastInstruction, lineAt } from '../types/frame/index.ts'

const enabledState = 'faulthandler.enabled'

/** The frames of this thread, newest first, as faulthandler writes them. */
function dump(py: Thread): string {
  let text = `Stack (most recent call first):\n`
  for (let frame: PyFrame | undefined = py.frame, count = 0; frame !== undefined; frame = frame.back, count++) {
    if (count === 100) return text + '  ...\n'
    const { filename, qualname } = frame.code.data
    text += `  File "${typeof filename === 'string' ? filename : '?'}", line ${lineAt(frame, lastInstruction(frame)) ?? '?'} in ${qualname}\n`
  }
  return text
}

function write(file: Value | undefined, text: string, py: Thread): void {
  const stream = file === undefined || file === None ? py.interpreter.sys.getStr('stderr') : file
  if (stream === undefined || stream === None) return raise(RuntimeError, 'sys.stderr is None')
  const given = asInt(stream)
  const fd = given ?? asInt(callMethod(stream, 'fileno', [], py))
  if (given === undefined) callMethod(stream, 'flush', [], py)
  if (fd === undefined || fd < 0) raise(ValueError, 'file is not a valid file descripter')
  onHost(py, () => py.interpreter.host.files.write(Number(fd), encodeBuiltin('utf-8', newStr(text), 'backslashreplace', py)))
}

export const faulthandler = defineModule('faulthandler', () => ({
  doc: 'Tracebacks on request.',
  varargs: 'dump_traceback_later register unregister',
  functions: [
    fn('enable(file: object = <unrepresentable>, all_threads: bool = True)', 'Write a traceback at a fatal error.', (_file, _all, py) => void py.interpreter.state.set(enabledState, true), { text: '($module, /, file=sys.stderr, all_threads=True)' }),
    fn('disable()', 'Write none.', (py) => {
      const before = py.interpreter.state.get(enabledState) === true
      py.interpreter.state.set(enabledState, false)
      return before
    }),
    fn('is_enabled()', 'Tell whether tracebacks are written.', (py) => py.interpreter.state.get(enabledState) === true),
    fn('dump_traceback(file: object = <unrepresentable>, all_threads: bool = True)', 'Write a traceback now.', (file, _all, py) => write(file, dump(py), py), { text: '($module, /, file=sys.stderr, all_threads=True)' }),
    fn('dump_traceback_later(timeout: float, repeat: bool = False, file: object = <unrepresentable>, exit: bool = False)', 'Write a traceback after some time, which nothing here can.', (timeout) => {
      if (!(timeout > 0)) raise(ValueError, 'timeout must be greater than 0')
    }, { text: '($module, /, timeout, repeat=False, file=sys.stderr, exit=False)' }),
    fn('cancel_dump_traceback_later()', 'Cancel that.', () => None),
    fn('register(signum: cint, file: object = <unrepresentable>, all_threads: bool = True, chain: bool = False)', 'Write a traceback when a signal comes.', () => None, { text: '($module, /, signum, file=sys.stderr, all_threads=True, chain=False)' }),
    fn('unregister(signum: cint, /)', 'Write none for that signal.', () => false),
  ],
}))
