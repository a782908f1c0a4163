// One question about a helper of the `ast` module, for CPython, for the machine and for our packages.
import type { OracleRequest } from '@pellucid/oracle'

/** A request that is answered by a list of texts. */
export interface HelperCase {
  /** The line of the score it counts for. */
  readonly label: string
  /** What each answer is about. */
  readonly names: readonly string[]
  readonly request: OracleRequest
  /** What the packages answer; undefined where a TypeScript tree cannot hold what is asked. */
  ours(): readonly (string | undefined)[]
}

/** A list in pieces, so that an answer stays small. */
export function pieces<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))
}

/** Numbers below `count`, the same at every run. */
export function seeded(seed: number): (count: number) => number {
  let state = seed
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
}
