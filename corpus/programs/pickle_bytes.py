# What pickles look like, byte for byte, in every protocol; and what damaged ones are answered with.
import binascii
import collections
import copyreg
import enum
import fractions
import io
import pickle
import pickletools
import random


class Colour(enum.Enum):
    RED = 1


class Slots:
    __slots__ = ('a', 'b')


class Plain:
    class Inner:
        def method(self):
            pass


class Named:
    def __new__(cls, *args, key=None):
        return object.__new__(cls)

    def __getnewargs_ex__(self):
        return (1, 2), {'key': 3}


class Appending:
    def __init__(self):
        self.got = []

    def append(self, item):
        self.got.append(item)

    def __reduce__(self):
        return Appending, (), None, iter([1, 2, 3])


def set_state(target, state):
    target.__dict__.update(state)


class Set:
    def __reduce__(self):
        return Set, (), {'z': 1}, None, None, set_state


slots = Slots()
slots.a = [1]
slots.b = 'x'
knot = [1]
knot.append((knot, 'x', {2: knot}))
plain = Plain()
plain.self = plain
values = [
    None, True, 0, 255, 256, 65535, 65536, -1, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**63, -2**63, 2**2040, -2**2039, 1.5, -0.0,
    float('inf'), '', 'abc', 'é\\\n\0', '漢\ud800😀', b'', b'bytes', bytes(300), bytearray(), bytearray(b'xy'), (), (1,), (1, 2), (1, 2, 3),
    (1, 2, 3, 4), [], [1], [1, 2], {}, {1: 2}, {1: 2, 3: 4}, set(), {1}, frozenset([2]), Colour.RED, slots, knot, plain, Named(), Appending(),
    Set(), Plain.Inner, Plain.Inner.method, len, type(None), type(...), ..., fractions.Fraction(1, 3), collections.OrderedDict(a=1),
    collections.Counter('aab'), 1 + 2j, range(3), slice(1, 2), ValueError('x', 1),
]
for value in values:
    for protocol in range(6):
        try:
            data = pickle.dumps(value, protocol)
        except TypeError as error:
            print(protocol, error)
            continue
        print(protocol, len(data), data if len(data) < 400 else binascii.crc32(data))
        pickle.loads(data)

print('batches')
for value in [list(range(1000)), list(range(1001)), dict.fromkeys(range(1000)), set(range(1000)), collections.deque(range(1001))]:
    for protocol in (0, 2, 5):
        codes = collections.Counter(op.name for op, _, _ in pickletools.genops(pickle.dumps(value, protocol)))
        print(protocol, sorted((name, n) for name, n in codes.items() if name in ('MARK', 'APPEND', 'APPENDS', 'SETITEM', 'SETITEMS', 'ADDITEMS')))


class Writes:
    def __init__(self):
        self.sizes = []

    def write(self, data):
        self.sizes.append(len(data))


print('frames')
for value in ['x' * 70000, [b'q' * 65536, bytearray(65535)], [str(i) * 10 for i in range(5000)]]:
    for protocol in (3, 4, 5):
        file = Writes()
        pickle.dump(value, file, protocol)
        print(protocol, file.sizes, len(pickle.dumps(value, protocol)))

print('memo')
file = io.BytesIO()
pickler = pickle.Pickler(file, 2)
shared = ['s']
pickler.dump(shared)
pickler.dump([shared, shared])
print(file.getvalue(), len(pickler.memo.copy()))
pickler.clear_memo()
pickler.fast = True
pickler.dump([shared, shared])
print(file.getvalue())
file.seek(0)
unpickler = pickle.Unpickler(file)
print(unpickler.load(), unpickler.load(), unpickler.load(), sorted(unpickler.memo.copy()))


class Ids(pickle.Pickler):
    def persistent_id(self, value):
        return ('id', str(value)) if isinstance(value, float) else None

    def reducer_override(self, value):
        return (str, ('a function',)) if callable(value) and not isinstance(value, type) else NotImplemented


class Objects(pickle.Unpickler):
    def persistent_load(self, pid):
        return pid

    def find_class(self, module, name):
        print('find', module, name)
        return super().find_class(module, name)


for protocol in (1, 5):
    file = io.BytesIO()
    Ids(file, protocol).dump([1.5, set_state, Plain])
    print(file.getvalue(), Objects(io.BytesIO(file.getvalue())).load())

print('tables')
copyreg.add_extension(__name__, 'Plain', 0x1234)
print(pickle.dumps(Plain, 2), pickle.loads(pickle.dumps(Plain, 2)))
copyreg.remove_extension(__name__, 'Plain', 0x1234)
pickler = pickle.Pickler(file := io.BytesIO(), 2)
pickler.dispatch_table = {complex: lambda c: (complex, (0, c.imag))}
pickler.dump(3 + 4j)
print(file.getvalue())

print('buffers')
data = bytearray(b'out of band')
buffers = []
made = pickle.dumps([pickle.PickleBuffer(data), pickle.PickleBuffer(b'ro')], 5, buffer_callback=buffers.append)
print(made, [bytes(buffer) for buffer in buffers], [bytes(buffer) for buffer in pickle.loads(made, buffers=buffers)])
print(pickle.dumps([pickle.PickleBuffer(data), pickle.PickleBuffer(b'ro')], 5))
buffer = pickle.PickleBuffer(memoryview(data)[2:5])
print(buffer.raw().tolist(), buffer.raw().readonly)
buffer.release()

print('mistakes')


def tried(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


tried(buffer.raw)
tried(lambda: pickle.PickleBuffer(memoryview(data)[::2]).raw())
tried(lambda: pickle.loads(made))
tried(lambda: pickle.loads(made, buffers=[]))
tried(lambda: pickle.dumps(pickle.PickleBuffer(data), 4))
tried(lambda: pickle.dumps(1, 6))
tried(lambda: pickle.dumps(1, buffer_callback=print))
tried(lambda: pickle.dumps(lambda: 0))
tried(lambda: pickle.load(3))
tried(lambda: pickle.dump(3, 4))
for damaged in [
    b'', b'\x80', b'\x80\x07', b'\xff', b"'", b'(', b'.', b'0.', b'(0N.', b'a.', b'Na.', b'(dNs.', b'(Nd.', b'e.', b't.', b'N\x86.', b'NNR.',
    b'N)\x81.', b'NN\x93.', b'\x82w.', b'\x82\x00.', b'g5\n.', b'gx\n.', b'Np-5\n.', b'Iabc\n.', b'I010\n.', b'I01\n.', b'I1\n.', b'L\n.', b'LxL\n.',
    b'Fabc\n.', b'F1.5x\n.', b'F1e999\n.', b'Sabc\n.', b"S'\\x'\n.", b'V\\u12\n.', b'X\x01\x00\x00\x00\xff.', b'U\x04abc', b'\x8b\xff\xff\xff\xff',
    b'\x8d\xff\xff\xff\xff\xff\xff\xff\xff', b'\x95\xff\xff\xff\xff\xff\xff\xff\x7f', b'P1\n.', b'P\xe9\n.', b'NQ.', b'\x97.', b'(o.', b'(i\n.', b']}b.',
    b'NN\x85b.', b'cos\nnothing\n.', b'cnosuchmodule\nx\n.', b'\x8e\xff\xff\xff\xff\xff\xff\xff\x7f', b'G\x00', b'N\x98.',
]:
    tried(lambda: pickle.loads(damaged))


class Wrong:
    def __init__(self, answer):
        self.answer = answer

    def __reduce__(self):
        return self.answer

    def __repr__(self):
        return '<wrong>'


for answer in [
    None, (1,), (1, 2), (len, 2), (len, (), 1, 2), (len, (), 1, None, 2), (len, (), 1, None, None, 2), (1, 2, 3, 4, 5, 6, 7), 'nothing',
    (copyreg.__newobj__, ()), (copyreg.__newobj__, (1,)), (copyreg.__newobj__, (int,)), (copyreg.__newobj_ex__, (int, ())),
    (copyreg.__newobj_ex__, (1, (), {})), (copyreg.__newobj_ex__, (int, 1, {})), (copyreg.__newobj_ex__, (int, (), 1)),
]:
    tried(lambda: pickle.dumps(Wrong(answer)))

print('depth')
deep = []
for _ in range(4900):
    deep = [deep]
print(len(pickle.dumps(deep)))
for _ in range(200):
    deep = [deep]
tried(lambda: pickle.dumps(deep))

print('noise')
random.seed(3)
good = [pickle.dumps([1, 2.5, 'a', (1, 2), {3: 4}, {5}], protocol) for protocol in range(6)]
for _ in range(300):
    data = bytearray(random.choice(good))
    at = random.randrange(len(data))
    data[at:at + random.randrange(3)] = random.choice([b'N', b'(', b'0', b'.', b'a', b'e', b't', b'u', b'\x85', b'\x94', b''])
    if b'r' in data:
        continue  # LONG_BINPUT: how much memory a big number takes is the machine's affair
    try:
        print(type(pickle.loads(bytes(data))).__name__)
    except Exception as error:
        print(type(error).__name__, error)
