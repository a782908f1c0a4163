// The evaluator as the rest of the machine sees it (thread.ts declares it): each entry starts a nested loop.
import type { PyFunction } from '../data/callables.ts'
import type { PyCell, PyCode } from '../data/code.ts'
import { PyDict } from '../data/dict.ts'
import type { PyBaseException } from '../data/exception.ts'
import { Exit, PyFrame, type PyGenerator } from '../data/frame.ts'
import { PyModule } from '../data/module.ts'
import type { KeywordNames } from '../data/slots.ts'
import { None, type Value } from '../data/values.ts'
import type { Evaluator, Thread } from '../thread.ts'
import { bindFrame } from './bind.ts'
import { decode } from './decode.ts'
import { resumeFrame } from './generators.ts'
import { run } from './loop.generated.ts'
import { tellThrown } from './trace/tell.ts'
import { isTraced } from './trace/traps.ts'
import { runTraced } from './traced-loop.generated.ts'
import { setContext } from './raising.ts'
import { enterNative } from '../protocols/native-depth.ts'
import { checkDepth, raisedIn, unwindTo } from './unwind.ts'

/** What an entry of the loop takes of the native depth. */
const LOOP_UNITS = 2

/**
 * Run a frame on top of the thread's others until it returns or yields. With an `exception` it is raised where the
 * frame is. All in one function: where JavaScript's stack ends, it ends before `py.frame` is touched.
 */
function enter(frame: PyFrame, py: Thread, exception?: PyBaseException): Value {
  // Refused bytecode raises here, before there is a frame to unwind.
  decode(frame.code)
  const nativeDepth = py.nativeDepth
  enterNative(py, '', LOOP_UNITS)
  py.depth++
  checkDepth(py)
  const below = py.frame
  frame.exit = Exit.ENTRY
  frame.back = below
  py.frame = frame
  let raised = exception
  if (raised !== undefined && py.tracing.wanted) raised = tellThrown(raised, frame, py)
  for (let running: PyFrame | undefined = frame; ; ) {
    try {
      if (raised !== undefined) {
        const unwinding = raised
        raised = undefined
        running = unwindTo(unwinding, running, false, -1, py)
        if (running === undefined) throw unwinding
      }
      const value = isTraced(running, py) ? runTraced(py, running) : run(py, running)
      if (value !== undefined) {
        py.nativeDepth = nativeDepth
        return value
      }
      running = py.frame as PyFrame
    } catch (caught) {
      // Nothing native runs any more on top of this loop.
      py.nativeDepth = nativeDepth + LOOP_UNITS
      if (py.frame === below) {
        py.nativeDepth = nativeDepth
        throw caught
      }
      running = py.frame as PyFrame
      raised = raisedIn(caught, py)
      // What the loop counted is lost: a loop that raises every time comes to its tick all the same.
      py.budget--
    }
  }
}

/** `__builtins__` of a globals dict, which may be the module or its namespace. */
function builtinsOf(globals: PyDict, py: Thread): PyDict {
  const found = globals.getStr('__builtins__')
  if (found instanceof PyDict) return found
  if (found instanceof PyModule) return found.namespace
  return py.interpreter.builtins
}

export const evaluator: Evaluator = {
  callFunction(func: PyFunction, args: Value[], names: KeywordNames | undefined, py: Thread): Value {
    return enter(bindFrame(func, args, 0, args.length, names, py), py)
  },

  runCode(code: PyCode, globals: PyDict, locals: Value | undefined, py: Thread, closure?: readonly PyCell[]): Value {
    const places = code.data.localsplusnames.length
    const slots = decode(code).blank.slice()
    closure?.forEach((cell, i) => {
      slots[places - closure.length + i] = cell
    })
    return enter(new PyFrame(code, undefined, globals, builtinsOf(globals, py), locals, slots, places), py)
  },

  resume(generator: PyGenerator, sent: Value, py: Thread): Value {
    resumeFrame(generator, sent, py)
    return enter(generator.frame, py)
  },

  throwInto(generator: PyGenerator, exception: PyBaseException, py: Thread): Value {
    resumeFrame(generator, None, py)
    const frame = generator.frame
    frame.sp--
    if (generator.handled.value !== undefined) setContext(exception, py)
    return enter(frame, py, exception)
  },
}

