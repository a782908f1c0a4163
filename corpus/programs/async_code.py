# Coroutines driven by hand: no event loop.
class Sleep:
    def __init__(self, tag): self.tag = tag
    def __await__(self): got = yield self.tag; return f"woke {got}"
async def work(n): print("start", n); r = await Sleep(n); print(r); return n * 2
async def main():
    a = await work(1); b = await work(2); print("sum", a + b)
    try: await fails()
    except ValueError as e: print("caught", e)
    async with Ctx() as c: print("in", c)
    async for x in agen(3): print("x", x)
    else: print("for else")
    print([x async for x in agen(3) if x], {x: 1 async for x in agen(2)}, {x async for x in agen(2)}, [await work(x) for x in range(2)])
    g = (x * 2 async for x in agen(2)); print([y async for y in g])
    return "finished"
async def fails(): await Sleep("f"); raise ValueError("bad")
class Ctx:
    async def __aenter__(self): await Sleep("enter"); return "ctx"
    async def __aexit__(self, *a): print("aexit", a[0]); return True
async def agen(n):
    try:
        for i in range(n): await Sleep(f"g{i}"); yield i
    finally: print("agen done")
def run(coro):
    value, log = None, []
    while True:
        try: got = coro.send(value)
        except StopIteration as s: return s.value, log
        log.append(got); value = f"v{len(log)}"
print(run(main()))
c = work(9); print(type(c).__name__, c.cr_code.co_name, c.cr_running, c.cr_await); c.close()
async def cancelled():
    try: await Sleep("z")
    except KeyError as e: print("thrown in", e); return "ok"
k = cancelled(); k.send(None)
try: k.throw(KeyError("q"))
except StopIteration as s: print(s.value)
try: k.send(None)
except RuntimeError as e: print(e)
async def ag():
    try: got = yield 1; print("got", got); yield 2
    except ValueError: yield "thrown"
    finally: print("fin")
async def drive():
    g = ag(); print(await g.asend(None), await g.asend("s")); await g.aclose()
    g2 = ag(); await g2.__anext__(); print(await g2.athrow(ValueError)); await g2.aclose()
    try: await g2.__anext__()
    except StopAsyncIteration: print("stopped")
    g3, g4 = ag(), ag(); print(await anext(g3), await anext(aiter(g4), "d")); await g4.aclose(); await g3.aclose()
run(drive())
for bad in ("async def f(): await 5\nrun(f())", "async def f():\n async for x in 5: pass\nrun(f())", "async def f():\n async with 5: pass\nrun(f())", "async def f():\n for x in agen(1): pass\nrun(f())"):
    try: exec(bad)
    except TypeError as e: print(e)
async def nothing(): pass
n = nothing(); print(n.__name__, run(n)[0])
