// The right side of `format % arguments`, for str and bytes: a tuple, a mapping, or one value.
import type { PercentField } from '@pellucid/primitives'
import { PyTuple } from '../data/sequences.ts'
import { typeOf } from '../data/type.ts'
import { asInt, type Int, type Value } from '../data/values.ts'
import { OverflowError, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { isRaised, raise } from '../protocols/raise.ts'
import { getItem } from '../protocols/subscript.ts'
import { index } from '../protocols/index-number.ts'
import type { Thread } from '../thread.ts'
import { intOf } from './int/construct.ts'

export class PercentArguments {
  readonly #mapping: Value | undefined
  #items: readonly Value[]
  #next = 0
  constructor(given: Value, isText: (value: Value) => boolean) {
    this.#items = given instanceof PyTuple ? given.items : [given]
    const mapping = typeOf(given).slots.getitem !== undefined && !(given instanceof PyTuple) && !isText(given)
    this.#mapping = mapping ? given : undefined
  }
  next(): Value {
    return this.#items[this.#next++] ?? raise(PyTypeError, 'not enough arguments for format string')
  }
  /** `%(key)`: the value becomes the only argument. */
  select(key: Value, py: Thread): void {
    if (this.#mapping === undefined) raise(PyTypeError, 'format requires a mapping')
    this.#items = [getItem(this.#mapping, key, py)]
    this.#next = 0
  }
  /** Width or precision: written, or taken from the arguments. */
  number(given: number | '*' | undefined, limit: bigint, kind: string): number | undefined {
    if (given !== '*') return given
    const int = asInt(this.next())
    if (int === undefined) return raise(PyTypeError, '* wants int')
    if (int > limit || int < -limit) raise(OverflowError, `Python int too large to convert to C ${kind}`)
    return Number(int)
  }
  finish(kind: 'string' | 'bytes'): void {
    if (this.#next < this.#items.length && this.#mapping === undefined) {
      raise(PyTypeError, `not all arguments converted during ${kind} formatting`)
    }
  }
}

/** A field with its numbers: `width` is never negative, `precision` undefined when there is none. */
export interface ResolvedField {
  readonly field: PercentField
  readonly width: number
  readonly precision: number | undefined
}

export function resolveField(field: PercentField, args: PercentArguments): ResolvedField {
  const width = args.number(field.width, 2n ** 63n - 1n, 'ssize_t') ?? 0
  const precision = args.number(field.precision, 2n ** 31n - 1n, 'int')
  const left = width < 0 ? { ...field, leftAlign: true } : field
  return { field: left, width: Math.abs(width), precision: precision === undefined ? undefined : Math.max(0, precision) }
}

/** The int for d, i, u, o, x and X. */
export function percentInt(value: Value, type: string, py: Thread): Int {
  const direct = asInt(value)
  if (direct !== undefined) return direct
  const hexadecimal = type === 'x' || type === 'X' || type === 'o'
  const { slots } = typeOf(value)
  const isNumber = slots.index !== undefined || slots.int !== undefined || slots.float !== undefined
  if (isNumber) {
    try {
      return hexadecimal ? index(value, py) : intOf(value, py)
    } catch (caught) {
      if (!isRaised(caught, PyTypeError)) throw caught
    }
  }
  const wanted = hexadecimal ? 'an integer' : 'a real number'
  return raise(PyTypeError, `%${type} format: ${wanted} is required, not ${typeOf(value).tpName}`)
}
