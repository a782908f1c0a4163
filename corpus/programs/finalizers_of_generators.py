# Suspended generators and coroutines that nobody can resume are closed; coroutines that nobody awaited are told of.
import asyncio, contextlib, gc, sys, types, warnings
def g(name):
    try: yield name
    except GeneratorExit: print('exit', name); raise
    finally: print('finally', name)
x = g('dropped'); next(x); del x; gc.collect()
x = g('not begun'); del x; gc.collect(); print('-- nothing')
x = g('used up'); print(list(x)); del x; gc.collect(); print('-- done')
def outer(): 
    with contextlib.ExitStack() as stack:
        stack.callback(print, 'stack unwound'); yield from g('inner')
x = outer(); next(x); del x; gc.collect()
@contextlib.contextmanager
def manager():
    print('enter')
    try: yield
    finally: print('leave')
m = manager(); m.__enter__(); del m; gc.collect()
c = g('cycle'); frame = c.gi_frame; next(c); del frame
class Holder: pass
h = Holder(); h.c = c; h.me = h; del c, h; gc.collect()
sys.unraisablehook = lambda told: print(told.exc_type.__name__, told.exc_value, type(told.object).__name__)
def stubborn():
    try: yield 1
    finally: yield 2
x = stubborn(); next(x); del x; gc.collect()
def bad():
    try: yield 1
    finally: raise KeyError('in finally')
x = bad(); next(x); del x; gc.collect()
@types.coroutine
def wait(): yield
async def work(name):
    try: await wait()
    finally: print('work', name)
w = work('suspended'); w.send(None); del w; gc.collect()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always'); work('never awaited'); gc.collect(); print([str(w.message) for w in caught])
    w = work('closed'); w.close(); del w; gc.collect(); print(len(caught))
async def ticks():
    try:
        for i in range(3): yield i
    finally: print('no more ticks')
async def main():
    async for i in ticks():
        if i == 1: break
    gc.collect(); await asyncio.sleep(0); print('main ends')
asyncio.run(main())
async def plain():
    try: yield 1
    finally: print('async generator closed')
a = plain().__anext__()
try: a.send(None)
except StopIteration: pass
del a; gc.collect()
gc.collect(); print('-- asynchronous')
for i in g('by the loop'):
    break
gc.collect(); print('-- loop')
kept = g('at exit'); print(next(kept))
print('end')
