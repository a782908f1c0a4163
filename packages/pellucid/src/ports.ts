// The machine's ports, filled by the other packages.
import { dumpsCode, loads } from '@pellucid/marshal'
import { CodeObject } from '@pellucid/opcode-spec'
import type { Codec, Scheduler } from '@pellucid/vm'

/** marshal, for code objects. */
export const codec: Codec = {
  loadCode(bytes) {
    const code = loads(bytes)
    if (code instanceof CodeObject) return code
    throw new TypeError('not a code object')
  },
  dumpCode: (code) => dumpsCode(code),
}

/** One thread at a time, in turns. */
export const inTurns: Scheduler = {
  interval: 10_000,
  turn: 1_000,
  // The next in the order of starting, also after one that waits and is not in the list: else the first would have all
  // the turns.
  next: (current, runnable) => runnable.find(({ ident }) => ident > current.ident) ?? runnable[0] ?? current,
}
