// Durations as numbers: normal form, microseconds, division.
import { add, divmod, multiply, type Integer } from '@pellucid/primitives'
import { OverflowError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { PyDelta } from './layout.ts'

export const DAY_SECONDS = 86_400
const SECOND = 1_000_000
const MAX_DAYS = 999_999_999

/** A duration from fields of any size and sign. */
export function newDelta(days: number, seconds: number, microseconds: number): PyDelta {
  if (microseconds < 0 || microseconds >= SECOND) {
    const carry = Math.floor(microseconds / SECOND)
    microseconds -= carry * SECOND
    seconds += carry
  }
  if (seconds < 0 || seconds >= DAY_SECONDS) {
    const carry = Math.floor(seconds / DAY_SECONDS)
    seconds -= carry * DAY_SECONDS
    days += carry
  }
  if (days < -MAX_DAYS || days > MAX_DAYS) raise(OverflowError, `days=${days}; must have magnitude <= ${MAX_DAYS}`)
  return new PyDelta(days, seconds, microseconds)
}

/** The whole duration; a number where that is exact. */
export function microsecondsOf({ days, seconds, microseconds }: PyDelta): Integer {
  if (days > -100_000 && days < 100_000) return (days * DAY_SECONDS + seconds) * SECOND + microseconds
  return add(multiply(days * DAY_SECONDS + seconds, SECOND), microseconds)
}

export function deltaOfMicroseconds(total: Integer): PyDelta {
  const [seconds, microseconds] = divmod(total, SECOND)
  const [days, rest] = divmod(seconds, DAY_SECONDS)
  if (days > 0x7fff_ffff || days < -0x8000_0000) raise(OverflowError, 'Python int too large to convert to C int')
  return newDelta(Number(days), Number(rest), Number(microseconds))
}

/** a / b to the nearest int, halves to the even one. */
export function divideNearest(a: Integer, b: Integer): Integer {
  const [quotient, remainder] = divmod(a, b)
  const twice = multiply(remainder, 2)
  const positive = b > 0
  const more = positive ? twice > b : twice < b
  const odd = typeof quotient === 'number' ? quotient % 2 !== 0 : quotient % 2n !== 0n
  // A Number and a BigInt are equal by value here.
  const half = twice == b // eslint-disable-line eqeqeq
  return more || (half && odd) ? add(quotient, 1) : quotient
}

export const addDeltas = (a: PyDelta, b: PyDelta): PyDelta =>
  newDelta(a.days + b.days, a.seconds + b.seconds, a.microseconds + b.microseconds)

export const subtractDeltas = (a: PyDelta, b: PyDelta): PyDelta =>
  newDelta(a.days - b.days, a.seconds - b.seconds, a.microseconds - b.microseconds)

/** Negative, zero or positive, as a is less than, equal to or greater than b. */
export const compareDeltas = (a: PyDelta, b: PyDelta): number =>
  a.days - b.days || a.seconds - b.seconds || a.microseconds - b.microseconds

/** A day on either side: where offsets from UTC must lie in between. */
export const isOffset = ({ days, seconds, microseconds }: PyDelta): boolean =>
  days === 0 || (days === -1 && (seconds > 0 || microseconds > 0))
