// Rich comparison from an ordering.
import { Compare } from '../data/slots.ts'

/** Does `left op right` hold, when `order` is negative, zero or positive as left is below, equal to or above right? */
export function ordered(order: number, op: Compare): boolean {
  switch (op) {
    case Compare.LT:
      return order < 0
    case Compare.LE:
      return order <= 0
    case Compare.EQ:
      return order === 0
    case Compare.NE:
      return order !== 0
    case Compare.GT:
      return order > 0
    default:
      return order >= 0
  }
}
