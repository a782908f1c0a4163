// The right side of `format % arguments`, for str and bytes: a tuple, a mapping, or one value.
import type { PercentField, PercentSource } from '@pellucid/primitives'
import { PyTuple } from '../data/sequences.ts'
import { typeOf } from '../data/type.ts'
import { asInt, type Int, type Value } from '../data/values.ts'
import { OverflowError, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { isRaised, raise } from '../protocols/raise.ts'
import { getItem } from '../protocols/subscript.ts'
import { index } from '../protocols/index-number.ts'
import { isMapping } from '../protocols/sequence-check.ts'
import type { Thread } from '../thread.ts'
import { intOf } from './int/construct.ts'

export class PercentArguments {
  readonly #mapping: Value | undefined
  #items: readonly Value[]
  #next = 0
  constructor(given: Value, isText: (value: Value) => boolean) {
    this.#items = given instanceof PyTuple ? given.items : [given]
    const mapping = isMapping(given) && !(given instanceof PyTuple) && !isText(given)
    this.#mapping = mapping ? given : undefined
  }
  next(): Value {
    return this.#items[this.#next++] ?? raise(PyTypeError, 'not enough arguments for format string')
  }
  /** What reading a conversion asks; `asKey` makes the key's text a str or bytes. */
  source(precisionName: PercentSource['precisionName'], asKey: (text: string) => Value, py: Thread): PercentSource {
    return {
      precisionName,
      expectMapping: () => {
        if (this.#mapping === undefined) raise(PyTypeError, 'format requires a mapping')
      },
      // The value becomes the only argument.
      select: (key) => {
        this.#items = [getItem(this.#mapping as Value, asKey(key), py)]
        this.#next = 0
      },
      number: (kind) => {
        const int = asInt(this.next())
        if (int === undefined) return raise(PyTypeError, '* wants int')
        const limit = kind === 'width' ? 2n ** 63n : 2n ** 31n
        if (int >= limit || int < -limit) raise(OverflowError, `Python int too large to convert to C ${kind === 'width' ? 'ssize_t' : 'int'}`)
        return Number(int)
      },
    }
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

export function resolveField(field: PercentField): ResolvedField {
  const width = (field.width ?? 0) as number
  const left = width < 0 ? { ...field, leftAlign: true } : field
  return { field: left, width: Math.abs(width), precision: field.precision === undefined ? undefined : Math.max(0, field.precision as number) }
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
