# Pipes whose other end is gone: what select and poll say of them, and that opening them anew does not wait.
import asyncio
import os
import select
import subprocess
import sys


def told(fd):
    readable, writable, _ = select.select([fd], [fd], [], 0)
    poll = select.poll()
    poll.register(fd, select.POLLIN)
    return bool(readable), bool(writable), [event for _, event in poll.poll(0)]


# A pipe of this program alone, then one that another program had.
reader, writer = os.pipe()
print(told(writer))
os.close(reader)
print(told(writer))
os.close(writer)
child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
print(told(child.stdin.fileno()))
child.stdin.write(b"\n")
child.stdin.flush()
child.wait()
print(told(child.stdin.fileno()))
child.stdin.close()

# Its input is written and closed before the child opens it.
code = 'print(len(open("/dev/stdin").read()), len(open("/dev/fd/0").read()))'
child = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(child.communicate(b"abc"))


async def cancelled():
    loop = asyncio.get_running_loop()
    task = loop.create_task(loop.subprocess_exec(asyncio.SubprocessProtocol, sys.executable, "-c", "import time; time.sleep(60)"))
    loop.call_soon(task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled while the child was started")


asyncio.run(cancelled())
