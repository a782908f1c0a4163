import { describe, expect, it, vi } from 'vitest'
import { findLibrary, readArchive } from '@pellucid/stdlib/node'
import { Interpreter, PythonError } from '../src/index.ts'

// Every interpreter compiles what it imports anew: that takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const library = readArchive(findLibrary().path)

function interpreter(lines: string[] = []) {
  const out: string[] = []
  const python = new Interpreter({ library, stdout: (text) => out.push(text), stdin: () => lines.shift() ?? '', hashSeed: 0 })
  return { python, out }
}

describe('Interpreter', () => {
  it('finds its bytes again after another interpreter was made', () => {
    const random = () => new Interpreter({ library })
    const first = random()
    first.run('kept = {b"key": 1}')
    random()
    expect(first.eval('kept[b"key"]')).toBe(1)
  })

  it('runs statements, evaluates expressions and keeps its namespace', () => {
    const { python, out } = interpreter()
    python.run('import json\ntotal = sum(range(10))\nprint(json.dumps({"total": total}))')
    expect(out.join('')).toBe('{"total": 45}\n')
    expect(python.eval('total, 2**70, 1.5, "é", None, [True], b"x"')).toEqual([
      45, 2n ** 70n, 1.5, 'é', null, [true], Uint8Array.of(120),
    ])
  })

  it('keeps its own limit of digits, also while another runs', () => {
    const { python } = interpreter()
    const inner = interpreter().python
    const outer = new Interpreter({ library, hashSeed: 0, stdout: () => inner.run('import sys; sys.set_int_max_str_digits(700)') })
    python.run('import sys; sys.set_int_max_str_digits(0)')
    expect(python.eval('len(str(10 ** 5000))')).toBe(5001)
    outer.run('import sys; sys.set_int_max_str_digits(1000); print("the other runs", flush=True); size = len(str(10 ** 900))')
    expect([outer.get('size'), outer.eval('sys.get_int_max_str_digits()')]).toEqual([901, 1000])
    expect(() => inner.eval('str(10 ** 900)')).toThrow('Exceeds the limit (700 digits)')
    expect(() => inner.run('1'.repeat(701))).toThrow('Exceeds the limit (700 digits)')
    expect(python.eval('sys.get_int_max_str_digits(), len(str(10 ** 5000))')).toEqual([0, 5001])
    expect(python.eval(`len(str(${'1'.repeat(6000)}))`)).toBe(6000)
    expect(() => interpreter().python.eval('str(10 ** 5000)')).toThrow('Exceeds the limit (4300 digits)')
  })

  it('takes data in', () => {
    const { python } = interpreter()
    python.set('data', { a: [1, 2.5, 'x'], b: null })
    expect(python.eval('sorted(data), data["a"], type(data["a"][0]).__name__')).toEqual([['a', 'b'], [1, 2.5, 'x'], 'int'])
  })

  it('raises PythonError with a traceback, and goes on', () => {
    const { python } = interpreter()
    let error: unknown
    try {
      python.run('def f(x):\n    return 1 / x\nf(0)', 'page.py')
    } catch (caught) {
      error = caught
    }
    expect(error).toBeInstanceOf(PythonError)
    const { type, message, traceback } = error as PythonError
    expect([type, message]).toEqual(['ZeroDivisionError', 'ZeroDivisionError: division by zero'])
    expect(traceback).toContain('File "page.py", line 3, in <module>')
    expect(python.eval('f(2)')).toBe(0.5)
    expect(() => python.run('1 +')).toThrow('SyntaxError: invalid syntax')
  })

  it('reads lines, writes files, and shares nothing with another', () => {
    const { python, out } = interpreter(['Ada\n'])
    python.run('name = input("? ")\nwith open("/tmp/note.txt", "w") as f: f.write(name)\nprint(open("/tmp/note.txt").read())')
    expect(out.join('')).toBe('? Ada\n')
    const other = interpreter().python
    expect(other.eval('__import__("os").path.exists("/tmp/note.txt")')).toBe(false)
    expect(other.get('name')).toBeUndefined()
    python.run('class Secret(dict): pass')
    expect(other.eval('[c.__name__ for c in dict.__subclasses__()]')).not.toContain('Secret')
  })
})
