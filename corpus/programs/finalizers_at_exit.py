# What is alive when a program ends is finalized in CPython's order: garbage, what an error holds, then the nearest to the module.
import atexit, itertools
class A:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name, last.name)
early = None
x = A('x'); _y = A('_y'); early = A('early'); last = A('last')
pair = [A('l1'), A('l2')]; deeper = (A('t1'), [A('t2')]); table = {'k': A('value'), A('key'): 1}; one = {A('in a set')}
x.child = A('child'); x.child.child = A('grandchild'); x.again = early
loop = A('loop'); loop.me = loop
def inside(value):
    def get(default=A('default')): return value
    return get
get = inside(A('in a cell')); bound = A('bound').__init__; chain = itertools.chain([A('chained')])
class B(A):
    cls = A('of a class')
    def __del__(self): super().__del__(); global made; made = A('made at the end')
b = B('b'); atexit.register(lambda: print('exit function', x.name))
def gen(name, *held):
    try: yield held
    finally: print('closed', name)
g = gen('g', A('held by g')); next(g)
def fail():
    here = A('in the frame of the error')
    raise ValueError('the end')
print('end'); fail()
