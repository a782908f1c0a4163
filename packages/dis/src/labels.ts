// Labels L1, L2, …: where jumps lead and where the stretches of the exception table begin and end.
import type { ExceptionEntry } from '@pellucid/opcode-spec'
import { targetOf } from './unpack.ts'
import type { Word } from './unpack.ts'

/** From an offset to the number of its label. */
export type Labels = ReadonlyMap<number, number>

/** Numbers the labels in the order of their offsets. */
export function findLabels(words: readonly Word[], handlers: readonly ExceptionEntry[] = []): Labels {
  const offsets = new Set<number>()
  for (const word of words) {
    const target = targetOf(word)
    if (target !== null) offsets.add(target)
  }
  for (const { start, end, target } of handlers) {
    offsets.add(start)
    offsets.add(end)
    offsets.add(target)
  }
  return new Map([...offsets].sort((a, b) => a - b).map((offset, index) => [offset, index + 1]))
}
