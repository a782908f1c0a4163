// Where two texts first part.

/** The first difference, for a person. */
export interface Difference {
  readonly line: number
  readonly ours: string
  readonly cpython: string
}

/** A long line is shown around the place where the two differ. */
function window(text: string, at: number): string {
  const start = Math.max(0, at - 40)
  return `${start > 0 ? '…' : ''}${text.slice(start, at + 60)}${text.length > at + 60 ? '…' : ''}`
}

/** The first line in which two texts differ; undefined when they are equal. */
export function firstDifference(ours: string, cpython: string): Difference | undefined {
  if (ours === cpython) return undefined
  const left = ours.split('\n')
  const right = cpython.split('\n')
  for (let line = 0; ; line++) {
    const a = left[line] ?? '(end)'
    const b = right[line] ?? '(end)'
    if (a === b && line < Math.max(left.length, right.length)) continue
    let at = 0
    while (at < a.length && a[at] === b[at]) at++
    return { line: line + 1, ours: window(a, at), cpython: window(b, at) }
  }
}
