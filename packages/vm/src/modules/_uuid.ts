// _uuid: identifiers made of time and node, for uuid.uuid1 (https://www.rfc-editor.org/rfc/rfc9562#section-5.1).
import { newBytes } from '../data/bytes.ts'
import { newTuple } from '../data/sequences.ts'
import { newInt, smallInt } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import type { Thread } from '../thread.ts'

/** From the start of the Gregorian calendar to 1970, in units of 100 ns. */
const GREGORIAN = 0x01b2_1dd2_1381_4000n
const NODE_LENGTH = 6
/** Nobody synchronised what makes these. */
const UNSAFE = -1

interface Source {
  /** Clock sequence and node: random, with the bit that says that no network card has it. */
  readonly tail: Uint8Array
  last: bigint
}

const sourceState = '_uuid.source'

function sourceOf(py: Thread): Source {
  const { state, host } = py.interpreter
  const known = state.get(sourceState) as Source | undefined
  if (known !== undefined) return known
  const tail = host.randomBytes(2 + NODE_LENGTH).slice()
  tail[0] = ((tail[0] as number) & 0x3f) | 0x80
  tail[2] = (tail[2] as number) | 1
  const made = { tail, last: 0n }
  state.set(sourceState, made)
  return made
}

function generate(py: Thread): Uint8Array {
  const source = sourceOf(py)
  const now = py.interpreter.host.clock.wall() / 100n + GREGORIAN
  const time = now > source.last ? now : source.last + 1n
  source.last = time
  const bytes = new Uint8Array(16)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, Number(time & 0xffff_ffffn))
  view.setUint16(4, Number((time >> 32n) & 0xffffn))
  view.setUint16(6, Number((time >> 48n) & 0x0fffn) | 0x1000)
  bytes.set(source.tail, 8)
  return bytes
}

export const _uuid = defineModule('_uuid', () => ({
  doc: 'Identifiers made of time and node.',
  functions: [
    fn('generate_time_safe()', 'Answer a new identifier, and whether it is safe among processes.', (py) =>
      newTuple([newBytes(generate(py)), newInt(UNSAFE)]), { text: '($self, /)' }),
  ],
  constants: () => ({ has_uuid_generate_time_safe: smallInt(1) }),
}))
