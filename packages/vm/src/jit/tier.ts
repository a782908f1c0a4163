// When code is compiled. The loop pauses after every so many calls and back-edges: where it pauses twice is where a
// program spends its time. Nothing else is counted, so that what is not compiled costs nothing.
import { opcodes } from '@pellucid/opcode-spec'
import type { PyFrame, PyGenerator } from '../data/frame.ts'
import { registers, type Compiled } from '../eval/compiled.ts'
import { decode, Split, type Decoded } from '../eval/decode.ts'
import { numbering } from '../eval/numbering.generated.ts'
import type { Thread } from '../thread.ts'
import { write, writeDirect } from './compile.ts'
import { bindWriter } from './functions.ts'
import { bindCompileGenerator } from './iteration.ts'
import { rehearse } from './rehearsal.ts'
import { Unit } from './unit.ts'

const [LOOP, START] = [numbering.get(Split.COMPILED_LOOP) as number, numbering.get(Split.COMPILED_START) as number]
const [BACK, RESUME] = [numbering.get(opcodes.JUMP_BACKWARD) as number, numbering.get(opcodes.RESUME) as number]

bindWriter(writeDirect)
bindCompileGenerator(compileGenerator)

/** Of a generator all of whose places are compiled at once. */
const MOST_YIELDS = 4

/** Pauses seen at a place, by code and index of the instruction that is next. */
const seen = new WeakMap<object, Map<number, number>>()

let rehearsed = false

/** The loop has paused in this frame, the thread's running one. */
export function paused(py: Thread, frame: PyFrame, enough: number): void {
  if (!rehearsed) {
    rehearsed = true
    rehearse(py)
  }
  if (registers.pausing) {
    registers.pausing = false
    return
  }
  const decoded = decode(frame.code)
  if (decoded.trapped !== undefined || frame.rare !== undefined) return
  let counts = seen.get(decoded)
  if (counts === undefined) seen.set(decoded, (counts = new Map()))
  const count = (counts.get(frame.ip) ?? 0) + 1
  counts.set(frame.ip, count)
  if (count !== enough) return
  install(frame, frame.ip)
  if (frame.generator !== undefined) compileGenerator(frame.generator)
}

/** From now on a generator goes on in compiled code where it was suspended, unless it has too many such places. */
function compileGenerator({ frame }: PyGenerator): void {
  const { ops, trapped } = decode(frame.code)
  if (trapped !== undefined) return
  const places = Array.from(ops.keys()).filter((at) => ops[at] === RESUME)
  if (places.length <= MOST_YIELDS) for (const at of places) install(frame, at + 1)
}

/** From now on, whoever comes to `entry` by a jump back or a call runs compiled code. */
function install(frame: PyFrame, entry: number): Unit {
  const { ops, args, caches } = decode(frame.code)
  const unit = new Unit(frame, entry, { write, retire })
  ops.forEach((op, at) => {
    if ((op === BACK || op === LOOP) && args[at] === entry) ops[at] = LOOP
    else if ((op === RESUME || op === START) && at === entry - 1) ops[at] = START
    else return
    caches[at] = unit
  })
  return unit
}

/** Compile whatever is come to in this code, when it is first come to. */
export function compileAll({ ops, caches }: Decoded): void {
  const atOnce: Compiled = {
    run: (py, frame, slots, room) => install(frame, frame.ip).run(py, frame, slots, room),
  }
  ops.forEach((op, at) => {
    if (op !== BACK && op !== RESUME) return
    ops[at] = op === BACK ? LOOP : START
    caches[at] = atOnce
  })
}

function retire(unit: Unit): void {
  const { ops, caches, trapped } = decode(unit.code)
  caches.forEach((cache, at) => {
    if (cache !== unit) return
    caches[at] = undefined
    const codes = trapped ?? ops
    codes[at] = codes[at] === LOOP ? BACK : RESUME
  })
}
