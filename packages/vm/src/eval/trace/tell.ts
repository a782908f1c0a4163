// Calls of trace and profile functions, as sys.settrace and sys.setprofile describe them: the function is told of a
// call and answers the one that is told of the rest; one that raises is taken off, and its exception goes on.
import { PyBaseException } from '../../data/exception.ts'
import type { PyFrame } from '../../data/frame.ts'
import { newTuple } from '../../data/sequences.ts'
import type { TraceEvent } from '../../data/tracing.ts'
import { narrowStr, None, type Value } from '../../data/values.ts'
import { call } from '../../protocols/call.ts'
import type { Thread } from '../../thread.ts'

/** The names that functions are told. */
const names = {
  start: 'call', resume: 'call', throw: 'call', line: 'line', jump: 'line', opcode: 'opcode', return: 'return', yield: 'return',
  unwind: 'return', raise: 'exception', call: 'c_call', called: 'c_return',
} as const satisfies Record<TraceEvent, string>

function tell(what: Value, frame: PyFrame, event: TraceEvent, name: string, arg: Value, py: Thread): Value {
  const { tracing } = py
  const outer = tracing.event
  tracing.inside++
  tracing.event = event
  try {
    return call(what, [frame, narrowStr(name), arg], py)
  } finally {
    tracing.inside--
    tracing.event = outer
  }
}

/** Tell the trace function. `call` events go to the thread's, all others to the frame's. */
export function tellTrace(frame: PyFrame, event: TraceEvent, arg: Value, py: Thread): void {
  const { tracing } = py
  if (tracing.trace === undefined || tracing.inside > 0) return
  const name = names[event]
  const what = name === 'call' ? tracing.trace : frame.trace
  if (what === undefined) return
  try {
    const answer = tell(what, frame, event, name, arg, py)
    if (answer !== None) frame.trace = answer
  } catch (caught) {
    tracing.trace = undefined
    frame.trace = undefined
    py.interpreter.onTraceChange(py)
    throw caught
  }
}

/** Tell the profile function. */
export function tellProfile(frame: PyFrame, event: TraceEvent, arg: Value, py: Thread, name: string = names[event]): void {
  const { tracing } = py
  if (tracing.profile === undefined || tracing.inside > 0) return
  try {
    tell(tracing.profile, frame, event, name, arg, py)
  } catch (caught) {
    tracing.profile = undefined
    py.interpreter.onTraceChange(py)
    throw caught
  }
}

/** Tell both. */
export function tellBoth(frame: PyFrame, event: TraceEvent, arg: Value, py: Thread): void {
  tellTrace(frame, event, arg, py)
  tellProfile(frame, event, arg, py)
}

/** An exception is raised in a frame, or comes out of what the frame called. */
export function tellRaised(exception: PyBaseException, frame: PyFrame, py: Thread): void {
  const calling = frame.calling
  if (calling !== undefined) {
    frame.calling = undefined
    tellProfile(frame, 'called', calling, py, 'c_exception')
  }
  tellTrace(frame, 'raise', newTuple([exception.type, exception, exception.traceback ?? None]), py)
}

/** `throw()` goes on in a frame; the exception that is raised there. */
export function tellThrown(exception: PyBaseException, frame: PyFrame, py: Thread): PyBaseException {
  try {
    tellBoth(frame, 'throw', None, py)
    return exception
  } catch (caught) {
    if (caught instanceof PyBaseException) return caught
    throw caught
  }
}
