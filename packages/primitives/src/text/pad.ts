// ljust, rjust, center, zfill, expandtabs.

/** Blanks left and right, as `center` shares them: the odd one goes left when the width is odd. */
export function centerPadding(length: number, width: number): readonly [number, number] {
  const total = Math.max(0, width - length)
  const left = Math.floor(total / 2) + (total & width & 1)
  return [left, total - left]
}

export function centerText(text: string, width: number, fill = ' '): string {
  const [left, right] = centerPadding(text.length, width)
  return fill.repeat(left) + text + fill.repeat(right)
}

/** Where zfill puts its zeros: after a sign. */
export function zfillText(text: string, width: number): string {
  const zeros = '0'.repeat(Math.max(0, width - text.length))
  return text[0] === '+' || text[0] === '-' ? text[0] + zeros + text.slice(1) : zeros + text
}

/** The list of units with tabs made blanks; a line break starts a new column count. */
export function expandTabsUnits(units: ArrayLike<number>, tabSize: number): number[] {
  const out: number[] = []
  let column = 0
  for (let i = 0; i < units.length; i++) {
    const c = units[i]!
    if (c === 9) {
      if (tabSize <= 0) continue
      const blanks = tabSize - (column % tabSize)
      column += blanks
      for (let n = 0; n < blanks; n++) out.push(32)
    } else {
      column = c === 10 || c === 13 ? 0 : column + 1
      out.push(c)
    }
  }
  return out
}

export function expandTabs(text: string, tabSize: number): string {
  if (!text.includes('\t')) return text
  let column = 0
  return text.replace(/[\t\n\r]|[^\t\n\r]+/g, (piece) => {
    if (piece === '\t') {
      if (tabSize <= 0) return ''
      const blanks = tabSize - (column % tabSize)
      column += blanks
      return ' '.repeat(blanks)
    }
    column = piece === '\n' || piece === '\r' ? 0 : column + piece.length
    return piece
  })
}

/** `text.translate(table)`: look-up gives a code point, a text (empty to drop), or undefined to keep. */
export function translatePoints(
  points: ArrayLike<number>,
  lookUp: (codePoint: number) => number | readonly number[] | undefined,
): number[] {
  const out: number[] = []
  for (let i = 0; i < points.length; i++) {
    const mapped = lookUp(points[i]!)
    if (mapped === undefined) out.push(points[i]!)
    else if (typeof mapped === 'number') out.push(mapped)
    else out.push(...mapped)
  }
  return out
}
