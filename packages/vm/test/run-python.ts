// Runs Python source in a bare interpreter (builtins only) and answers what it prints.
import type { CodeObject } from '@pellucid/opcode-spec'
import { compileTree } from '../../compiler/src/index.ts'
import { parse } from '../../parser/src/index.ts'
import { newDict } from '../src/data/dict.ts'
import { PyModule } from '../src/data/module.ts'
import { narrowStr, None, strValue, type Str } from '../src/data/values.ts'
import { createInterpreter, type InterpreterOptions } from '../src/create-interpreter.ts'
import { builtinFunction, fn } from '../src/object/define-builtin.ts'
import { bareOptions } from './bare-options.ts'
import { codeOf } from '../src/types/code/constants.ts'

/** What the program writes to sys.stdout; hashes are those of PYTHONHASHSEED=0. `changed`: options other than the bare ones. */
export function runPython(source: string, changed: (options: InterpreterOptions) => InterpreterOptions = (options) => options): string {
  const py = createInterpreter(changed(bareOptions()))
  let written = ''
  const out = new PyModule()
  const write = fn('write(text: str)', '', (text: Str) => {
    written += strValue(text)
    return None
  })
  out.namespace.setStr('write', builtinFunction(write))
  out.namespace.setStr('flush', builtinFunction(fn('flush()', '', () => None)))
  py.interpreter.sys.setStr('stdout', out)
  const globals = newDict()
  globals.setStr('__name__', narrowStr('__main__'))
  globals.setStr('__builtins__', py.interpreter.modules.getStr('builtins') as PyModule)
  const tree = parse(source, { mode: 'exec', filename: 'test.py' } as never)
  const code = compileTree(tree as never, 'test.py') as CodeObject
  py.evaluator.runCode(codeOf(code), globals, globals, py)
  return written
}

/** The reprs of expressions, or `Class: message` of what they raise. */
export function answers(expressions: readonly string[], prelude = ''): string[] {
  const lines = expressions.map(
    (expression) =>
      `try: print(ascii((${expression})))\nexcept BaseException as e: print(type(e).__name__ + ': ' + ascii(str(e))[1:-1])\n`,
  )
  return runPython(`${prelude}\n${lines.join('')}`).split('\n').slice(0, -1)
}
