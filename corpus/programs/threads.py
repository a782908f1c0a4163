# Threads: locks and what is built of them, queues, pools, locals, exceptions; waiting inside native calls.
import queue
import threading
import time

# mutual exclusion
total = 0
lock = threading.Lock()
def add(n):
    global total
    for _ in range(n):
        with lock:
            total += 1
ts = [threading.Thread(target=add, args=(20000,)) for _ in range(4)]
[t.start() for t in ts]; [t.join() for t in ts]
print('total', total)
# a thread that waits for another without waiting
flag = False
def setter():
    global flag
    for _ in range(1000): pass
    flag = True
threading.Thread(target=setter).start()
while not flag: pass
print('flag seen', flag)
# inside natives
def work(i):
    time.sleep(0.001 * (5 - i)); return i * i
res = []
def gather(i): res.append(sum(work(j) for j in range(i)))
ts = [threading.Thread(target=gather, args=(i,)) for i in range(5)]
[t.start() for t in ts]; [t.join() for t in ts]
print(sorted(res))
# condition, semaphore, barrier, event, timer
b = threading.Barrier(3); order = []
def party(i):
    b.wait(); order.append(i)
ts = [threading.Thread(target=party, args=(i,)) for i in range(3)]
[t.start() for t in ts]; [t.join() for t in ts]
print(sorted(order), b.broken)
sem = threading.BoundedSemaphore(2); pair = threading.Barrier(2); active = []; peak = []
def limited(i):
    with sem:
        active.append(i); peak.append(len(active)); pair.wait(); active.remove(i)
ts = [threading.Thread(target=limited, args=(i,)) for i in range(6)]
[t.start() for t in ts]; [t.join() for t in ts]
print('peak', max(peak))
ev = threading.Event()
t = threading.Timer(0.01, ev.set); t.start()
print(ev.wait(5), ev.wait(0))
print(threading.Event().wait(0.01))
# locals
loc = threading.local(); seen = []
def use(i):
    loc.x = i; time.sleep(0.001); seen.append(loc.x)
ts = [threading.Thread(target=use, args=(i,)) for i in range(4)]
[t.start() for t in ts]; [t.join() for t in ts]
print(sorted(seen), hasattr(loc, 'x'))
# join timeout, names, daemons
gate = threading.Event()
t = threading.Thread(target=gate.wait, name='sleepy'); t.start()
t.join(0.001); print(t.is_alive(), t.name, threading.active_count()); gate.set(); t.join(); print(t.is_alive())
def forever():
    while True: time.sleep(0.01)
threading.Thread(target=forever, daemon=True).start()
# exceptions
def bad(): raise ValueError('in thread')
hooked = []
threading.excepthook = lambda a: hooked.append((a.exc_type.__name__, str(a.exc_value), a.thread.name))
t = threading.Thread(target=bad, name='T-bad'); t.start(); t.join(); print(hooked)
# queue
q = queue.Queue(maxsize=2); out = []
def producer():
    for i in range(10): q.put(i)
    q.put(None)
def consumer():
    while (x := q.get()) is not None: out.append(x)
ts = [threading.Thread(target=f) for f in (producer, consumer)]
[t.start() for t in ts]; [t.join() for t in ts]
print(out)
try: q.get(timeout=0.01)
except queue.Empty: print('empty')
# RLock
r = threading.RLock()
def rec(n):
    with r: return n if n == 0 else rec(n - 1)
print(rec(5))
rl = []
def try_r(): rl.append(r.acquire(blocking=False))
with r:
    t = threading.Thread(target=try_r); t.start(); t.join()
print(rl)
# pools
from concurrent.futures import ThreadPoolExecutor, as_completed
with ThreadPoolExecutor(4) as ex:
    fs = [ex.submit(pow, 2, n) for n in range(8)]
    print(sorted(f.result() for f in as_completed(fs)))
    f = ex.submit(bad)
    print(type(f.exception()).__name__)
# generators across threads
def gen():
    for i in range(3): time.sleep(0.001); yield i
g = gen(); got = []
def pull():
    for x in g: got.append(x)
t = threading.Thread(target=pull); t.start(); t.join(); print(got)
done = threading.Event()
def late():
    done.wait(); print('last words')
threading.Thread(target=late).start()
print('main done')
done.set()
