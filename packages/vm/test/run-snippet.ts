// Runs a Python file in a bare interpreter (builtins only, no importlib): for working on the machine itself.
// Usage: node --conditions=@pellucid/source --import tsx packages/vm/test/run-snippet.ts FILE.py
import { execFileSync } from 'node:child_process'
import { readFileSync, writeSync } from 'node:fs'
import { loads } from '../../marshal/src/index.ts'
import { CodeObject } from '@pellucid/opcode-spec'
import { frontend } from '../../pellucid/src/frontend.ts'
import { PyBaseException } from '../src/data/exception.ts'
import { newDict } from '../src/data/dict.ts'
import { narrowStr, None, strValue, type Str } from '../src/data/values.ts'
import { PyModule } from '../src/data/module.ts'
import { builtinFunction, fn } from '../src/object/define-builtin.ts'
import { createInterpreter } from '../src/create-interpreter.ts'
import { bareOptions } from './bare-options.ts'
import { codeOf } from '../src/types/code/constants.ts'
import { strText } from '../src/protocols/repr.ts'
import { typeTitle } from '../src/types/type/index.ts'

const file = process.argv[2] as string
const python = process.env['PELLUCID_PYTHON']
const script = 'import sys,marshal;c=compile(open(sys.argv[1]).read(),sys.argv[1],"exec",dont_inherit=True);sys.stdout.buffer.write(marshal.dumps(c))'

async function compileFile(): Promise<CodeObject> {
  if (python !== undefined) return loads(execFileSync(python, ['-c', script, file], { maxBuffer: 1 << 28 })) as unknown as CodeObject
  return frontend.compile(readFileSync(file), file, { mode: 'exec', flags: 0, optimize: 0 })
}

const py = createInterpreter({ ...bareOptions(), frontend })
const out = new PyModule()
out.namespace.setStr('write', builtinFunction(fn('write(text: str)', '', (text: Str) => { writeSync(1, strValue(text)); return None })))
out.namespace.setStr('flush', builtinFunction(fn('flush()', '', () => None)))
py.interpreter.sys.setStr('stdout', out)
const globals = newDict()
globals.setStr('__name__', narrowStr('__main__'))
globals.setStr('__builtins__', py.interpreter.modules.getStr('builtins') as PyModule)
try {
  py.evaluator.runCode(codeOf(await compileFile()), globals, globals, py)
} catch (caught) {
  if (!(caught instanceof PyBaseException)) throw caught
  for (let at = caught.traceback; at !== undefined; at = at.next) {
    const frame = at.frame as unknown as { code: { data: { name: string } } }
    writeSync(2, `  in ${frame.code.data.name} at byte ${at.lasti}\n`)
  }
  writeSync(2, `${typeTitle(caught.type)}: ${strText(caught, py)}\n`)
  process.exitCode = 1
}
