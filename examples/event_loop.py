"""A tiny event loop with its own clock: tasks, sleeping, waiting for each other, cancelling."""

import heapq
import itertools


class Sleep:
    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        yield ("sleep", self.seconds)


class Cancelled(Exception):
    pass


class Task:
    def __init__(self, name, coroutine):
        self.name, self.coroutine = name, coroutine
        self.result = self.error = None
        self.done = False
        self.waiters = []

    def __await__(self):
        if not self.done:
            yield ("wait", self)
        if self.error is not None:
            raise self.error
        return self.result


class Loop:
    def __init__(self):
        self.now = 0.0
        self.queue = []
        self.order = itertools.count()

    def spawn(self, name, coroutine):
        task = Task(name, coroutine)
        self.schedule(task, 0)
        return task

    def schedule(self, task, delay, error=None):
        heapq.heappush(self.queue, (self.now + delay, next(self.order), task, error))

    def cancel(self, task):
        self.schedule(task, 0, Cancelled(task.name))

    def run(self):
        while self.queue:
            self.now, _, task, error = heapq.heappop(self.queue)
            if not task.done:
                self.step(task, error)

    def step(self, task, error):
        try:
            command = task.coroutine.throw(error) if error else task.coroutine.send(None)
        except StopIteration as stop:
            self.finish(task, stop.value, None)
        except Exception as failure:
            self.finish(task, None, failure)
        else:
            match command:
                case ("sleep", seconds):
                    self.schedule(task, seconds)
                case ("wait", other):
                    other.waiters.append(task)

    def finish(self, task, result, error):
        task.result, task.error, task.done = result, error, True
        print(f"{self.now:5.1f} {task.name} ends: {result if error is None else repr(error)}")
        for waiter in task.waiters:
            self.schedule(waiter, 0)


loop = Loop()


async def count(name, steps, delay):
    try:
        for step in range(steps):
            print(f"{loop.now:5.1f} {name} {step}")
            await Sleep(delay)
        return steps * delay
    except Cancelled:
        print(f"{loop.now:5.1f} {name} tidies up")
        raise


async def failing():
    await Sleep(1.5)
    raise ValueError("bad luck")


async def main():
    tasks = [loop.spawn("fast", count("fast", 3, 0.5)), loop.spawn("slow", count("slow", 10, 2))]
    broken = loop.spawn("broken", failing())
    print("fast took", await tasks[0])
    try:
        await broken
    except ValueError as error:
        print("caught", error)
    loop.cancel(tasks[1])
    try:
        await tasks[1]
    except Cancelled as error:
        print("cancelled", error)
    return "all done"


loop.spawn("main", main())
loop.run()
