// How an interpreter ends: exit status, exit functions, flushed streams.
import { PyBaseException } from '../data/exception.ts'
import { isSubtype } from '../data/type.ts'
import { narrowStr, asInt, None } from '../data/values.ts'
import { pending } from '../modules/_io/layouts.ts'
import { runExitFunctions } from '../modules/atexit.ts'
import { displayException, writeError } from '../modules/sys/hooks.ts'
import { getAttrOrUndefined } from '../protocols/attributes.ts'
import { call, callMethod } from '../protocols/call.ts'
import { collectorOf } from '../protocols/collector.ts'
import { KeyboardInterrupt, SystemExit } from '../protocols/exceptions.ts'
import { strText } from '../protocols/repr.ts'
import { truth } from '../protocols/truth.ts'
import type { Thread } from '../thread.ts'

/** Status after an uncaught KeyboardInterrupt: the process ends by that signal, and a shell shows 130. */
export const INTERRUPTED = -2
/** Status when flushing the standard streams failed at the end. */
const FLUSH_FAILED = 120

/** The status that SystemExit asks for; a code that is no number is printed. */
function statusOf(exit: PyBaseException, py: Thread): number {
  const code = getAttrOrUndefined(exit, narrowStr('code'), py) ?? None
  if (code === None) return 0
  const int = asInt(code)
  if (int !== undefined) return typeof int === 'number' ? int & 0xff : 0xff
  flush('stdout', py)
  writeError(`${strText(code, py)}\n`, py)
  return 1
}

/** Report what a program left uncaught; the exit status. */
export function reportUncaught(exception: PyBaseException, py: Thread, inspect = false): number {
  // Before a session (-i), even SystemExit is only shown.
  if (isSubtype(exception.type, SystemExit) && !inspect) return statusOf(exception, py)
  py.interpreter.sys.setStr('last_exc', exception)
  py.interpreter.sys.setStr('last_type', exception.type)
  py.interpreter.sys.setStr('last_value', exception)
  py.interpreter.sys.setStr('last_traceback', exception.traceback ?? None)
  const hook = py.interpreter.sys.getStr('excepthook')
  if (hook === undefined || hook === None) {
    writeError('sys.excepthook is missing\n', py)
    displayException(exception, py)
  } else {
    try {
      call(hook, [exception.type, exception, exception.traceback ?? None], py)
    } catch (caught) {
      if (!(caught instanceof PyBaseException)) throw caught
      if (isSubtype(caught.type, SystemExit)) return statusOf(caught, py)
      writeError('Error in sys.excepthook:\n', py)
      displayException(caught, py)
      writeError('\nOriginal exception was:\n', py)
      displayException(exception, py)
    }
  }
  return isSubtype(exception.type, KeyboardInterrupt) ? INTERRUPTED : 1
}

function flush(name: string, py: Thread): boolean {
  const stream = py.interpreter.sys.getStr(name)
  if (stream === undefined || stream === None) return true
  try {
    const closed = getAttrOrUndefined(stream, narrowStr('closed'), py)
    if (closed !== undefined && truth(closed, py)) return true
    callMethod(stream, 'flush', [], py)
    return true
  } catch (caught) {
    if (!(caught instanceof PyBaseException)) throw caught
    if (name === 'stdout') {
      writeError('Exception ignored on flushing sys.stdout:\n', py)
      displayException(caught, py)
    }
    return false
  }
}

/** Files that nobody closed: CPython closes them as their last reference goes, and is silent about errors. */
function flushFiles(py: Thread): void {
  for (const stream of pending(py).values()) {
    try {
      stream.flush(py)
    } catch (caught) {
      if (!(caught instanceof PyBaseException)) throw caught
    }
  }
}

/** Wait for threads, run exit functions, flush; the final status. */
export function finish(status: number, py: Thread): number {
  const threading = py.interpreter.modules.getStr('threading')
  let final = status
  if (threading !== undefined) {
    try {
      callMethod(threading, '_shutdown', [], py)
    } catch (caught) {
      if (!(caught instanceof PyBaseException)) throw caught
      writeError('Exception ignored on threading shutdown:\n', py)
      displayException(caught, py)
    }
  }
  runExitFunctions(py)
  py.interpreter.ending = 'finalizers'
  if (py.interpreter.finalizable?.some === true) {
    flush('stdout', py)
    collectorOf(py).atExit(py)
  }
  if (!flush('stdout', py)) final = FLUSH_FAILED
  if (!flush('stderr', py)) final = FLUSH_FAILED
  flushFiles(py)
  return final
}
