// An interpreter that starts from an image must be the one that started by itself, object for object.
import { beforeAll, expect, it, vi } from 'vitest'
import { createInterpreter, memoryHost, type Host } from '@pellucid/vm'
import { findLibrary, readArchive } from '@pellucid/stdlib/node'
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
