// Sorting keys that are all ints, all strs or all floats: nobody can watch the comparisons, so JavaScript sorts them.
import { PyFloat, type Value } from '../../data/values.ts'

/** Sort keys of one plain kind, and values along with them; false when there is none. */
export function sortPlain(keys: Value[], values: Value[] | undefined): boolean {
  const first = keys[0]
  const kind = typeof first
  if (kind === 'number' || kind === 'string') {
    for (let i = 1; i < keys.length; i++) if (typeof keys[i] !== kind) return false
    if (isSorted(keys)) return true
    if (values === undefined) {
      if (kind === 'string') (keys as unknown[]).sort()
      else {
        const sorted = Float64Array.from(keys as unknown as number[]).sort()
        for (let i = 0; i < sorted.length; i++) keys[i] = sorted[i] as unknown as Value
      }
      return true
    }
    const numbers = keys as unknown as number[]
    const compare =
      kind === 'number'
        ? (a: number, b: number) => (numbers[a] as number) - (numbers[b] as number)
        : (a: number, b: number) => ((keys[a] as string) < (keys[b] as string) ? -1 : keys[a] === keys[b] ? 0 : 1)
    permute(keys, values, compare)
    return true
  }
  if (first instanceof PyFloat) {
    const floatType = PyFloat.prototype.type
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]
      if (!(key instanceof PyFloat) || key.type !== floatType || key.value !== key.value) return false
    }
    const floats = (keys as unknown as PyFloat[]).map((key) => key.value)
    permute(keys, values, (a, b) => ((floats[a] as number) < (floats[b] as number) ? -1 : floats[a] === floats[b] ? 0 : 1))
    return true
  }
  return false
}

function isSorted(keys: readonly Value[]): boolean {
  for (let i = 1; i < keys.length; i++) if ((keys[i] as number) < (keys[i - 1] as number)) return false
  return true
}

function permute(keys: Value[], values: Value[] | undefined, compare: (a: number, b: number) => number): void {
  const order = Array.from(keys.keys()).sort(compare)
  const oldKeys = keys.slice()
  const oldValues = values?.slice()
  for (let i = 0; i < order.length; i++) {
    keys[i] = oldKeys[order[i] as number] as Value
    if (values !== undefined) values[i] = (oldValues as Value[])[order[i] as number] as Value
  }
}
