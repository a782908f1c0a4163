import { expect, test } from 'vitest'
import { PySyntaxError, decodeSource } from '../src/index.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))

function refusal(text: string, origin: 'string' | 'file' = 'string'): unknown[] {
  try {
    decodeSource(bytes(text), { filename: 'x.py', origin })
  } catch (error) {
    if (error instanceof PySyntaxError) return [error.msg, error.lineno, error.offset]
    throw error
  }
  return []
}

test('UTF-8 is the default, and a BOM is no text', () => {
  expect(decodeSource(bytes('\xc3\xa9 = 1'))).toEqual({ text: 'é = 1', encoding: 'utf-8', bom: false, escaped: false })
  expect(decodeSource(bytes('\xef\xbb\xbfx'))).toEqual({ text: 'x', encoding: 'utf-8', bom: true, escaped: false })
})

test.each([
  ['# coding: latin-1\nx="\xe9"', 'é'],
  ['#!/usr/bin/python\n# -*- coding: iso-8859-15 -*-\nx="\xa4"', '€'],
  ['# vim: set fileencoding=cp1251 :\nx="\xcf"', 'П'],
  ['\f # coding: koi8-r\nx="\xd0"', 'п'],
  ['# coding: Latin_1-unix\nx="\xe9"', 'é'],
])('%j is decoded by its cookie', (source, character) => {
  expect(decodeSource(bytes(source)).text).toContain(`x="${character}"`)
})

test('a cookie behind code, or on line three, is none', () => {
  expect(decodeSource(bytes('x=1\n# coding: foo\n')).encoding).toBe('utf-8')
  expect(decodeSource(bytes('\n\n# coding: foo\n')).encoding).toBe('utf-8')
})

test.each([
  ['# coding: foo\n', ['unknown encoding: foo', 0, -1]],
  ['\xef\xbb\xbf# coding: latin-1\n', ['encoding problem: iso-8859-1 with BOM', 0, -1]],
  [
    '# -*- coding: ascii -*-\nx="\xe9"\n',
    ["'ascii' codec can't decode byte 0xe9 in position 27: ordinal not in range(128)", 0, -1],
  ],
  [
    '#coding=cp1252\nx="\x81"\n',
    ["'charmap' codec can't decode byte 0x81 in position 18: character maps to <undefined>", 0, -1],
  ],
  ['# coding: utf8\nx="\xff"\n', ["'utf-8' codec can't decode byte 0xff in position 18: invalid start byte", 0, -1]],
  [
    '# coding: rot13\n',
    ["'rot13' is not a text encoding; use codecs.decode() to handle arbitrary codecs", 0, -1],
  ],
  ['x=\0', ['source code string cannot contain null bytes', null, null]],
])('compile() refuses %j', (source, expected) => {
  expect(refusal(source)).toEqual(expected)
})

test('a file is refused in other words', () => {
  expect(refusal('# coding: foo\n', 'file')).toEqual(['encoding problem: foo', null, null])
  expect(refusal('a\n\0', 'file')).toEqual(['source code cannot contain null bytes', 2, 0])
  expect(refusal('a\n"\xff"', 'file')[0]).toBe(
    "Non-UTF-8 code starting with '\\xff' in file x.py on line 2, but no encoding declared; " +
      'see https://peps.python.org/pep-0263/ for details',
  )
})

test('bytes that are no UTF-8 are kept for whoever looks at them', () => {
  const decoded = decodeSource(bytes('# \xff\r\nx'))
  expect(decoded).toEqual({ text: '# \udcff\nx', encoding: 'utf-8', bom: false, escaped: true })
})

test('another decoder can be plugged in', () => {
  const decoder = (name: string): { text: string } | undefined => (name === 'mine' ? { text: 'yes' } : undefined)
  expect(decodeSource(bytes('# coding: mine\n'), { decoder }).text).toBe('yes')
})
