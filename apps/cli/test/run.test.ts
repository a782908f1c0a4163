// Programs from the command line: streams, exit statuses, options, Ctrl-C, sessions. The command is bundled from source once.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000 })

const root = new URL('../../../', import.meta.url)
// Beside the sources, so that the library's archive is found.
const cache = fileURLToPath(new URL('apps/cli/.cache/', root))
mkdirSync(cache, { recursive: true })
const folder = mkdtempSync(join(cache, 'test-'))
const command = join(folder, 'pellucid.mjs')
const programs = mkdtempSync(join(os.tmpdir(), 'pellucid-run-'))

interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
  readonly signal: string | null
}

interface RunOptions {
  readonly input?: string
  /** Send SIGINT when this is on stdout. */
  readonly interruptAt?: string
  readonly env?: Record<string, string>
}

function pellucid(args: readonly string[], { input, interruptAt, env }: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args], { cwd: programs, env: { ...process.env, ...env } })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      if (interruptAt === undefined || !stdout.includes(interruptAt)) return
      interruptAt = undefined
      child.kill('SIGINT')
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.stdin.on('error', () => {})
    child.stdin.end(input ?? '')
    child.on('close', (status, signal) => resolve({ stdout, stderr, status, signal }))
  })
}

function program(name: string, text: string): string {
  writeFileSync(join(programs, name), text)
  return name
}

beforeAll(async () => {
  const { bundleApp } = (await import(new URL('tooling/build/src/app.mjs', root).href)) as {
    bundleApp(options: object): Promise<unknown>
  }
  const js = "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url)"
  await bundleApp({ outfile: command, format: 'esm', banner: { js } })
}, 60_000)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(programs, { recursive: true, force: true })
})

describe.concurrent('exit status', () => {
  it.for([
    ['print(1)', 0, '1\n', ''],
    ['import sys; sys.exit(7)', 7, '', ''],
    ['raise SystemExit("bye")', 1, '', 'bye\n'],
    ['import sys; sys.exit(257)', 1, '', ''],
    ['import os; print(1, flush=True); os._exit(9)', 9, '1\n', ''],
  ] as const)('of %s is %i', async ([code, status, stdout, stderr]) => {
    expect(await pellucid(['-c', code])).toEqual({ stdout, stderr, status, signal: null })
  })

  it('of a library that is not where it should be is 1', async () => {
    const { stderr, status } = await pellucid(['-c', 'pass'], { env: { PYTHONHOME: programs } })
    expect([stderr, status]).toEqual([`pellucid: PYTHONHOME is ${programs}, which holds no lib/python3.13\n`, 1])
  })

  it('of an unknown PYTHONIOENCODING is 1, and no error of ours', async () => {
    const { status, stderr } = await pellucid(['-c', '1'], { env: { PYTHONIOENCODING: 'nosuch' } })
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^Fatal Python error: init_stdio_encoding: .*\nPython runtime state: core initialized\nLookupError: unknown encoding: nosuch\n/)])
  })

  it('of a missing file is 2', async () => {
    const { status, stderr } = await pellucid(['no-such-file.py'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/can't open file '.*no-such-file\.py': \[Errno 2\] No such file or directory\n$/)
  })

  it('of an uncaught exception is 1, with a traceback', async () => {
    const { status, stderr } = await pellucid(['-c', 'def f():\n  1/0\nf()'])
    expect(status).toBe(1)
    expect(stderr).toBe(`Traceback (most recent call last):
  File "<string>", line 3, in <module>
    f()
    ~^^
  File "<string>", line 2, in f
    1/0
    ~^~
ZeroDivisionError: division by zero
`)
  })
})

describe.concurrent('-X', () => {
  it('importtime tells of each import, innermost first', async () => {
    const { stderr, stdout } = await pellucid(['-X', 'importtime', '-c', 'import colorsys; print(1)'])
    expect(stdout).toBe('1\n')
    const lines = stderr.trimEnd().split('\n')
    expect(lines[0]).toBe('import time: self [us] | cumulative | imported package')
    expect(lines.slice(1).every((line) => /^import time: {1,9}\d+ \| {1,10}\d+ \| +[\w.]+$/.test(line))).toBe(true)
    expect(lines.some((line) => line.endsWith('|   os'))).toBe(true)
    expect(lines.at(-1)).toMatch(/\| colorsys$/)
  })

  it('no_debug_ranges leaves code without columns', async () => {
    const code = "def f(): return 1/0\nprint(list(f.__code__.co_positions())[-1])\nf()"
    for (const how of [{ args: ['-X', 'no_debug_ranges'] }, { args: [], env: { PYTHONNODEBUGRANGES: '1' } }]) {
      const { stdout, stderr } = await pellucid([...how.args, '-c', code], how.env === undefined ? {} : { env: how.env })
      expect(stdout).toBe('(1, 1, None, None)\n')
      expect(stderr).not.toContain('^')
    }
    // Code that comes from elsewhere loses them as it is loaded.
    await pellucid(['-c', "import marshal\nwith open('f.code', 'wb') as file: marshal.dump(compile('1/0', '', 'exec'), file)"])
    const read = "import marshal\nwith open('f.code', 'rb') as file: print(list(marshal.load(file).co_positions())[-1])"
    expect((await pellucid(['-X', 'no_debug_ranges', '-c', read])).stdout).toBe('(1, 1, None, None)\n')
  })

  it('frozen_modules=off takes the library’s modules from its files', async () => {
    const code = 'import os; print(type(os.__spec__.loader).__name__, os.__spec__.loader.__class__ is type)'
    expect((await pellucid(['-X', 'frozen_modules=off', '-c', code])).stdout).toBe('SourceFileLoader False\n')
    expect((await pellucid(['-c', code])).stdout).toBe('type True\n')
  })

  it('gil says that there is one', async () => {
    const code = 'import sys; print(sys.flags.gil, len(sys.flags), "gil" in repr(sys.flags))'
    expect((await pellucid(['-X', 'gil=1', '-c', code])).stdout).toBe('1 18 False\n')
  })

  it('warn_default_encoding warns of it', async () => {
    const { stderr } = await pellucid(['-X', 'warn_default_encoding', '-c', "open('/dev/null').close()"])
    expect(stderr).toContain("<string>:1: EncodingWarning: 'encoding' argument not specified")
  })
})

describe.concurrent('a session', () => {
  it.for([
    // What cannot go on is refused at once, and a blank line ends a block.
    ['def g(:\n1+1\n', '2\n', '>>>   File "<stdin>", line 1\n    def g(:\n          ^\nSyntaxError: invalid syntax\n>>> >>> \n'],
    ['x = 1 \\\n + 2\nx\n', '3\n', '>>> ... >>> >>> \n'],
    ['if 1:\n\n1\n', '1\n', ">>> ...   File \"<stdin>\", line 2\n    \n    ^\nIndentationError: expected an indented block after 'if' statement on line 1\n>>> >>> \n"],
    ['x = [1,\n\n2]\nx\n', '[1, 2]\n', '>>> ... ... >>> >>> \n'],
    ['print(1\n', '', ">>> ... \n  File \"<stdin>\", line 1\n    print(1\n         ^\nSyntaxError: '(' was never closed\n>>> \n"],
    ['return\n', '', '>>>   File "<stdin>-0", line 1\n    return\n    ^^^^^^\nSyntaxError: \'return\' outside function\n>>> \n'],
  ] as const)('%j', async ([input, stdout, stderr]) => {
    expect(await pellucid(['-i', '-q'], { input })).toMatchObject({ stdout, stderr, status: 0 })
  })
})

describe.concurrent('where programs come from', () => {
  it('stdin', async () => {
    expect((await pellucid(['-', 'a'], { input: 'import sys\nprint(sys.argv)\n' })).stdout).toBe("['-', 'a']\n")
  })

  it('a module', async () => {
    expect((await pellucid(['-m', 'json.tool', '--compact'], { input: '{"a": [1, 2]}' })).stdout).toBe('{"a":[1,2]}\n')
  })

  it('a file, its first line left out by -x', async () => {
    const file = program('first.py', 'this is not Python\nimport sys; print(sys._getframe().f_lineno)\n')
    expect((await pellucid(['-x', file])).stdout).toBe('2\n')
  })

  it('a directory and an archive with a __main__', async () => {
    mkdirSync(join(programs, 'folder'), { recursive: true })
    program('folder/__main__.py', 'print(__name__, __package__ == "")\n')
    expect((await pellucid(['folder'])).stdout).toBe('__main__ True\n')
    // The folder is the program, so that -I does not keep it off the path.
    expect((await pellucid(['-I', 'folder'])).stdout).toBe('__main__ True\n')
    const pack = 'import zipfile\nwith zipfile.ZipFile("a.zip", "w") as z: z.write("folder/__main__.py", "__main__.py")'
    expect((await pellucid(['-c', pack])).stderr).toBe('')
    expect((await pellucid(['a.zip'])).stdout).toBe('__main__ True\n')
    mkdirSync(join(programs, 'empty'), { recursive: true })
    const { stderr, status } = await pellucid(['empty'])
    expect([status, stderr]).toEqual([1, expect.stringMatching(/: can't find '__main__' module in '.*empty'\n$/)])
  })

  it('not bytes that are no UTF-8, nor null bytes', async () => {
    writeFileSync(join(programs, 'latin.py'), Uint8Array.of(0x78, 0x3d, 0x27, 0xe9, 0x27))
    expect((await pellucid(['latin.py'])).stderr).toMatch(
      /^SyntaxError: Non-UTF-8 code starting with '\\xe9' in file .*latin\.py on line 1, but no encoding declared; see /,
    )
    const { stderr } = await pellucid([program('null.py', 'x=1\0\n')])
    expect(stderr).toMatch(/^ {2}File ".*null\.py", line 1\n {4}x=1\nSyntaxError: source code cannot contain null bytes\n$/)
  })
})

it('recursion ends with RecursionError, through native calls too', async () => {
  const code = `
class A:
  def __repr__(self): return repr(A())
  def __getattr__(self, name): return getattr(A(), name)
def f(x): return f(x)
def g(x): return sorted([1], key=g)
for body in (lambda: f(1), lambda: g(1), lambda: repr(A()), lambda: A().x):
  try: body()
  except RecursionError as error: print(str(error)[:32])
`
  const { stdout, status } = await pellucid(['-c', code])
  expect(stdout).toBe('maximum recursion depth exceeded\n'.repeat(4))
  expect(status).toBe(0)
})

describe.concurrent.skipIf(process.platform === 'win32')('Ctrl-C', () => {
  it.for(['while True: pass', 'import time; time.sleep(100)'])('stops %s', async (code) => {
    const { signal, stderr } = await pellucid(['-uc', `print('ready')\n${code}`], { interruptAt: 'ready' })
    expect(stderr).toMatch(/KeyboardInterrupt\n$/)
    expect(signal).toBe('SIGINT')
  })

  it('can be caught', async () => {
    const code = "try:\n  print('ready')\n  while True: pass\nexcept KeyboardInterrupt: print('caught')"
    const { stdout, status } = await pellucid(['-uc', code], { interruptAt: 'ready' })
    expect([stdout, status]).toEqual(['ready\ncaught\n', 0])
  })
})

describe.concurrent('a session', () => {
  const lines = 'x = 5\nx\n1/0\nif x:\n  print("y")\n\nimport sys\nsys.ps1 = "$ "\n_\n'

  it('answers statements one at a time', async () => {
    const { stdout, stderr, status } = await pellucid(['-i', '-q'], { input: lines })
    expect(stdout).toBe('5\ny\n5\n')
    expect(stderr).toBe(`>>> >>> >>> Traceback (most recent call last):
  File "<stdin>", line 1, in <module>
    1/0
    ~^~
ZeroDivisionError: division by zero
>>> ... ... >>> >>> $ $ \n`)
    expect(status).toBe(0)
  })

  it('ends by SystemExit', async () => {
    expect((await pellucid(['-i', '-q'], { input: 'import sys\nsys.exit(3)\nprint(1)\n' })).status).toBe(3)
  })

  it('follows a program with -i', async () => {
    const { stdout } = await pellucid(['-i', '-c', 'y = 3'], { input: 'y\n' })
    expect(stdout).toBe('3\n')
  })

  it('after an error has the status', async () => {
    expect((await pellucid(['-i', '-c', '1/0'])).status).toBe(0)
  })

  it('is preceded by PYTHONSTARTUP', async () => {
    const startup = program('startup.py', 'import os; print(os.path.basename(__file__)); z = 4\n')
    const { stdout } = await pellucid(['-i', '-q'], { input: 'z\n"__file__" in globals()\n', env: { PYTHONSTARTUP: startup } })
    expect(stdout).toBe('startup.py\n4\nFalse\n')
  })
})

it.concurrent('-v tells of imports from the first one on', async () => {
  const { status, stdout, stderr } = await pellucid(['-v', '-c', 'import keyword; print(1)'])
  expect([status, stdout]).toEqual([0, '1\n'])
  expect(stderr).toMatch(/^import '_thread' # <class '_frozen_importlib\.BuiltinImporter'>\n/)
  expect(stderr).toMatch(/^import 'keyword' # <_frozen_importlib_external\.SourceFileLoader object at 0x[0-9a-f]+>$/m)
})

describe.concurrent('standard streams', () => {
  const show = 'import sys; print(sys.stdout.encoding, sys.stdin.errors, sys.stdout.errors, sys.stderr.errors)'
  const plain = { LC_ALL: '', LC_CTYPE: '', LANG: '', PYTHONIOENCODING: '', PYTHONUTF8: '' }
  it.for([
    ['utf-8 surrogateescape surrogateescape backslashreplace', { ...plain }],
    ['utf-8 surrogateescape surrogateescape backslashreplace', { ...plain, LC_ALL: 'C.UTF-8' }],
    ['utf-8 strict strict backslashreplace', { ...plain, LANG: 'en_US.UTF-8' }],
    ['iso8859-1 strict strict backslashreplace', { ...plain, PYTHONIOENCODING: 'latin-1' }],
    ['utf-8 replace replace backslashreplace', { ...plain, PYTHONIOENCODING: ':replace' }],
  ] as const)('%s', async ([text, env]) => {
    expect((await pellucid(['-c', show], { env })).stdout).toBe(`${text}\n`)
  })
})
