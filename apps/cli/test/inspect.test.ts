import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { targetOf } from '../src/inspect/compile.ts'
import { inspect } from '../src/inspect/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'pellucid-cli-'))
const file = join(folder, 'x.py')
let out = ''
let err = ''

beforeEach(() => {
  out = err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text))))
})
afterEach(() => void vi.restoreAllMocks())

function run(source: string, ...args: string[]): number {
  writeFileSync(file, source)
  return inspect(args.map((arg) => (arg === 'FILE' ? file : arg)))
}

describe('text', () => {
  test('tokens -e', () => {
    expect(run('x = 1\n', 'tokens', '-e', 'FILE')).toBe(0)
    expect(out.split('\n')[2]).toBe("1,2-1,3:            EQUAL          '='            ")
  })

  test('ast -a -i', () => {
    expect(run('x', 'ast', '-a', '-i', '1', 'FILE')).toBe(0)
    expect(out).toContain('   lineno=1,\n   col_offset=0,')
  })

  test('symtable, dis, pipeline and --explain', () => {
    expect(run('def f(a): return a + 1\n', 'symtable', 'FILE')).toBe(0)
    expect(out).toContain("local symbol 'a': use, def_param")
    expect(run('x = 1 + 2\n', 'dis', 'FILE')).toBe(0)
    expect(out).toContain('LOAD_CONST               0 (3)')
    expect(run('x = 1\n', 'pipeline', 'FILE')).toBe(0)
    expect(out).toContain('bytes behind the header')
    expect(run('x = 1\n', 'compile', '--explain', 'FILE')).toBe(0)
    expect(out).toContain('optimize constants')
  })
})

test('--json is JSON', () => {
  for (const command of ['tokens', 'ast', 'symtable', 'dis']) {
    out = ''
    expect(run('x = [10**20, 1.5, b"a"]\n', command, '--json', 'FILE')).toBe(0)
    expect(JSON.parse(out)).toBeTypeOf('object')
  }
})

describe('.pyc files', () => {
  test('are written, and read back', () => {
    expect(run('x = 1\n', 'compile', '-q', '--invalidation-mode', 'checked-hash', 'FILE')).toBe(0)
    const target = join(folder, '__pycache__', 'x.cpython-313.pyc')
    expect([...readFileSync(target).subarray(0, 8)]).toEqual([0xf3, 0x0d, 0x0d, 0x0a, 3, 0, 0, 0])
    expect(inspect(['pyc', target, '--hex'])).toBe(0)
    expect(out).toContain('valid while the source keeps hash')
  })

  test('have the names that Python looks for', () => {
    expect(targetOf('a/b.py', { optimize: 0 })).toBe('a/__pycache__/b.cpython-313.pyc')
    expect(targetOf('b.py', { optimize: 2, output: 'out' })).toBe('out/b.cpython-313.opt-2.pyc')
  })
})

describe('mistakes', () => {
  test('of the program, as CPython prints them', () => {
    expect(run('x = (1, 2]\n', 'dis', 'FILE')).toBe(1)
    expect(err).toContain("SyntaxError: closing parenthesis ']' does not match opening parenthesis '('")
    expect(run('x = "a\n', 'tokens', 'FILE')).toBe(1)
    expect(err).toContain('x.py:1:5: error: unterminated string literal')
  })

  test('of the caller, in words', () => {
    expect(inspect(['ast', join(folder, 'missing.py')])).toBe(1)
    expect(err).toMatch(/^FileNotFoundError: \[Errno 2\] No such file or directory: '.*missing\.py'\n$/)
    err = ''
    expect(inspect(['tokens', join(folder, 'missing.py')])).toBe(1)
    expect(err).toMatch(/^error: \[Errno 2\] No such file or directory: '.*missing\.py'\n$/)
    expect(inspect(['dis', folder])).toBe(1)
    expect(err).toContain('IsADirectoryError: [Errno 21] Is a directory')
    expect(inspect(['dis', '--bogus'])).toBe(2)
  })
})
