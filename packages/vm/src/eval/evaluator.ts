// The evaluator as the rest of the machine sees it (thread.ts declares it): each entry starts a nested loop.
import type { PyFunction } from '../data/callables.ts'
import type { PyCell, PyCode } from '../data/code.ts'
import type { PyDict } from '../data/dict.ts'
import type { PyBaseException } from '../data/exception.ts'
import { Exit, PyFrame, type PyGenerator } from '../data/frame.ts'
import type { KeywordNames } from '../data/slots.ts'
import { None, type Value } from '../data/values.ts'
import { builtinsOf } from '../protocols/builtins-of.ts'
import { abandonment, giveWay, stepAside, suspension } from '../protocols/turns.ts'
import type { Evaluator, Thread } from '../thread.ts'
import type { Outcome } from '../threads.ts'
import { bindFrame } from './bind.ts'
import { decode } from './decode.ts'
import { resumeFrame } from './generators.ts'
import { goOn } from './going-on.ts'
import { run } from './loop.generated.ts'
import { tellThrown } from './trace/tell.ts'
import { isTraced } from './trace/traps.ts'
import { runTraced } from './traced-loop.generated.ts'
import { setContext } from './raising.ts'
import { enterNative } from '../protocols/native-depth.ts'
import { collectorOf } from '../protocols/collector.ts'
import { checkDepth, raisedIn, unwindTo } from './unwind.ts'
import { callsWaiting, framesHoldAll } from './waiting.ts'

/** What an entry of the loop takes of the native depth. */
const LOOP_UNITS = 2

/** How a loop is entered: by a native caller that waits for its value, or by a loop that lets threads take turns. */
type Caller = 'native' | 'first turn' | 'next turn'

/**
 * Run a frame on top of the thread's others until it returns or yields. With an `exception` it is raised where the
 * frame is. A thread that has its turn may come back without a value: it is parked. All in one function: where
 * JavaScript's stack ends, it ends before `py.frame` is touched.
 */
function enter(frame: PyFrame, py: Thread, exception: PyBaseException | undefined, caller: Caller): Value | undefined {
  // Refused bytecode raises here, before there is a frame to unwind.
  decode(frame.code)
  const nativeDepth = py.nativeDepth
  enterNative(py, '', LOOP_UNITS)
  const below = caller === 'next turn' ? undefined : py.frame
  if (caller !== 'next turn') {
    py.depth++
    checkDepth(py)
    frame.exit = Exit.ENTRY
    frame.back = below
    py.frame = frame
  }
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
      const value = isTraced(running, py) ? runTraced(py, running) : (goOn(py, running) ?? run(py, py.frame as PyFrame))
      if (value !== undefined) {
        py.nativeDepth = nativeDepth
        return value
      }
      running = py.frame as PyFrame
      py.interpreter.compiler?.(py, running)
      if (py.interpreter.finalizable?.due === true && nativeDepth === 0) collectorOf(py).collect(py)
      if (py.interpreter.threads.several) {
        if (caller !== 'native') return park(py, nativeDepth)
        if (nativeDepth > 0) giveWay(py)
        else if (letOthersRun(py, nativeDepth)) return ended(py)
        running = py.frame as PyFrame
      }
    } catch (caught) {
      if (caught === suspension) {
        suspend(py)
        if (caller !== 'native') return park(py, nativeDepth)
        // A loop on top of another only starts anew.
        if (nativeDepth > 0) py.nativeDepth = nativeDepth + LOOP_UNITS
        else if (letOthersRun(py, nativeDepth)) return ended(py)
        running = py.frame as PyFrame
        continue
      }
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

/** Leave a thread's only loop, to be entered again. */
function park(py: Thread, nativeDepth: number): undefined {
  py.parked = true
  py.nativeDepth = nativeDepth
}

/** The running instruction is to be run again when what it waits for holds. */
function suspend(py: Thread): void {
  ;(py.frame as PyFrame).ip--
  // What the loop counted is lost.
  py.budget--
}

/** The thread's only loop stays where it is while others run; true when one of them went on with it to its end. */
function letOthersRun(py: Thread, nativeDepth: number): boolean {
  py.nativeDepth = nativeDepth
  if (stepAside(py)) return true
  py.nativeDepth = nativeDepth + LOOP_UNITS
  return false
}

/** What another loop made of the frame that this one was called for. */
function ended(py: Thread): Value {
  const outcome = py.outcome as Outcome<Value>
  py.outcome = undefined
  if ('error' in outcome) throw outcome.error
  return outcome.value
}

/** A thread's first turn, or its next. */
function turn(py: Thread): Value | undefined {
  const { begin } = py
  if (begin === undefined) return enter(py.frame as PyFrame, py, undefined, 'next turn')
  py.begin = undefined
  const first = begin()
  return first instanceof PyFrame ? enter(first, py, undefined, 'first turn') : first
}

export const evaluator: Evaluator = {
  callFunction(func: PyFunction, args: Value[], names: KeywordNames | undefined, py: Thread): Value {
    return enter(bindFrame(func, args, 0, args.length, names, py), py, undefined, 'native') as Value
  },

  runCode(code: PyCode, globals: PyDict, locals: Value | undefined, py: Thread, closure?: readonly PyCell[]): Value {
    const places = code.data.localsplusnames.length
    const slots = decode(code).blank.slice()
    closure?.forEach((cell, i) => {
      slots[places - closure.length + i] = cell
    })
    return enter(new PyFrame(code, undefined, globals, builtinsOf(globals, py), locals, slots, places), py, undefined, 'native') as Value
  },

  resume(generator: PyGenerator, sent: Value, py: Thread): Value {
    resumeFrame(generator, sent, py)
    return enter(generator.frame, py, undefined, 'native') as Value
  },

  throwInto(generator: PyGenerator, exception: PyBaseException, py: Thread): Value {
    resumeFrame(generator, None, py)
    const frame = generator.frame
    frame.sp--
    if (generator.handled.value !== undefined) setContext(exception, py)
    return enter(frame, py, exception, 'native') as Value
  },

  frameOf: (func, args, names, py) => bindFrame(func, args, 0, args.length, names, py),

  goOn(py: Thread): void {
    py.parked = false
    try {
      const value = turn(py)
      if (value !== undefined) py.outcome = { value }
    } catch (error) {
      if (error === abandonment) throw error
      py.outcome = { error }
    }
    if (py.outcome !== undefined) py.ended?.()
  },

  framesHoldAll: (py) => framesHoldAll(py.frame as PyFrame),

  canRepeat: (py) => py.nativeDepth === LOOP_UNITS && callsWaiting(py.frame as PyFrame),

  canStartAnew: (py) => callsWaiting(py.frame as PyFrame),
}

