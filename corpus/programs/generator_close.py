import gc
def generator(tag):
    try:
        while True:
            yield tag
    except GeneratorExit:
        print("exit", tag)
        raise
    finally:
        print("closed", tag)
g = generator("a")
print(next(g))
g.close()
try: next(g)
except StopIteration: print("exhausted")
h = generator("b"); next(h)
try: h.throw(RuntimeError("in"))
except RuntimeError as e: print(repr(e))
def outer():
    try: yield from generator("c")
    finally: print("outer done")
o = outer(); next(o); o.close()
def swallow():
    while True:
        try: yield 1
        except ValueError: print("swallowed")
s = swallow(); next(s); print(s.throw(ValueError()), s.throw(ValueError("x"))); s.close()
def returns(): 
    try: yield 1
    except GeneratorExit: return 5
r = returns(); next(r); print(r.close())
unstarted = generator("never"); unstarted.close(); print("done")
