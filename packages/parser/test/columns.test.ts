import { dump, getSourceSegment, walk } from '@pellucid/ast'
import type { Node } from '@pellucid/ast'
import { tapeWithColumns, tokenizeTape } from '@pellucid/lexer'
import { convertColumn } from '@pellucid/source'
import type { ColumnUnit } from '@pellucid/source'
import { describe, expect, test } from 'vitest'
import { parse, parseTape } from '../src/index.ts'

const units: readonly ColumnUnit[] = ['utf8', 'utf16', 'codepoint']

/** Names, strings, f-strings and comments with characters of one to four bytes, on lines of several tokens. */
const source = `é = "𝒳", ß  # 𝒳é
def größe(größer: "𝒳" = '𝒳') -> (名, 名): return f'𝒳{größer!r:>{é}}𝒳' "é" + f"""é
𝒳{ é = }𝒳""" + 名[é:ß].é
if é:
    𝐱 = '''é
    𝒳''', 𝐱 ; y = [é for é in 名 if ß]
`

interface Place { lineno: number; col_offset: number; end_lineno: number; end_col_offset: number }

function placesOf(root: Node): Place[] {
  const found: Place[] = []
  walk(root, (node) => {
    if ('col_offset' in node) found.push({ ...(node as unknown as Place) })
  })
  return found.map(({ lineno, col_offset, end_lineno, end_col_offset }) => ({ lineno, col_offset, end_lineno, end_col_offset }))
}

/** CPython's places, each column converted by itself. */
function converted(unit: ColumnUnit): Place[] {
  const lines = source.split('\n')
  const convert = (line: number, column: number) => convertColumn(lines[line - 1]!, column, 'utf8', unit)
  return placesOf(parse(source)).map((place) => ({
    ...place,
    col_offset: convert(place.lineno, place.col_offset),
    end_col_offset: convert(place.end_lineno, place.end_col_offset),
  }))
}

describe.each(units)('columns: %s', (columns) => {
  test('each node stands where CPython says, in that unit', () => {
    const places = placesOf(parse(source, { columns }))
    expect(places.length).toBeGreaterThan(40)
    expect(places).toEqual(converted(columns))
  })

  test('segments of the source are found by them', () => {
    const segments = (unit: ColumnUnit) => {
      const found: (string | null)[] = []
      walk(parse(source, { columns: unit }), (node) => void found.push(getSourceSegment(source, node, { columns: unit })))
      return found
    }
    expect(segments(columns)).toEqual(segments('utf8'))
  })

  test('bytes, line endings and recovery make no difference', () => {
    const bytes = new TextEncoder().encode(source.replaceAll('\n', '\r\n'))
    expect(placesOf(parse(bytes, { columns }))).toEqual(placesOf(parse(source, { columns })))
    const recovered = parse(`"𝒳" x\n${source}`, { columns, recover: true })
    expect(placesOf(recovered).map((place) => ({ ...place, lineno: place.lineno - 1, end_lineno: place.end_lineno - 1 })))
      .toEqual(placesOf(parse(source, { columns })))
  })

  test('the error is the same', () => {
    expect(() => parse('"𝒳" é é', { columns })).toThrow(expect.objectContaining({ lineno: 1, offset: 5, endOffset: 6 }))
  })
})

test('values by hand', () => {
  const columnOf = (columns: ColumnUnit) => {
    const { body } = parse('"𝒳é" + x', { mode: 'eval', columns })
    return body.nodeType === 'BinOp' ? [body.right.col_offset, body.right.end_col_offset] : []
  }
  expect(units.map(columnOf)).toEqual([[11, 12], [8, 9], [7, 8]])
})

test('a tape in another unit', () => {
  const tape = tokenizeTape('"𝒳" + y\n')
  expect(units.map((unit) => tapeWithColumns(tape, unit).column[1])).toEqual([7, 5, 4])
  const ascii = tokenizeTape('x + y\n')
  expect(tapeWithColumns(ascii, 'utf16')).toBe(ascii)
  expect(dump(parseTape(tape, 'exec', { columns: 'utf16' }), { includeAttributes: true }))
    .toBe(dump(parse('"𝒳" + y\n', { columns: 'utf16' }), { includeAttributes: true }))
})
