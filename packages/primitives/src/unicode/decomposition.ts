// Decompositions of characters, as the Unicode database gives them: one step, of a kind. Hangul syllables follow from
// their numbers and are in no table.
import { decompositions, tags } from './properties.generated.ts'

export interface Decomposition {
  /** `canonical`, `excluded` (canonical, but not to be undone), or a compatibility tag. */
  readonly kind: string
  readonly points: readonly number[]
}

let table: Map<number, Decomposition> | undefined

function readTable(): Map<number, Decomposition> {
  const kinds = tags.split(' ')
  const known = new Map<number, Decomposition>()
  let at = 0
  for (const [, gap, letter, points] of decompositions.matchAll(/([0-9a-z]+)([A-Z])([0-9a-z,]+)/g)) {
    at += parseInt(gap!, 36)
    known.set(at, { kind: kinds[letter!.charCodeAt(0) - 65]!, points: points!.split(',').map((point) => parseInt(point, 36)) })
  }
  return known
}

/** Every decomposition there is. */
export const allDecompositions = (): ReadonlyMap<number, Decomposition> => (table ??= readTable())

export const isCanonical = ({ kind }: Decomposition): boolean => kind === 'canonical' || kind === 'excluded'

/** `unicodedata.decomposition`; '' where there is none. */
export function decompositionText(point: number): string {
  const found = allDecompositions().get(point)
  if (found === undefined) return ''
  const points = found.points.map((part) => part.toString(16).toUpperCase().padStart(4, '0')).join(' ')
  return isCanonical(found) ? points : `<${found.kind}> ${points}`
}
