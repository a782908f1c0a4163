// The event loop that runs in a thread, and the tasks that all loops know of.
import { PyDict } from '../../data/dict.ts'
import { newSet, type PySet } from '../../data/set.ts'
import { None, type Value } from '../../data/values.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { RuntimeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { library } from './library.ts'

const LOOP = 'asyncio.loop'

export function runningLoop(py: Thread): Value | undefined {
  return py.locals.get(LOOP) as Value | undefined
}

export function setRunningLoop(loop: Value, py: Thread): void {
  if (loop === None) py.locals.delete(LOOP)
  else py.locals.set(LOOP, loop)
}

/** The running loop, or the one that the policy has for the thread. */
export function eventLoop(py: Thread): Value {
  const running = runningLoop(py)
  if (running !== undefined) return running
  return callMethod(call(library('asyncio.events', 'get_event_loop_policy', py), [], py), 'get_event_loop', [], py)
}

interface Tasks {
  /** The task that each loop is at. */
  readonly current: PyDict
  /** Tasks in their first, eager step. */
  readonly eager: PySet
  /** A `weakref.WeakSet` of all others. */
  readonly scheduled: Value
  made: number
}

const TASKS = 'asyncio.tasks'

export function tasks(py: Thread): Tasks {
  let known = py.interpreter.state.get(TASKS) as Tasks | undefined
  if (known === undefined) {
    known = { current: new PyDict(), eager: newSet(), scheduled: call(library('weakref', 'WeakSet', py), [], py), made: 0 }
    py.interpreter.state.set(TASKS, known)
  }
  return known
}

export function currentTask(loop: Value, py: Thread): Value | undefined {
  return tasks(py).current.get(loop, py.keys)
}

export function enterTask(loop: Value, task: Value, py: Thread): void {
  const other = currentTask(loop, py)
  if (other !== undefined) {
    raise(RuntimeError, `Cannot enter into task ${reprText(task, py)} while another task ${reprText(other, py)} is being executed.`)
  }
  tasks(py).current.set(loop, task, py.keys)
}

export function leaveTask(loop: Value, task: Value, py: Thread): void {
  const current = currentTask(loop, py) ?? None
  if (current !== task) raise(RuntimeError, `Leaving task ${reprText(task, py)} does not match the current task ${reprText(current, py)}.`)
  tasks(py).current.delete(loop, py.keys)
}

/** Answers the task that was current. */
export function swapCurrentTask(loop: Value, task: Value, py: Thread): Value {
  const { current } = tasks(py)
  const previous = current.get(loop, py.keys)
  if (task !== None) current.set(loop, task, py.keys)
  else if (previous !== undefined) current.delete(loop, py.keys)
  return previous ?? None
}
