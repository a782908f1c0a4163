# Nothing that something holds is finalized, whatever holds it.
import array, asyncio, atexit, codecs, collections, contextlib, contextvars, copyreg, csv, functools, gc, io, itertools, json, operator, os, pickle
import queue, re, signal, sys, threading, types, warnings, weakref
class A:
    def __init__(self, name): self.name = name
    def __call__(self, *args): return None
    def __iter__(self): return iter(())
    def __enter__(self): return self
    def __exit__(self, *exc): pass
    def write(self, text): pass
    def read(self, size=-1): return b''
    def readline(self): return b''
    def __eq__(self, other): return self is other
    def __hash__(self): return 7
    def __lt__(self, other): return self.name < other.name
    def __buffer__(self, flags): return memoryview(b'abc')
    def __del__(self):
        if self.name not in over: print('GONE', self.name)
over = {'a', 'b', 'default'}
def gen(*held):
    try: yield held
    finally: pass
async def co(*held): await asyncio.sleep(0)
class Slots: __slots__ = ('held',)
class Meta(type): pass
class Descriptor: __get__ = None
def exception(value):
    try: raise KeyError(value)
    except KeyError as e: e.add_note('n'); return e
def chained():
    try:
        try: raise KeyError(A('context'))
        except KeyError: raise ValueError
    except ValueError as e: return e
def slots(value): s = Slots(); s.held = value; return s
def started(value): g = gen(value); next(g); return g
def cached(value):
    f = functools.lru_cache(lambda x: x); f(value); return f
def reduced(value): f = functools.singledispatch(lambda x: x); f.register(int, value); return f
def variable(value): v = contextvars.ContextVar('v'); v.set(value); return v
def context(value):
    v = contextvars.ContextVar('w'); c = contextvars.copy_context(); c.run(v.set, value); return c
def local(value): l = threading.local(); l.held = value; return l
def tee(value): one, two = itertools.tee([value, 1]); next(one); return two
def grouped(value): g = itertools.groupby([value, 1, 2], id); next(g); return g
def named(value): return collections.namedtuple('N', 'a')(value)
def module(value): m = types.ModuleType('m'); m.held = value; return m
def closed(value):
    def f(): return value
    return f
def annotated(x: A('annotation') = 1): pass
def queued(value): q = queue.SimpleQueue(); q.put(value); return q
def wide(value): d = dict.fromkeys(range(3)); d[value] = 1; return d.items()
ways = [
    lambda a: [a], lambda a: (a,), lambda a: {a}, lambda a: frozenset([a]), lambda a: {1: a}, lambda a: {a: 1}, lambda a: iter([a]), lambda a: iter((a,)),
    lambda a: iter({a}), lambda a: iter({a: 1}), lambda a: {1: a}.values(), wide, lambda a: reversed([a]), lambda a: enumerate([a]), lambda a: zip([a]), lambda a: map(a, [1]),
    lambda a: filter(a, [1]), lambda a: [a].append, lambda a: a.__call__, lambda a: a.__eq__, lambda a: slice(a), lambda a: property(a), lambda a: classmethod(a), lambda a: staticmethod(a),
    lambda a: super(A, a), lambda a: types.MethodType(print, a), lambda a: types.MappingProxyType({1: a}), lambda a: types.SimpleNamespace(a=a), lambda a: types.CellType(a), lambda a: list[a],
    lambda a: collections.deque([a]), lambda a: iter(collections.deque([a])), lambda a: collections.OrderedDict(a=a), lambda a: iter(collections.OrderedDict(a=a).values()), lambda a: collections.defaultdict(a),
    lambda a: collections.ChainMap({1: a}), lambda a: collections.Counter([a]), named, lambda a: functools.partial(a), lambda a: functools.partial(print, a), lambda a: functools.partial(print, k=a), cached, reduced,
    lambda a: functools.cmp_to_key(a), lambda a: functools.cmp_to_key(print)(a), lambda a: functools.cached_property(a),
    lambda a: itertools.chain([a]), lambda a: itertools.cycle([a]), lambda a: itertools.repeat(a), tee, grouped, lambda a: itertools.product([a], [1]), lambda a: itertools.permutations([a]),
    lambda a: itertools.combinations([a], 1), lambda a: itertools.islice([a], 3), lambda a: itertools.starmap(a, []), lambda a: itertools.takewhile(a, []), lambda a: itertools.accumulate([a]), lambda a: itertools.zip_longest([1], fillvalue=a),
    lambda a: itertools.batched([a], 1), lambda a: itertools.pairwise([a]), lambda a: itertools.compress([a], [1]), lambda a: itertools.filterfalse(a, []),
    lambda a: operator.itemgetter(a), lambda a: operator.methodcaller('f', a), exception, lambda a: (a, chained()), lambda a: BaseExceptionGroup('g', [exception(a)]), lambda a: StopIteration(a), lambda a: OSError(1, a), lambda a: SystemExit(a),
    lambda a: gen(a), started, lambda a: co(a), variable, context, local, module, closed, queued, slots, lambda a: Meta('M', (), {'held': a}), lambda a: type('C', (A,), {'held': a}), lambda a: exec('pass', g := {'held': a}) or g,
    lambda a: weakref.ref(A, a), lambda a: weakref.finalize(A, a), lambda a: weakref.WeakKeyDictionary({A: a}), lambda a: iter(a.__call__, 1), lambda a: csv.writer(a), 
    lambda a: json.JSONDecoder(object_hook=a), lambda a: json.JSONEncoder(default=a), lambda a: pickle.Unpickler(a), 
    lambda a: contextlib.closing(a), lambda a: contextlib.ExitStack().enter_context(a) and [a], lambda a: contextlib.suppress(a), lambda a: memoryview(a),
    lambda a: threading.Thread(target=a), lambda a: threading.Timer(100, a), lambda a: types.DynamicClassAttribute(a),
]
held = []
for number, way in enumerate(ways):
    held.append(way(A(number)))
    if number % 20 == 0: gc.collect()
atexit.register(A('atexit')); signal.signal(signal.SIGTERM, A('signal')); codecs.register(A('codecs')); codecs.register_error('mine', A('errors'))
copyreg.pickle(A, A('copyreg')); sys.displayhook = A('displayhook'); sys.modules['held'] = A('module'); warnings.showwarning = A('warnings'); sys.unraisablehook = A('unraisable')
sys.set_asyncgen_hooks(A('firstiter'), A('finalizer'))
gc.collect(); print('-- by the interpreter')
def collect(*names):
    """Collect; afterwards some may go whenever that is noticed."""
    gc.collect(); over.update(names)
def frame(value, *more, **named):
    collect('argument', 'rest', 'keyword'); return value.name
print(frame(A('argument'), A('rest'), key=A('keyword')), [A('operand'), collect('operand')][1])
for item in [A('looped over')]: gc.collect()
with A('with') as entered: del entered; collect('with')
print([collect('comprehension') for item in (A('comprehension'),)])
print(sorted([3, 1, 2], key=lambda n, held=A('default'): (gc.collect(), n)[1]), list(map(lambda n: (gc.collect(), A(n))[1].name, 'ab')))
loop = asyncio.new_event_loop(); future = loop.create_future(); future.add_done_callback(A('callback')); task = loop.create_task(co(A('task'))); loop.call_later(100, A('later')); future.held = A('of a future')
async def main():
    mine = A('of main'); other = asyncio.create_task(co(A('other'))); var.set(A('set in a task')); collect('other', 'task'); await other; collect('of main', 'set in a task'); return mine.name
var = contextvars.ContextVar('var'); var.set(A('of the thread')); gc.collect(); print(loop.run_until_complete(main())); gc.collect()
print(var.get().name)
ready, go = threading.Event(), threading.Event()
def threaded(value): mine = A('in a thread'); space.held = A('local to it'); ready.set(); go.wait(); print(value.name, mine.name, space.held.name); over.update([mine.name, value.name, space.held.name])
space = threading.local(); thread = threading.Thread(target=threaded, args=(A('given to it'),)); thread.start(); ready.wait(); gc.collect(); go.set(); thread.join()
print('-- end', len(held)); sys.stdout.flush(); os._exit(0)
