// complex(real, imag): numbers, texts, objects with `__complex__`.
import { decimalValue, parseComplex } from '@pellucid/primitives'
import { PyComplex } from '../../data/complex.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, newStr, strValue, type Value } from '../../data/values.ts'
import { call, lookupSpecial } from '../../protocols/call.ts'
import { DeprecationWarning, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { faulty } from '../../protocols/fault.ts'
import { floatOf } from '../../protocols/float-number.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'

/** What `__complex__` gives, for objects that are not complex themselves. */
export function specialComplex(value: Value, py: Thread): PyComplex | undefined {
  const method = lookupSpecial(value, '__complex__', py)
  if (method === undefined) return undefined
  const made = call(method, [], py)
  if (!(made instanceof PyComplex)) {
    return raise(PyTypeError, `__complex__ returned non-complex (type ${typeOf(made).tpName})`)
  }
  if (Object.hasOwn(made, 'type')) {
    warn(
      py,
      DeprecationWarning,
      `__complex__ returned non-complex (type ${made.type.tpName}).  The ability to return an ` +
        'instance of a strict subclass of complex is deprecated, and may not be supported in a future version of Python.',
    )
  }
  return made
}

/** A number as a complex one, as functions that take complex numbers do. */
export function complexOf(value: Value, py: Thread): PyComplex {
  if (value instanceof PyComplex) return value
  return specialComplex(value, py) ?? new PyComplex(floatOf(value, py), 0)
}

const isReal = (value: Value): boolean => {
  const { slots } = typeOf(value)
  return slots.float !== undefined || slots.index !== undefined
}

/** Digits of any script as those of ASCII. */
function asciiText(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => {
    const digit = decimalValue(character.codePointAt(0) as number)
    return digit < 0 ? character : String(digit)
  })
}

/** `complex(text)` */
function fromText(text: string, py: Thread): [number, number] {
  if (/(^|[^0-9])_|_([^0-9]|$)/.test(asciiText(text))) {
    raise(ValueError, `could not convert string to complex: ${reprText(newStr(text), py)}`)
  }
  const { real, imag } = faulty(() => parseComplex(text))
  return [real, imag]
}

/** The parts of `complex(first, second)`. */
export function complexParts(first: Value, second: Value | undefined, py: Thread): [number, number] {
  const text = asStr(first)
  if (text !== undefined) {
    if (second !== undefined) raise(PyTypeError, "complex() can't take second arg if first is a string")
    return fromText(strValue(text), py)
  }
  if (second !== undefined && asStr(second) !== undefined) raise(
    PyTypeError,
    "complex() second arg can't be a string",
  )
  const real = first instanceof PyComplex && !Object.hasOwn(first, 'type') ? first : (specialComplex(first, py) ?? first)
  if (!(real instanceof PyComplex) && !isReal(real)) {
    raise(PyTypeError, `complex() first argument must be a string or a number, not '${typeOf(first).tpName}'`)
  }
  if (second !== undefined && !(second instanceof PyComplex) && !isReal(second)) {
    raise(PyTypeError, `complex() second argument must be a number, not '${typeOf(second).tpName}'`)
  }
  const left = real instanceof PyComplex ? real : new PyComplex(floatOf(real, py), 0)
  if (second === undefined) return [left.real, left.imag]
  if (second instanceof PyComplex) {
    return [left.real - second.imag, real instanceof PyComplex ? second.real + left.imag : second.real]
  }
  const imag = floatOf(second, py)
  return [left.real, real instanceof PyComplex ? imag + left.imag : imag]
}
