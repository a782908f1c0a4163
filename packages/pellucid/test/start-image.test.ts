// An interpreter that starts from an image must be the one that started by itself, object for object.
import { beforeAll, expect, it, vi } from 'vitest'
import { createInterpreter, memoryHost, runMain, type Host } from '@pellucid/vm'
import { findLibrary, readArchive } from '@pellucid/stdlib/node'
import { convertError } from '../src/convert-error.ts'
import { Interpreter } from '../src/interpreter.ts'
import { frontend } from '../src/frontend.ts'
import { frozenFrom, type CodeStore } from '../src/frozen.ts'
import { pellucidModules } from '../src/modules/index.ts'
import { codec, inTurns } from '../src/ports.ts'
import { startFromImage } from '../src/start-image.ts'

// Everything below sys.modules, each object once, by the path that led to it first.
const inventory = `
import sys
lines, seen = [], {}
def show(o, path):
    t = type(o)
    if o is None or t in (bool, int, str, bytes, float):
        return repr(o)
    if id(o) in seen:
        return 'see ' + seen[id(o)]
    seen[id(o)] = path
    if t is dict:
        for k in sorted(o, key=repr):
            lines.append((path, repr(k), show(o[k], f'{path}[{k!r}]')))
    elif t in (list, tuple):
        lines.append((path, [show(x, f'{path}[{i}]') for i, x in enumerate(o)]))
    elif t in (set, frozenset):
        lines.append((path, sorted(map(str, o))))
    elif t.__name__ == 'function':
        c = o.__code__
        lines.append((path, o.__qualname__, o.__module__, o.__doc__, c.co_firstlineno, c.co_varnames, c.co_flags, c.co_code.hex(),
            show(o.__defaults__, path + '.defaults'), show(o.__kwdefaults__, path + '.kwdefaults'), show(o.__dict__, path + '.dict'),
            [show(cell.cell_contents, path + '.cell') for cell in o.__closure__ or ()]))
    elif isinstance(o, type):
        lines.append((path, [c.__qualname__ for c in o.__mro__], o.__flags__, sorted(c.__qualname__ for c in type.__subclasses__(o)), type(o).__name__))
        for k, v in list(vars(o).items()):
            lines.append((path, k, show(v, f'{path}.{k}')))
    elif t.__name__ == 'module':
        # Ours holds the list that grows here.
        if o.__name__ != '__main__':
            show(vars(o), path)
    elif t in (classmethod, staticmethod):
        lines.append((path, show(o.__func__, path + '.func'), show(o.__dict__, path + '.dict')))
    elif t is property:
        lines.append((path, [show(f, path + '.f') for f in (o.fget, o.fset, o.fdel)], o.__doc__))
    else:
        lines.append((path, show(getattr(o, '__dict__', None), path + '.dict')))
    return f'{t.__module__}.{t.__qualname__}'
print(list(sys.modules))
for name, module in list(sys.modules.items()):
    if name != '__main__':
        lines.append((name, show(module, name)))
for line in lines:
    print(line)
`

// Starting compiles what is imported: that takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const library = readArchive(findLibrary().path)

function inventoryOf(): string {
  let out = ''
  const python = new Interpreter({ library, hashSeed: 0, stdout: (text) => void (out += text) })
  python.run(inventory)
  return out
}

it('is what starting makes', () => {
  const started = inventoryOf()
  const restored = inventoryOf()
  expect(started.length).toBeGreaterThan(100_000)
  // The whole texts are too long for a readable report of what differs.
  const [before, after] = [started.split('\n'), restored.split('\n')]
  expect(after.filter((line, at) => line !== before[at]).slice(0, 5)).toEqual([])
  expect(after.length).toBe(before.length)
})

it('goes on as a started one does', () => {
  new Interpreter({ library })
  let out = ''
  const python = new Interpreter({ library, stdout: (text) => void (out += text) })
  python.run(`
import os, abc, collections.abc, codecs, io, json, enum, dataclasses, encodings.rot_13
class Shelf(collections.abc.Sequence):
    def __getitem__(self, i): return [1, 2][i]
    def __len__(self): return 2
print(isinstance(Shelf(), collections.abc.Iterable), 2 in Shelf(), issubclass(list, collections.abc.MutableSequence))
print(codecs.encode('hello', 'rot13'), os.path.join('a', 'b'), json.dumps({'a': [1]}))
try: collections.abc.Sized()
except TypeError as error: print(error)
os.environ['SHELF'] = '1'
print(os.getenv('SHELF'), io.StringIO('x').read())
`)
  expect(out).toBe(`True True True
uryyb a/b {"a": [1]}
Can't instantiate abstract class Sized without an implementation for abstract method '__len__'
1 x
`)
})

let kept: Map<string, Uint8Array>
let store: CodeStore
beforeAll(() => {
  kept = new Map()
  store = { get: (key) => kept.get(key), set: (key, bytes) => void kept.set(key, bytes) }
})

/** How often start-up compiled or read a module: none from an image. */
function start(mounts: { path: string; names: string[]; read: (name: string) => Uint8Array | undefined }[], environment = {}): number {
  let read = 0
  const host = memoryHost({ mounts, environment })
  startFromImage(settings, host, store, (noted: Host) => createInterpreter({
    settings, host: noted, frontend, codec, scheduler: inTurns, modules: pellucidModules,
    frozen: frozenFrom({ readEntry: (name) => (read++, library.read(name)) }, { get: () => undefined, set: () => {} }),
  }))
  return read
}

const settings = {
  argv: [''], origArgv: [''], executable: '', prefix: '', stdlibDir: '/lib/python3.13', path: ['/lib/python3.13'], warnOptions: [], xOptions: {},
  hashSeed: 1, optimize: 0, pycachePrefix: undefined, checkHashBasedPycs: 'default',
  flags: {
    debug: 0, inspect: 0, interactive: 0, dontWriteBytecode: true, noUserSite: true, noSite: false, ignoreEnvironment: false, verbose: 0,
    bytesWarning: 0, quiet: false, isolated: false, devMode: false, utf8Mode: true, safePath: true, unbuffered: true, intMaxStrDigits: 4300,
  },
} as const

// What start-up has made is restored when somebody looks into it: by then a program may have changed what is around.

/** What a program prints in an interpreter that started by itself, and in one that started from its image. */
function bothOf(source: string): string[] {
  const text = new TextDecoder()
  const images = new Map<string, Uint8Array>()
  const own: CodeStore = { get: (key) => images.get(key), set: (key, bytes) => void images.set(key, bytes) }
  const mounts = [{ path: '/lib/python3.13', names: [...library.names], read: (name: string) => library.read(name) }]
  return ['started', 'restored'].map(() => {
    let out = ''
    const host = memoryHost({ mounts, stdout: (piece) => void (out += text.decode(piece)), stderr: (piece) => void (out += text.decode(piece)) })
    const py = startFromImage(settings, host, own, (noted: Host) => createInterpreter({
      settings, host: noted, frontend, codec, scheduler: inTurns, modules: pellucidModules,
      frozen: frozenFrom({ readEntry: (name) => library.read(name) }),
    }))
    py.interpreter.convertError = convertError
    const status = runMain({ kind: 'command', text: source }, py)
    return `${out}${status}`
  })
}

it.each([
  ['functions of a builtin module that was changed before', `
import posix
posix.getpid = posix.strerror = None
import os
print(os.getpid, os.strerror(2), posix.getpid)`],
  ['a builtin module that is no longer in sys.modules', `
import sys
for name in 'posix', '_abc', 'errno', '_codecs': sys.modules[name] = None
import os, collections.abc, codecs
print(os.strerror(2), isinstance([], collections.abc.Sequence), codecs.lookup('utf-8').name)`],
  ['the subclasses of a class, before and behind those of the program', `
class Mine: pass
print([c.__qualname__ for c in object.__subclasses__()][-30:])
import io, collections.abc
class Own(io.IOBase): pass
print([c.__qualname__ for c in io.IOBase.__subclasses__()], [c.__qualname__ for c in collections.abc.Iterable.__subclasses__()])`],
  ['subclasses of a class that was changed before anybody looked', `
import collections.abc as c
c.Sized.__len__ = lambda self: 7
c.Container.__repr__ = lambda self: 'container'
class Bag(c.Collection):
    def __contains__(self, x): return x == 1
    def __iter__(self): return iter([1])
Bag.__abstractmethods__ = frozenset()
print(len(Bag()), repr(Bag()), c.Sequence.__len__ is c.Sized.__len__, c.Set.__repr__(1))`],
  ['abstract base classes and what is registered with them', `
import collections.abc as c
print([isinstance(x, t) for x in ([], (), {}, set(), 'a', b'a', range(1), iter([]), 3) for t in (c.Sequence, c.Mapping, c.Set, c.Hashable, c.Iterator, c.Sized)])
c.Sequence.register(complex)
print(isinstance(1j, c.Sequence), isinstance(1j, c.Reversible))`],
  ['modules, their dicts, and globals of functions', `
import sys
os = sys.modules['os']
print(list(vars(os))[:6], os.path.join.__globals__ is vars(sys.modules['posixpath']), os.path.__name__)
os.environ['A'] = 'b'
print(os.environ['A'], os.getenv('A'), list(os.environ)[-1:])
import stat, site, codecs, io
print(stat.S_ISDIR(0o40000), site.ENABLE_USER_SITE, io.SEEK_SET, codecs.BOM_UTF8, stat.filemode(0o100644))
vars(site)['fresh'] = 1
print(site.fresh, 'fresh' in dir(site))`],
  ['weak references, methods and properties of start-up\'s classes', `
import os, abc, weakref, sys
print(weakref.ref(os._Environ)() is os._Environ, os._Environ.__init__.__qualname__, sorted(vars(abc.abstractproperty))[:3])
print(type(sys.flags).__name__, sys.meta_path[0].__name__, sys.path_hooks[1].__qualname__, quit, type(exit).__mro__[1].__name__)
del os._Environ.copy
print(hasattr(os.environ, 'copy'), os.fspath('x'))
import importlib._bootstrap_external as e
print(e.SourceFileLoader.__mro__, e.PathFinder.find_spec.__qualname__)`],
])('restores late as early: %s', (_, source) => {
  const [started, restored] = bothOf(source)
  expect(started).toMatch(/\n0$/)
  expect(restored).toBe(started)
})

it('holds while the same questions get the same answers', () => {
  const names = [...library.names]
  const mount = { path: '/lib/python3.13', names, read: (name: string) => library.read(name) }
  expect(start([mount])).toBeGreaterThan(5)
  expect(start([mount])).toBe(0)
  // Another environment, or a file where there was none, is another start.
  expect(start([mount], { PYTHONUSERBASE: '/base' })).toBeGreaterThan(5)
  const customised = { ...mount, names: [...names, 'sitecustomize.py'], read: (name: string) => name === 'sitecustomize.py' ? new TextEncoder().encode('x = 1') : library.read(name) }
  expect(start([customised])).toBeGreaterThan(5)
  // Nobody knows what a sitecustomize does: it runs each time.
  expect(start([customised])).toBeGreaterThan(5)
})
