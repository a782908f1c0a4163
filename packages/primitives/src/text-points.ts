// A str as the sequence of its code points, whichever form it is stored in.
import type { TextConstant } from './constant.ts'

/** The code points of a str. */
export function* codePointsOf(text: TextConstant): Iterable<number> {
  if (typeof text !== 'string') {
    yield* text.codePoints
    return
  }
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at) as number
    if (codePoint > 0xffff) at++
    yield codePoint
  }
}
