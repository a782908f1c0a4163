// atexit: functions to call when the interpreter ends, last registered first.
import { PyBaseException } from '../data/exception.ts'
import type { KeywordNames } from '../data/slots.ts'
import { typeOf } from '../data/type.ts'
import { newInt, newStr, None, type Value } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { call } from '../protocols/call.ts'
import { equal } from '../protocols/compare.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { reprText } from '../protocols/repr.ts'
import type { Thread } from '../thread.ts'
import { reportUnraisable } from './sys/hooks.ts'

interface Callback {
  readonly func: Value
  readonly args: readonly Value[]
  readonly names: KeywordNames
}

const state = 'atexit'
function callbacks(py: Thread): Callback[] {
  let list = py.interpreter.state.get(state) as Callback[] | undefined
  if (list === undefined) py.interpreter.state.set(state, (list = []))
  return list
}

/** Call them all; what they raise is reported and stops nothing. */
export function runExitFunctions(py: Thread): void {
  const list = callbacks(py)
  for (let callback = list.pop(); callback !== undefined; callback = list.pop()) {
    try {
      call(callback.func, callback.args.slice(), py, callback.names)
    } catch (caught) {
      if (!(caught instanceof PyBaseException)) throw caught
      const { func } = callback
      reportUnraisable(caught, None, newStr(`Exception ignored in atexit callback ${reprText(func, py)}`), py)
    }
  }
}

export const atexit = defineModule('atexit', () => ({
  doc: 'Functions to call when the interpreter ends.',
  varargs: 'register',
  functions: [
    fn('register(func: object, /, *args, **kwargs)', 'Register a function; answer it.', (func, args, keywords, py) => {
      if (typeOf(func).slots.call === undefined) raise(PyTypeError, 'the first argument must be callable')
      const names: Value[] = []
      const values: Value[] = []
      keywords.keys.forEach((key, i) => {
        if (key === undefined) return
        names.push(key)
        values.push(keywords.values[i] as Value)
      })
      callbacks(py).push({ func, args: [...args, ...values], names: names as unknown as KeywordNames })
      return func
    }),
    fn('unregister(func: object, /)', 'Forget every registration of a function.', (func, py) => {
      const list = callbacks(py)
      for (let i = list.length - 1; i >= 0; i--) if (equal((list[i] as Callback).func, func, py)) list.splice(i, 1)
    }),
    fn('_clear()', 'Forget all.', (py) => void (callbacks(py).length = 0)),
    fn('_run_exitfuncs()', 'Call all.', (py) => runExitFunctions(py)),
    fn('_ncallbacks()', 'Answer how many there are.', (py) => newInt(callbacks(py).length)),
  ],
}))
