# asyncio's event loop: tasks, time-outs, queues, streams between sockets of one program, signals.
import asyncio
import os
import select
import signal
import socket


def pairs():
    one, other = socket.socketpair()
    one.sendall(b"across")
    print(other.recv(3), other.recv(10, socket.MSG_PEEK), other.recv(10))
    one.setblocking(False)
    try:
        one.recv(1)
    except BlockingIOError as error:
        print(error)
    other.settimeout(0.01)
    try:
        other.recv(1)
    except TimeoutError as error:
        print(error)
    with other.makefile("w") as text:
        print("a line", file=text)
    buffer = bytearray(20)
    print(one.recv_into(buffer), bytes(buffer[:8]))
    one.shutdown(socket.SHUT_WR)
    print(other.recv(1), one.fileno() != other.fileno())
    other.close()
    try:
        one.send(b"x")
    except BrokenPipeError as error:
        print(error)
    one.close()
    print(one.fileno(), one)


async def delayed(seconds, value):
    await asyncio.sleep(seconds)
    return value


async def tasks():
    print(await asyncio.gather(*(delayed(0.01 * (3 - i), i) for i in range(3))))
    try:
        await asyncio.wait_for(delayed(5, None), 0.01)
    except TimeoutError as error:
        print(type(error).__name__)
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timed out")
    queue = asyncio.Queue(maxsize=2)

    async def produce():
        for item in "abc":
            await queue.put(item)
        await queue.put(None)

    async with asyncio.TaskGroup() as group:
        group.create_task(produce())
        while (item := await queue.get()) is not None:
            print(item)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(delayed(5, None))
            group.create_task(asyncio.wait_for(delayed(5, None), 0.01))
    except* TimeoutError as group:
        print(len(group.exceptions))
    task = asyncio.create_task(delayed(5, None))
    await asyncio.sleep(0)
    task.cancel()
    print((await asyncio.gather(task, return_exceptions=True)))


async def streams():
    async def answer(reader, writer):
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    for word in b"one\n", b"two\n":
        writer.write(word)
        print(await reader.readline())
    writer.write_eof()
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


async def signals():
    loop = asyncio.get_running_loop()
    came = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, came.set)
    loop.call_later(0.01, os.kill, os.getpid(), signal.SIGUSR1)
    await asyncio.wait_for(came.wait(), 5)
    print("signal")


pairs()
asyncio.run(tasks())
asyncio.run(streams())
asyncio.run(signals())

signal.signal(signal.SIGALRM, lambda number, frame: print(signal.Signals(number).name))
signal.setitimer(signal.ITIMER_REAL, 0.01)
signal.pause()
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM]))
signal.raise_signal(signal.SIGALRM)
print(signal.sigpending())
print(signal.sigwait([signal.SIGALRM]), signal.sigpending())
with select.epoll() as epoll:
    reader, writer = os.pipe()
    epoll.register(reader, select.EPOLLIN)
    print(epoll.poll(0))
    os.write(writer, b"x")
    print(epoll.poll(0) == [(reader, select.EPOLLIN)])
