// V8 leaves out of the loop what it has not seen run when it compiles it, and compiles all of it again, half a second of
// work, when that is come to: in most programs where the first piece of compiled code is entered. So the loop enters
// some before, in a frame that nobody sees.
import { CodeObject, opcodes } from '@pellucid/opcode-spec'
import { Exit, PyFrame } from '../data/frame.ts'
import { None } from '../data/values.ts'
import { decode, Split } from '../eval/decode.ts'
import { run } from '../eval/loop.generated.ts'
import { numbering } from '../eval/numbering.generated.ts'
import type { Thread } from '../thread.ts'
import { codeOf } from '../types/code/constants.ts'
import { Unit, type Code } from './unit.ts'

const [LOOP, START] = [Split.COMPILED_LOOP, Split.COMPILED_START].map((split) => numbering.get(split) as number)

/** Several functions, as in a program: V8 takes none of them for the only one. */
const goOn: readonly Code[] = [
  (_py, frame) => { frame.ip++; return undefined },
  (_py, frame) => { frame.ip += 1; return undefined },
  (_py, frame) => { frame.ip = frame.ip + 1; return undefined },
]
const end: Code = () => None

/** Each instruction that enters compiled code goes on and on, then ends its frame. */
const parts = [...goOn, end]

function codeOfParts(): CodeObject {
  const empty = new Uint8Array()
  return new CodeObject({
    argcount: 0, posonlyargcount: 0, kwonlyargcount: 0, stacksize: 1, flags: 0,
    code: Uint8Array.from(parts.flatMap(() => [opcodes.NOP, 0, opcodes.NOP, 0])),
    consts: [], names: [], localsplusnames: [], localspluskinds: empty,
    filename: '', name: '', qualname: '', firstlineno: 1, linetable: empty, exceptiontable: empty,
  })
}

/** Let the loop enter compiled code, as often as V8 needs to have seen it. `py`'s frame, depth and budget stay. */
export function rehearse(py: Thread): void {
  const { frame: running, depth, budget } = py
  const { globals, builtins } = running as PyFrame
  for (const op of [LOOP, START] as const) {
    const code = codeOf(codeOfParts(), true)
    const { ops, args, caches, blank } = decode(code)
    const frame = new PyFrame(code, undefined, globals, builtins, undefined, blank.slice(), 0)
    parts.forEach((part, at) => {
      const unit = new Unit(frame, 0, { write: () => undefined, retire: () => undefined })
      unit.run = part
      ops[2 * at] = op as number
      args[2 * at] = 2 * at + 1
      caches[2 * at] = unit
    })
    frame.exit = Exit.ENTRY
    frame.back = running
    py.frame = frame
    py.depth = depth + 1
    py.budget = 1_000
    run(py, frame)
  }
  py.frame = running
  py.depth = depth
  py.budget = budget
}
