// Sets of characters: the items between IN and FAILURE.
import { categories, unicodeUpper } from './characters.ts'
import { Op } from './codes.ts'

/** Is the character in the set that starts at `pc`? */
export function inCharset(code: Int32Array, start: number, point: number): boolean {
  let pc = start
  let found = true
  for (;;) {
    const op = code[pc++] as number
    switch (op) {
      case Op.FAILURE:
        return !found
      case Op.LITERAL:
        if (point === code[pc++]) return found
        break
      case Op.CATEGORY:
        if (categories[code[pc++] as number]?.(point)) return found
        break
      case Op.CHARSET:
        if (point < 256 && ((code[pc + (point >> 5)] as number) >>> (point & 31)) & 1) return found
        pc += 8
        break
      case Op.RANGE:
        if ((code[pc] as number) <= point && point <= (code[pc + 1] as number)) return found
        pc += 2
        break
      case Op.RANGE_UNI_IGNORE: {
        const [low, high] = [code[pc] as number, code[pc + 1] as number]
        if (low <= point && point <= high) return found
        const upper = unicodeUpper(point)
        if (low <= upper && upper <= high) return found
        pc += 2
        break
      }
      case Op.NEGATE:
        found = !found
        break
      case Op.BIGCHARSET: {
        const count = code[pc++] as number
        if (point < 65536) {
          const page = point >> 8
          const block = ((code[pc + (page >> 2)] as number) >>> ((page & 3) * 8)) & 255
          if (((code[pc + 64 + block * 8 + ((point & 255) >> 5)] as number) >>> (point & 31)) & 1) return found
        }
        pc += 64 + count * 8
        break
      }
      default:
        return false
    }
  }
}
