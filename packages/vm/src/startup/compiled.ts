// Running a `.pyc` file as the program: known by its name or by its first bytes, as CPython does.
import { magicBytes } from '@pellucid/opcode-spec'
import { newBytes } from '../data/bytes.ts'
import { PyBaseException } from '../data/exception.ts'
import { PyCode } from '../data/code.ts'
import type { Value } from '../data/values.ts'
import { callMethod } from '../protocols/call.ts'
import { EOFError, RuntimeError } from '../protocols/exceptions.ts'
import { importModule } from '../protocols/import-module.ts'
import { raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'

const HEADER = 16

const begins = (bytes: Uint8Array, count: number): boolean => magicBytes.slice(0, count).every((byte, i) => bytes[i] === byte)

/** Is the file compiled code? Two bytes of the magic number decide where the name does not. */
export function isCompiled(path: string, bytes: Uint8Array): boolean {
  return path.endsWith('.pyc') || begins(bytes, 2)
}

/** The code object of a `.pyc` file. */
export function compiledCode(bytes: Uint8Array, py: Thread): PyCode {
  if (bytes.length < 4) return raise(EOFError, 'EOF read where not expected')
  if (!begins(bytes, 4)) return raise(RuntimeError, 'Bad magic number in .pyc file')
  if (bytes.length < HEADER) return raise(EOFError, 'EOF read where not expected')
  let code: Value | undefined
  try {
    code = callMethod(importModule('marshal', py), 'loads', [newBytes(bytes.slice(HEADER))], py)
  } catch (caught) {
    if (!(caught instanceof PyBaseException)) throw caught
  }
  return code instanceof PyCode ? code : raise(RuntimeError, 'Bad code object in .pyc file')
}
