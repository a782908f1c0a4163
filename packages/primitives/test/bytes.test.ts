// struct, binascii, the Mersenne twister and sha512 against CPython.
import { describe } from 'vitest'
import * as p from '../src/index.ts'
import { agreesWithRecorded, F } from './recorded.ts'

function packed(format: string, put: (layout: p.StructLayout, into: Uint8Array) => void): Uint8Array {
  const layout = p.parseStruct(format)
  const into = new Uint8Array(layout.size)
  put(layout, into)
  return into
}

describe('struct', () => {
  agreesWithRecorded({
    calcsize: (format: string) => p.parseStruct(format).size,
    unpack: (format: string, bytes: Uint8Array) =>
      p.unpackStruct(p.parseStruct(format), bytes).map((value) =>
        typeof value === 'object' && 'float' in value ? new F(value.float) : value,
      ),
    packi: (format: string, value: p.Integer) =>
      packed(format, (layout, into) => p.packInteger(layout.fields[0]!, value, into, 0, layout)),
    packf: (format: string, value: number) =>
      packed(format, (layout, into) => p.packFloat(layout.fields[0]!, value, into, 0, layout)),
  })
})

describe('binascii', () => {
  agreesWithRecorded({
    x_b2a_base64: (bytes: Uint8Array) => p.toBase64(bytes, true),
    x_a2b_base64: (bytes: Uint8Array) => p.fromBase64(bytes),
    x_unhexlify: p.fromHex,
    x_fromhex: p.bytesFromHex,
    x_hex3: (bytes: Uint8Array, group: number) => p.toHex(bytes, ':', group),
    x_crc32: (bytes: Uint8Array) => p.crc32(bytes),
    x_crc_hqx: p.crcHqx,
    x_b2a_uu: (bytes: Uint8Array) => p.toUu(bytes, false),
    x_a2b_uu: p.fromUu,
    x_a2b_qp: (bytes: Uint8Array) => p.fromQuotedPrintable(bytes, false),
    x_b2a_qp: (bytes: Uint8Array) => p.toQuotedPrintable(bytes, false, true, false),
    x_b2a_qp4: p.toQuotedPrintable,
  })
})

describe('random', () => {
  agreesWithRecorded({
    mt: (seed: p.Integer, bits: number) => {
      const generator = new p.MersenneTwister()
      generator.seed(seed)
      generator.random()
      const first = generator.randomBits(bits)
      return [first, new F(generator.random()), generator.randomBits(32), generator.randomBits(5)]
    },
    sha512: p.sha512,
  })
})
