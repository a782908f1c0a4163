// The values that Python source can write down and a `.pyc` can hold, as plain JavaScript data.
//
// | Python               | JavaScript                                                    |
// | None, True, False    | null, true, false                                             |
// | int                  | number while it is a safe integer, else bigint                |
// | float, complex       | Float, Complex (so 1 and 1.0 stay apart)                      |
// | str                  | string (well-formed UTF-16), else WideText                    |
// | bytes                | Uint8Array                                                    |
// | ...                  | Ellipsis                                                      |
// | tuple, frozenset     | readonly array, FrozenSetConstant                             |
//
// Invariant: one value has one form. An int that fits a safe integer is never a bigint, and text
// without surrogate code points is never WideText.

/** A Python float: boxed, because JavaScript cannot tell 1.0 from 1. */
export class Float {
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
}

/** A Python complex number. */
export class Complex {
  readonly real: number
  readonly imag: number
  constructor(real: number, imag: number) {
    this.real = real
    this.imag = imag
  }
}

/** A str that holds surrogate code points (`'\ud800'`), which a JavaScript string cannot keep apart from a pair. */
export class WideText {
  readonly codePoints: readonly number[]
  constructor(codePoints: readonly number[]) {
    this.codePoints = codePoints
  }
}

/** A frozenset constant; `items` in the order the compiler made them. */
export class FrozenSetConstant {
  readonly items: readonly Constant[]
  constructor(items: readonly Constant[]) {
    this.items = items
  }
}

class EllipsisConstant {
  readonly name = 'Ellipsis'
}
/** The constant `...`. */
export const Ellipsis: EllipsisConstant = Object.freeze(new EllipsisConstant())
export type { EllipsisConstant }

/** A str as data. */
export type TextConstant = string | WideText

/** Any value that a literal, or constant folding, can produce. */
export type Constant =
  | null
  | boolean
  | number
  | bigint
  | Float
  | Complex
  | TextConstant
  | Uint8Array
  | EllipsisConstant
  | readonly Constant[]
  | FrozenSetConstant
