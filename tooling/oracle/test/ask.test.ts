import { afterAll, describe, expect, test } from 'vitest'
import { ask, askProgram, closeOracle, findPython } from '../src/index.ts'
import { startPyodide } from '../src/pyodide.ts'

afterAll(closeOracle)

describe.skipIf(findPython() === undefined)('native', () => {
  test('answers a batch in order', async () => {
    const [tree, text, broken] = await ask([
      { stage: 'ast', source: 'x', attributes: false },
      { stage: 'unparse', source: 'x  =  1' },
      { stage: 'code', source: 'x = = 1' },
    ])
    expect(tree?.text).toBe("Module(body=[Expr(value=Name(id='x', ctx=Load()))])")
    expect(text?.text).toBe('x = 1')
    expect(broken?.error).toMatchObject({ type: 'SyntaxError', msg: 'invalid syntax', lineno: 1, offset: 5 })
  })

  test('runs a program', async () => {
    const args = ['-c', 'import sys; print(sys.stdin.read(), sys.argv); sys.exit(3)', 'a']
    expect(await askProgram({ args, stdin: 'in' })).toEqual({ stdout: "in ['-c', 'a']\n", stderr: '', status: 3 })
  })
})

test('pyodide answers what native CPython answers', async () => {
  const pyodide = startPyodide()
  const [code] = await pyodide.ask([{ stage: 'dis', source: 'x = 1', filename: 'm.py' }])
  expect(code?.text).toContain('STORE_NAME               0 (x)')
  pyodide.close()
}, 60_000)
