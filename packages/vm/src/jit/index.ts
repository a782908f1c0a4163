// The second tier: bytecode that runs often becomes JavaScript. A flag takes it away, and so does a host that forbids
// making functions of text. The compiler is loaded when there is something to compile.
import { prepareDecoded } from '../eval/decode.ts'
import type { Interpreter, Settings } from '../interpreter.ts'
import { compileAll, paused } from './tier.ts'

/** Pauses at a place, of the loop's 10,000 calls and back-edges each, before it is compiled. */
const ENOUGH = 2

/**
 * What an interpreter tells of its pauses; undefined when nothing is to be compiled. `-X jit=always`, for tests: whatever
 * this process decodes until the next interpreter is made is compiled when it is first come to.
 */
export function compilerFor({ xOptions }: Settings): Interpreter['compiler'] {
  prepareDecoded(undefined)
  const wanted = xOptions['jit']
  if (wanted === 'off' || !mayCompile()) return undefined
  if (wanted === 'always') prepareDecoded((decoded) => compileAll(decoded))
  return (py, frame) => paused(py, frame, ENOUGH)
}

/** Does the host let text become code? */
function mayCompile(): boolean {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the question is whether it is allowed
    return (new Function('return true') as () => boolean)()
  } catch {
    return false
  }
}
