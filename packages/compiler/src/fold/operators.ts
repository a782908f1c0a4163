// Unary, binary and subscript operators whose operands are constants.
import { type Constant, Fault } from '@pellucid/primitives'
import type { operator, unaryop } from '@pellucid/ast'
import { isTrue } from '../truth.ts'
import { integerOf, inverted, negative, numberBinary, positive } from './arithmetic.ts'
import { textRepeatFits, tupleRepeatFits } from './limits.ts'
import { characterAt, isText, joinTexts, repeatText, textLength } from './text.ts'

function isTuple(value: Constant): value is readonly Constant[] {
  return Array.isArray(value)
}

function concatenated(left: Constant, right: Constant): Constant | undefined {
  if (isText(left)) return isText(right) ? joinTexts(left, right) : undefined
  if (isTuple(left)) return isTuple(right) ? [...left, ...right] : undefined
  if (!(left instanceof Uint8Array && right instanceof Uint8Array)) return undefined
  const bytes = new Uint8Array(left.length + right.length)
  bytes.set(left)
  bytes.set(right, left.length)
  return bytes
}

function repeated(sequence: Constant, times: Constant): Constant | undefined {
  const count = integerOf(times)
  if (count === undefined) return undefined
  if (isText(sequence)) {
    return textRepeatFits(textLength(sequence), count) ? repeatText(sequence, clamp(count)) : undefined
  }
  if (isTuple(sequence)) {
    if (!tupleRepeatFits(sequence, count)) return undefined
    return Array.from({ length: clamp(count) * sequence.length }, (_, i) => sequence[i % sequence.length]!)
  }
  if (!(sequence instanceof Uint8Array) || !textRepeatFits(sequence.length, count)) return undefined
  const bytes = new Uint8Array(sequence.length * clamp(count))
  for (let at = 0; at < bytes.length; at += sequence.length) bytes.set(sequence, at)
  return bytes
}

/** A count for `repeat`; a large one only ever meets an empty sequence. */
function clamp(count: number | bigint): number {
  return Math.min(Math.max(Number(count), 0), 4096)
}

/** Undefined where Python raises. */
function attempt(compute: () => Constant | undefined): Constant | undefined {
  try {
    return compute()
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}

/** The value of `left op right`; undefined when Python would raise or the result would be too large. */
export function binary(op: operator['nodeType'], left: Constant, right: Constant): Constant | undefined {
  // `%` on str and bytes formats, which is not done here.
  const value = attempt(() => numberBinary(op, left, right))
  if (value !== undefined) return value
  if (op === 'Add') return concatenated(left, right)
  if (op === 'Mult') return repeated(left, right) ?? repeated(right, left)
  return undefined
}

/** The value of `op operand`; undefined when Python would raise. */
export function unary(op: unaryop['nodeType'], operand: Constant): Constant | undefined {
  switch (op) {
    case 'Not':
      return !isTrue(operand)
    case 'UAdd':
      return positive(operand)
    case 'USub':
      return negative(operand)
    case 'Invert':
      return inverted(operand)
  }
}

/** The value of `container[index]`; undefined when Python would raise. */
export function subscript(container: Constant, index: Constant): Constant | undefined {
  const position = integerOf(index)
  if (typeof position !== 'number') return undefined
  if (isText(container)) return characterAt(container, position)
  if (isTuple(container) || container instanceof Uint8Array) return container.at(position)
  return undefined
}
