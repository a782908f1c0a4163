"""Threads that wait for each other while one of them is inside a builtin; handlers of signals; frames that have returned."""

import os
import queue
import signal
import sys
import threading


def exchange(x):
    """Start a thread whose target waits in C, and wake it from inside the builtin that called this."""
    reader, writer = os.pipe()
    got = queue.SimpleQueue()
    threads = [
        threading.Thread(target=os.read, args=(reader, 100)),
        threading.Thread(target=got.get, args=(True,), kwargs={"timeout": 20}),
    ]
    for thread in threads:
        thread.start()
    os.write(writer, b"x")
    got.put(x)
    for thread in threads:
        thread.join()
    os.close(reader)
    os.close(writer)
    return x


print(sorted([3, 1, 2], key=exchange), max([1, 2], key=exchange))

where = []
signal.signal(signal.SIGUSR2, lambda number, frame: where.append(threading.current_thread() is threading.main_thread()))
senders = [
    threading.Thread(target=os.kill, args=(os.getpid(), signal.SIGUSR2)),
    threading.Thread(target=signal.raise_signal, args=(signal.SIGUSR2,)),
]
for sender in senders:
    sender.start()
    sender.join()
    while len(where) < 1 + senders.index(sender):
        pass
signal.signal(signal.SIGUSR2, signal.SIG_DFL)
print(where)


def returned():
    here = sys._getframe()
    len("a call")
    later = here
    return later


def left_by_handler():
    here = sys._getframe()
    try:
        return 1 // 0
    except ZeroDivisionError:
        pass
    return here


for function in (returned, left_by_handler):
    frame = function()
    print(function.__name__, frame.f_lineno - function.__code__.co_firstlineno, frame.f_lasti)
