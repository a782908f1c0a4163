# Future and Task of _asyncio: their states, attributes, errors, and what a loop does with them.
import asyncio
import _asyncio
from _asyncio import Future, Task


def show(call):
    try:
        print(repr(call()))
    except BaseException as error:
        print(type(error).__name__, error)


loop = asyncio.new_event_loop()

print('--- a future that was never initialised')
blank = Future.__new__(Future)
for name in ['result', 'exception', 'cancel', 'cancelled', 'done', 'get_loop', '_make_cancelled_error', '__await__', '__repr__']:
    show(getattr(blank, name))
show(lambda: blank.set_result(1))
show(lambda: blank.set_exception(ValueError))
show(lambda: blank.add_done_callback(print))
show(lambda: blank.remove_done_callback(print))

print('--- attributes')
attributes = ['_state', '_asyncio_future_blocking', '_callbacks', '_result', '_exception', '_log_traceback', '_source_traceback', '_cancel_message']
for future in (blank, Future(loop=loop)):
    for name in attributes:
        show(lambda: getattr(future, name))
        show(lambda: delattr(future, name))
        show(lambda: setattr(future, name, 1))
show(lambda: Future(1))
show(lambda: Future(unknown=1))
show(lambda: Future(loop=1))
show(lambda: Future[int])

print('--- callbacks')
future = Future(loop=loop)
future.add_done_callback(print)
future.add_done_callback(print, context=3)
print([(one is print, type(context).__name__) for one, context in future._callbacks])
show(lambda: future.remove_done_callback(print))
show(lambda: future._callbacks)

print('--- awaiting')
show(lambda: future.result())
show(lambda: future.exception())
iterator = iter(future)
print(next(iterator) is future, future._asyncio_future_blocking)
show(lambda: next(iterator))
for args in [(1,), (ValueError('a'), 2), (ValueError, 1, 2), (ValueError, 'x'), (KeyError('k'),)]:
    show(lambda: iter(future).throw(*args))
show(lambda: iterator.close())
show(lambda: next(iterator))
iterator = future.__await__()
future.set_result((1, 2))
show(lambda: next(iterator))
show(lambda: future.set_result(1))
show(lambda: future.set_exception(ValueError))
print(future)

print('--- exceptions')
for given in [1, int, ValueError, ValueError('v'), StopIteration(3)]:
    future = Future(loop=loop)
    show(lambda: future.set_exception(given))
    if future.done():
        show(future.result)
        show(future.exception)
        print(repr(future.exception().__cause__))
future = Future(loop=loop)
print(future.cancel('why'), future.cancel(), future)
show(future.result)
show(future.exception)
show(lambda: future._cancel_message)

print('--- tasks')


async def answer(value):
    await asyncio.sleep(0)
    return value


show(lambda: Task(1, loop=loop))
coroutine = answer(1)
task = Task(coroutine, loop=loop)
print(type(task), task.get_name()[:5], task.get_coro() is coroutine, type(task.get_context()).__name__)
for name in ['_log_destroy_pending', '_must_cancel', '_fut_waiter', '_num_cancels_requested']:
    show(lambda: getattr(task, name))
    show(lambda: delattr(task, name))
show(lambda: task.set_result(1))
show(lambda: task.set_exception(1))
task.set_name(5)
show(task.get_name)
step = loop._ready[0]._callback
print(type(step), step.__self__ is task)
show(lambda: step(1))
show(lambda: step(x=1))
print(loop.run_until_complete(task), task.done(), task.uncancel(), task.cancelling())
show(step)


async def wrong(what):
    class Yield:
        def __await__(self):
            yield what
    await Yield()


async def main():
    for what in [1, Future(), Future(loop=asyncio.new_event_loop()), (number for number in ())]:
        try:
            await asyncio.create_task(wrong(what))
        except RuntimeError as error:
            print(str(error).partition(' <')[0])
    print(_asyncio.current_task() is asyncio.current_task(), _asyncio.get_running_loop() is loop)
    sleeper = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    print(sleeper.cancel('enough'), sleeper.cancelling(), sleeper._must_cancel, sleeper._fut_waiter)
    try:
        await sleeper
    except asyncio.CancelledError as error:
        print('cancelled', error.args, sleeper.cancelled())

    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print('no', asyncio.current_task().uncancel())
        return 'done'

    task = asyncio.create_task(stubborn(), name='stubborn')
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task)

    async def at_once():
        return 'at once'

    eager = Task(at_once(), loop=loop, eager_start=True)
    print(eager.done(), eager.result(), eager.get_coro())
    eager = Task(answer('later'), loop=loop, eager_start=True)
    print(eager.done(), await eager)

loop.run_until_complete(main())

print('--- the functions')
show(lambda: _asyncio.current_task())
show(lambda: _asyncio.current_task(loop))
show(lambda: _asyncio.get_running_loop())
show(lambda: _asyncio._get_running_loop())
show(lambda: _asyncio._enter_task(1, 2))
show(lambda: _asyncio._enter_task(1, 3))
show(lambda: _asyncio._leave_task(1, 3))
show(lambda: _asyncio._leave_task(loop=1, task=2))
show(lambda: _asyncio._swap_current_task(1, 2))
show(lambda: _asyncio._swap_current_task(1, None))
show(lambda: _asyncio._register_eager_task(5))
show(lambda: _asyncio._eager_tasks)
show(lambda: _asyncio._unregister_eager_task(task=5))
show(lambda: type(_asyncio._scheduled_tasks))
show(lambda: _asyncio._set_running_loop(5))
show(lambda: _asyncio.get_event_loop())
show(lambda: _asyncio._set_running_loop(None))
