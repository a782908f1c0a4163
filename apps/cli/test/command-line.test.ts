import { describe, expect, test } from 'vitest'
import { readCommandLine } from '../src/command-line.ts'
import { configure } from '../src/environment.ts'

describe('readCommandLine', () => {
  test('everything after the program belongs to the program', () => {
    const { program, argv, flags } = readCommandLine(['-u', 'x.py', '-v', '--help'])
    expect(program).toEqual({ kind: 'file', path: 'x.py' })
    expect(argv).toEqual(['x.py', '-v', '--help'])
    expect(flags).toMatchObject({ unbuffered: true, verbose: 0 })
  })

  test('-c takes the rest of its cluster, or the next argument', () => {
    expect(readCommandLine(['-OBcprint(1)', '-O']).program).toEqual({ kind: 'command', code: 'print(1)' })
    const line = readCommandLine(['-O', '-c', 'pass', 'a', '-b'])
    expect(line.argv).toEqual(['-c', 'a', '-b'])
    expect(line.optimize).toBe(1)
  })

  test('-m, -, --, -W and -X', () => {
    expect(readCommandLine(['-m', 'json.tool', 'f'])).toMatchObject({ program: { kind: 'module', name: 'json.tool' }, argv: ['-m', 'f'] })
    expect(readCommandLine(['-', 'a'])).toMatchObject({ program: { kind: 'stdin' }, argv: ['-', 'a'] })
    expect(readCommandLine(['--', '-x.py']).program).toEqual({ kind: 'file', path: '-x.py' })
    const line = readCommandLine(['-Werror', '-W', 'ignore', '-Xdev', '-X', 'lib=/l', '-OOO'])
    expect(line).toMatchObject({ warnOptions: ['error', 'ignore'], xOptions: { dev: true, lib: '/l' }, optimize: 2, program: undefined })
  })

  test('says what is wrong', () => {
    expect(() => readCommandLine(['-z'])).toThrow(/^Unknown option: -z\nusage: pellucid/)
    expect(() => readCommandLine(['-c'])).toThrow('Argument expected for the -c option')
    expect(() => readCommandLine(['--nope'])).toThrow('unknown option --nope')
    expect(() => readCommandLine(['--check-hash-based-pycs', 'x'])).toThrow(/must be one of/)
  })
})

describe('configure', () => {
  test('folds the environment in', () => {
    const environment = { PYTHONOPTIMIZE: '2', PYTHONHASHSEED: '7', PYTHONPATH: '/a:/b', PYTHONWARNINGS: 'ignore' }
    const line = readCommandLine(['-Werror', 'x.py'])
    expect(configure(line, environment)).toMatchObject({
      optimize: 2,
      hashSeed: 7,
      searchPath: ['/a', '/b'],
      warnOptions: ['ignore', 'error'],
    })
  })

  test('-E and -I leave it out', () => {
    for (const option of ['-E', '-I']) {
      expect(configure(readCommandLine([option, 'x.py']), { PYTHONHASHSEED: '7' }).hashSeed).toBeUndefined()
    }
  })

  test('the library is named whatever -I leaves out, and by the option first', () => {
    expect(configure(readCommandLine(['-I', 'x.py']), { PELLUCID_LIB: '/l' }).lib).toBe('/l')
    expect(configure(readCommandLine(['-X', 'lib=/m', 'x.py']), { PELLUCID_LIB: '/l' }).lib).toBe('/m')
  })

  test('-R takes PYTHONHASHSEED away, an empty -X pycache_prefix its variable', () => {
    expect(configure(readCommandLine(['-R', 'x.py']), { PYTHONHASHSEED: 'x' }).hashSeed).toBeUndefined()
    for (const option of ['pycache_prefix', 'pycache_prefix=']) {
      expect(configure(readCommandLine(['-X', option]), { PYTHONPYCACHEPREFIX: '/c' }).pycachePrefix).toBeUndefined()
    }
  })

  test('debug and inspect are no levels', () => {
    const { flags } = configure(readCommandLine(['-ddii', 'x.py']), { PYTHONDEBUG: '2', PYTHONINSPECT: '3', PYTHONVERBOSE: '2' })
    expect(flags).toMatchObject({ debug: 1, inspect: 1, verbose: 2 })
  })

  test('frozen modules: the option counts, then the variable', () => {
    const off = (args: readonly string[], variables = {}) => configure(readCommandLine(args), variables).flags.noFrozenModules
    expect([off([]), off(['-X', 'frozen_modules=']), off(['-X', 'frozen_modules=off'])]).toEqual([false, false, true])
    expect([off([], { PYTHON_FROZEN_MODULES: 'off' }), off(['-X', 'frozen_modules'], { PYTHON_FROZEN_MODULES: 'off' })]).toEqual([true, false])
    expect(() => off([], { PYTHON_FROZEN_MODULES: 'x' })).toThrow(/bad value for PYTHON_FROZEN_MODULES \(/)
    expect(() => configure(readCommandLine([]), { PYTHON_GIL: '0' })).toThrow(/Disabling the GIL is not supported/)
  })

  test('PYTHONUTF8 is 0 or 1', () => {
    expect(() => configure(readCommandLine([]), { PYTHONUTF8: 'x' })).toThrow(/invalid PYTHONUTF8 environment variable value\nPython runtime state: preinitializing/)
    expect(configure(readCommandLine([]), { PYTHONUTF8: '' }).flags.utf8Mode).toBe(false)
  })

  test('a wrong hash seed is fatal', () => {
    expect(() => configure(readCommandLine([]), { PYTHONHASHSEED: 'x' })).toThrow(/PYTHONHASHSEED must be "random"/)
  })

  test('so are wrong values of -X options', () => {
    for (const option of ['utf8=9', 'cpu_count=0', 'gil=0', 'gil=2', 'int_max_str_digits=3', 'frozen_modules=x', 'tracemalloc=x']) {
      expect(() => configure(readCommandLine(['-X', option]), {})).toThrow(/^Fatal Python error: .*\nPython runtime state: preinit/)
    }
  })

  test('-b is a filter of warnings', () => {
    expect(configure(readCommandLine(['-b', '-Wignore']), {}).warnOptions).toEqual(['ignore', 'default::BytesWarning'])
    expect(configure(readCommandLine(['-bb']), {}).warnOptions).toEqual(['error::BytesWarning'])
  })
})
