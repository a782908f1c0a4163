import { describe, expect, test } from 'vitest'
import { createInterpreter } from '@pellucid/vm'
import { codeOf, isRaised, exceptions, newDict, PyBaseException, strText, strValue, asStr, type PyType, type Value } from '@pellucid/vm/machine'
import { convertError } from '../src/convert-error.ts'
import { compile, frontend } from '../src/frontend.ts'
import { installAstTools, pellucidModules } from '../src/modules/index.ts'

const flags = {
  debug: 0, inspect: 0, interactive: 0, dontWriteBytecode: true, noUserSite: true, noSite: true, ignoreEnvironment: true,
  verbose: 0, bytesWarning: 0, quiet: false, isolated: false, devMode: false, utf8Mode: true, safePath: false,
  unbuffered: false, intMaxStrDigits: 4300,
}
const settings = {
  optimize: 0, flags, hashSeed: 0, xOptions: {}, argv: [], origArgv: [], path: [], warnOptions: [], prefix: '',
  executable: '', stdlibDir: undefined, pycachePrefix: undefined, checkHashBasedPycs: 'default',
} as const
const system = { sysname: 'Linux', nodename: '', release: '', version: '', machine: 'x86_64' }
const host = { interrupted: () => false, platform: 'linux', environment: {}, system }

/** The value of `result` after a program, as str. */
function run(source: string): string {
  const py = createInterpreter({
    settings, host: host as never, frontend, codec: {} as never, modules: pellucidModules,
    scheduler: { interval: 100_000, next: (current) => current },
  })
  py.interpreter.convertError = convertError
  installAstTools(py)
  const globals = newDict()
  globals.setStr('__builtins__', py.interpreter.modules.getStr('builtins') as Value)
  for (const name of pellucidModules.keys()) globals.setStr(name, py.interpreter.importBuiltin(name, py) as Value)
  try {
    py.evaluator.runCode(codeOf(compile(source, 'test.py', 'exec')), globals, globals, py)
  } catch (caught) {
    const error = caught instanceof PyBaseException ? caught : (convertError(caught, py) as PyBaseException)
    if (!isRaised(error, exceptions.get('Exception') as PyType)) throw caught
    return `${error.type.name}: ${strText(error, py)}`
  }
  return strValue(asStr(globals.getStr('result') as Value) as never)
}

describe('_ast', () => {
  test('classes show their production', () => {
    expect(run('result = _ast.If.__doc__')).toBe('If(expr test, stmt* body, stmt* orelse)')
    expect(run('result = repr(_ast.If._field_types)')).toBe("{'test': <class 'ast.expr'>, 'body': list[ast.stmt], 'orelse': list[ast.stmt]}")
  })
  test('constructors fill in what may be left out', () => {
    expect(run("n = _ast.Name('x'); result = type(n.ctx).__name__ + repr(_ast.List().elts)")).toBe('Load[]')
    expect(run('_ast.If(1, 2, 3, 4)')).toBe('TypeError: If constructor takes at most 3 positional arguments')
  })
  test('a tree compiles to what its source compiles to', () => {
    const source = 'def f(a, *b, c=1):\\n  return [x async for x in a]\\n'.replace('async ', '')
    expect(run(`s = '${source}'
result = repr(marshal.dumps(compile(s, 'f', 'exec')) == marshal.dumps(compile(compile(s, 'f', 'exec', 0x400), 'f', 'exec')))`)).toBe('True')
  })
  test('bad trees are refused in CPython’s words', () => {
    expect(run("compile(_ast.Module([_ast.If(1, [], [])], []), 'x', 'exec')")).toBe('TypeError: required field "lineno" missing from stmt')
    expect(run("compile(_ast.Module(3, []), 'x', 'exec')")).toBe('TypeError: Module field "body" must be a list, not a int')
    expect(run("compile(_ast.Load(), 'x', 'exec')")).toBe('TypeError: expected Module node, got Load')
  })
})

describe('marshal', () => {
  test('reads what it wrote', () => {
    expect(run(`v = [1, {2}, (3,), None, ..., 2.5, 2j, '\\ud800', b'x', 2**100, {'a': ()}, frozenset({1})]
result = repr(marshal.loads(marshal.dumps(v)) == v)`)).toBe('True')
  })
  test('raises its errors', () => {
    expect(run("marshal.loads(b'')")).toBe('EOFError: EOF read where object expected')
    expect(run('marshal.dumps(object())')).toBe('ValueError: unmarshallable object')
  })
})

test('_symtable gives blocks and their names', () => {
  expect(run(`t = _symtable.symtable('def f(x): return y', 'a', 'exec')
f = t.children[0]; result = repr((t.name, t.symbols, f.varnames, f.symbols, f.lineno, f.type))`)).toBe(
    "('top', {'f': 4098}, ['x'], {'x': 4100, 'y': 12304}, 1, 0)",
  )
})

test('_tokenize takes lines and raises where the error stands', () => {
  expect(run(`lines = iter(['x+1\\n', '('])
tokens = []
try:
    for token in _tokenize.TokenizerIter(lambda: next(lines), extra_tokens=True): tokens.append(token[1])
except SyntaxError as error: tokens.append(error.msg)
result = repr(tokens)`)).toBe(String.raw`['x', '+', '1', '\n', '(', '', 'unexpected EOF in multi-line statement']`)
})
