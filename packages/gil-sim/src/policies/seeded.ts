// Chance that can be repeated: the same seed and program give the same schedule on every machine.
import type { Policy, Turn } from '../scheduler.ts'

/** Numbers below 2³² from a seed: a linear walk whose steps are mixed (the "splitmix" construction). */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
}

/**
 * Any runnable thread, by chance. Small intervals bring out races that a machine shows once a year; the seed brings
 * them back.
 *
 * @example
 * const schedulers = [1, 2, 3].map((seed) => newScheduler(seeded(seed)))
 */
export function seeded(seed: number, interval = 50): Policy {
  const random = generator(seed)
  return {
    name: `seed ${seed}, interval ${interval}`,
    interval,
    choose: <T>({ runnable }: Turn<T>): T => runnable[random() % runnable.length] as T,
  }
}
