// HZ: GB 2312 in seven bits, between `~{` and `~}`.
import { addCode, type CodecState, type EastAsianCodec } from './codec.ts'
import { tableOf } from './table.ts'

const TILDE = 0x7e

function escape(second: number, out: number[], state: CodecState): number {
  const inside = state[0] === 1
  if (second === 0x7d && inside) state[0] = 0
  else if (second === 0x7b && !inside) state[0] = 1
  else if (second === TILDE && !inside) out.push(TILDE)
  else if (second !== 0x0a || inside) return -1
  return 2
}

export const hz: EastAsianCodec = {
  start: [0],
  decode(bytes, at, out, state) {
    const first = bytes[at] as number
    const second = bytes[at + 1]
    if (first === TILDE) return second === undefined ? 0 : escape(second, out, state)
    if (first >= 0x80) return -1
    if (state[0] === 0) {
      out.push(first)
      return 1
    }
    if (second === undefined) return 0
    const point = second < 0x80 ? tableOf('gb2312').points.get((first << 8) | second | 0x8080) : undefined
    if (point === undefined) return -1
    out.push(point)
    return 2
  },
  encode(points, at, out, state) {
    const point = points[at] as number
    if (point < 0x80) {
      this.finish(out, state)
      out.push(point)
      if (point === TILDE) out.push(TILDE)
      return 1
    }
    const code = tableOf('gb2312').codes.get(point)
    if (code === undefined) return -1
    if (state[0] === 0) out.push(TILDE, 0x7b)
    state[0] = 1
    addCode(out, code & 0x7f7f)
    return 1
  },
  finish(out, state) {
    if (state[0] !== 0) out.push(TILDE, 0x7d)
    state[0] = 0
  },
}
