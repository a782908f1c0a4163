// find, rfind, count and replace. Strings use the engine's own search; unit sequences (bytes, code points)
// share one.
// start and end are already clipped to 0…length.

export type Units = Uint8Array | readonly number[]

export function findText(text: string, part: string, start: number, end: number): number {
  if (start > end) return -1
  const at = text.indexOf(part, start)
  if (end === text.length || at < 0) return at
  if (at + part.length <= end) return at
  return -1
}

export function rfindText(text: string, part: string, start: number, end: number): number {
  if (end - start < part.length) return -1
  const at = text.lastIndexOf(part, end - part.length)
  return at < start ? -1 : at
}

/** Occurrences that do not overlap, at most `limit`. */
export function countText(text: string, part: string, start: number, end: number, limit = Infinity): number {
  if (start > end) return 0
  if (part === '') return Math.min(limit, end - start + 1)
  let count = 0
  for (let at = text.indexOf(part, start); at >= 0 && at + part.length <= end && count < limit; count++) {
    at = text.indexOf(part, at + part.length)
  }
  return count
}

/** `text.replace(from, to, count)`; a negative count means all. */
export function replaceText(text: string, from: string, to: string, count: number): string {
  if (count === 0 || (from.length > text.length && from !== '')) return text
  if (from !== '') {
    if (count < 0) return text.split(from).join(to)
    const pieces: string[] = []
    let at = 0
    for (let n = 0; n < count; n++) {
      const next = text.indexOf(from, at)
      if (next < 0) break
      pieces.push(text.slice(at, next))
      at = next + from.length
    }
    pieces.push(text.slice(at))
    return pieces.join(to)
  }
  const times = count < 0 ? text.length + 1 : Math.min(count, text.length + 1)
  let out = ''
  for (let i = 0; i < times; i++) out += to + text.slice(i, i + 1)
  return times <= text.length ? out + text.slice(times) : out
}

export function findUnits(units: Units, part: Units, start: number, end: number): number {
  if (start > end) return -1
  const size = part.length
  if (size === 0) return start
  const first = part[0]!
  const last = end - size
  for (let at = units.indexOf(first, start); at >= 0 && at <= last; at = units.indexOf(first, at + 1)) {
    let i = 1
    while (i < size && units[at + i] === part[i]) i++
    if (i === size) return at
  }
  return -1
}

export function rfindUnits(units: Units, part: Units, start: number, end: number): number {
  const size = part.length
  for (let at = end - size; at >= start; at--) {
    let i = 0
    while (i < size && units[at + i] === part[i]) i++
    if (i === size) return at
  }
  return -1
}

export function countUnits(units: Units, part: Units, start: number, end: number, limit = Infinity): number {
  if (start > end) return 0
  if (part.length === 0) return Math.min(limit, end - start + 1)
  let count = 0
  for (let at = findUnits(units, part, start, end); at >= 0 && count < limit; count++) {
    at = findUnits(units, part, at + part.length, end)
  }
  return count
}

/** The replaced units as a plain list; undefined when nothing changes. */
export function replaceUnits(units: Units, from: Units, to: Units, count: number): number[] | undefined {
  const limit = count < 0 ? Infinity : count
  const out: number[] = []
  const push = (part: Units, start: number, end: number): void => {
    for (let i = start; i < end; i++) out.push(part[i]!)
  }
  let at = 0
  let done = 0
  if (from.length === 0) {
    for (; done < limit && at <= units.length; done++, at++) {
      push(to, 0, to.length)
      if (at < units.length) out.push(units[at]!)
    }
  } else {
    for (; done < limit; done++) {
      const next = findUnits(units, from, at, units.length)
      if (next < 0) break
      push(units, at, next)
      push(to, 0, to.length)
      at = next + from.length
    }
  }
  if (done === 0) return undefined
  push(units, Math.min(at, units.length), units.length)
  return out
}
