// abs, bin, divmod, hex, oct, pow, round, chr, ord.
import { PyByteArray, PyBytes } from '../../data/bytes.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, asStr, bigValue, codePointsOf, newInt, newStr, None, strOfCodePoints, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { call, lookupSpecial } from '../../protocols/call.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { index } from '../../protocols/index-number.ts'
import { binary, operators, power, unary } from '../../protocols/number.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'

function inBase(value: Value, base: number, prefix: string, py: Thread): Value {
  const big = bigValue(index(value, py))
  return newStr(big < 0n ? `-${prefix}${(-big).toString(base)}` : prefix + big.toString(base))
}

function codePoint(value: Value): Value {
  const text = asStr(value)
  const items = text !== undefined ? codePointsOf(text) : value instanceof PyBytes || value instanceof PyByteArray ? value.bytes : undefined
  if (items === undefined) return raise(PyTypeError, `ord() expected string of length 1, but ${typeOf(value).tpName} found`)
  if (items.length !== 1) raise(PyTypeError, `ord() expected a character, but string of length ${items.length} found`)
  return newInt(items[0] as number)
}

export const numberFunctions = [
  fn('abs(x: object, /)', 'Answer the absolute value.', (x, py) => unary(x, 'absolute', py), { text: '($module, x, /)' }),
  fn('bin(number: object, /)', 'Answer an int in binary.', (number, py) => inBase(number, 2, '0b', py)),
  fn('chr(i: object, /)', 'Answer the character of a code point.', (i, py) => {
    const point = asInt(i) ?? index(i, py)
    if (typeof point !== 'number' || point < 0 || point > 0x10ffff) return raise(ValueError, 'chr() arg not in range(0x110000)')
    return strOfCodePoints([point])
  }),
  fn('divmod(x: object, y: object, /)', 'Answer quotient and remainder.', (x, y, py) => binary(x, y, operators.divmod, py)),
  fn('hex(number: object, /)', 'Answer an int in hexadecimal.', (number, py) => inBase(number, 16, '0x', py)),
  fn('oct(number: object, /)', 'Answer an int in octal.', (number, py) => inBase(number, 8, '0o', py)),
  fn('ord(c: object, /)', 'Answer the code point of a character.', (c) => codePoint(c)),
  fn('pow(base: object, exp: object, mod: object = None)', 'Answer base ** exp, or its rest by mod.', (base, exponent, modulus, py) =>
    power(base, exponent, modulus, py),
  ),
  fn('round(number: object, ndigits: object = None)', 'Round a number.', (number, digits, py) => {
    const method = lookupSpecial(number, '__round__', py)
    if (method === undefined) raise(PyTypeError, `type ${typeOf(number).tpName} doesn't define __round__ method`)
    return call(method, digits === None ? [] : [digits], py)
  }),
]

