// _asyncio: futures, tasks and the running loop of the asyncio package.
import { None, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { callMethod } from '../../protocols/call.ts'
import { RuntimeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { futureType } from './future.ts'
import { currentTask, enterTask, eventLoop, leaveTask, runningLoop, setRunningLoop, swapCurrentTask, tasks } from './running.ts'
import { taskType } from './task.ts'
import './future-iterator.ts'

const running = (py: Thread): Value => runningLoop(py) ?? raise(RuntimeError, 'no running event loop')

export const _asyncio = defineModule('_asyncio', () => ({
  doc: 'Futures, tasks and the running loop of asyncio.',
  functions: [
    fn('current_task(loop: object = None)', 'The task that a loop is at; the running loop if none is named.', (loop, py) =>
      currentTask(loop === None ? running(py) : loop, py) ?? None,
    ),
    fn('get_event_loop()', 'The running loop, or the one that the policy has.', eventLoop),
    fn('get_running_loop()', 'The running loop; raises where there is none.', running),
    fn('_get_running_loop()', 'The running loop, or None.', (py) => runningLoop(py) ?? None),
    fn('_set_running_loop(loop: object, /)', 'Set the running loop of this thread.', setRunningLoop),
    fn('_register_task(task: object)', 'A task is scheduled.', (task, py) => void callMethod(tasks(py).scheduled, 'add', [task], py)),
    fn('_unregister_task(task: object)', 'A task is scheduled no longer.', (task, py) => void callMethod(tasks(py).scheduled, 'discard', [task], py)),
    fn('_register_eager_task(task: object)', 'A task begins its eager step.', (task, py) => void tasks(py).eager.add(task, py.keys)),
    fn('_unregister_eager_task(task: object)', 'A task has made its eager step.', (task, py) => void tasks(py).eager.delete(task, py.keys)),
    fn('_enter_task(loop: object, task: object)', 'A loop turns to a task.', enterTask),
    fn('_leave_task(loop: object, task: object)', 'A loop turns from a task.', leaveTask),
    fn('_swap_current_task(loop: object, task: object)', 'Set the task that a loop is at; answer the one before.', swapCurrentTask),
  ],
  types: [futureType, taskType],
  constants: (py) => {
    const { current, eager, scheduled } = tasks(py)
    return { _current_tasks: current, _eager_tasks: eager, _scheduled_tasks: scheduled }
  },
}))
