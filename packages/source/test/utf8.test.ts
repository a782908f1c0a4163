import { expect, test } from 'vitest'
import { decodeUtf8, encodeUtf8, escapedTextFault, findUtf8Fault, replaceEscaped, utf8FaultMessage } from '../src/index.ts'

test.each([
  [[0x80], 'byte 0x80 in position 0: invalid start byte'],
  [[0x61, 0xff], 'byte 0xff in position 1: invalid start byte'],
  [[0xc3], 'byte 0xc3 in position 0: unexpected end of data'],
  [[0xc3, 0x28], 'byte 0xc3 in position 0: invalid continuation byte'],
  [[0xe2, 0x82], 'bytes in position 0-1: unexpected end of data'],
  [[0xe2, 0x82, 0x28], 'bytes in position 0-1: invalid continuation byte'],
  [[0xed, 0xa0, 0x80], 'byte 0xed in position 0: invalid continuation byte'],
  [[0xf0, 0x9f, 0x92, 0x28], 'bytes in position 0-2: invalid continuation byte'],
  [[0xf4, 0x90, 0x80, 0x80], 'byte 0xf4 in position 0: invalid continuation byte'],
  [[0xf5, 0x80], 'byte 0xf5 in position 0: invalid start byte'],
])('CPython says where %j is no UTF-8', (bytes, message) => {
  const data = Uint8Array.from(bytes)
  const fault = findUtf8Fault(data)
  expect(fault && utf8FaultMessage(data, fault)).toBe(`'utf-8' codec can't decode ${message}`)
})

test('every plane comes and goes', () => {
  const text = 'aé€𝄞\u{10ffff}\u0000' + 'x'.repeat(9000) + '𝄞'.repeat(9000)
  expect(decodeUtf8(encodeUtf8(text))).toBe(text)
  expect(findUtf8Fault(encodeUtf8(text))).toBeUndefined()
})

test('escaped bytes come back as they were', () => {
  const bytes = Uint8Array.from([0x61, 0xe2, 0x82, 0x28, 0xff])
  const text = decodeUtf8(bytes, 'escape')
  expect(text).toBe('a\udce2\udc82(\udcff')
  expect(encodeUtf8(text)).toEqual(bytes)
  expect(replaceEscaped(text)).toBe('a\ufffd(\ufffd')
  expect(escapedTextFault(text)).toBe("'utf-8' codec can't decode bytes in position 1-2: invalid continuation byte")
  expect(escapedTextFault('a𝄞')).toBeUndefined()
})
