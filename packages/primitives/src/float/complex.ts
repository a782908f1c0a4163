// Complex numbers as pairs: product, quotient, power, repr, parse.
import { Complex } from '../constant.ts'
import { overflowFault, valueFault, zeroFault } from '../fault.ts'
import { libmAtan2, libmCos, libmExp, libmHypot, libmLog, libmPow, libmSin } from '../math/libm.ts'
import { asciiDigits } from '../int/parse.ts'

export function complexMultiply(a: Complex, b: Complex): Complex {
  return new Complex(a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real)
}

/** `a / b`, scaled by the larger part of b. */
export function complexDivide(a: Complex, b: Complex, message = 'complex division by zero'): Complex {
  const real = Math.abs(b.real)
  const imag = Math.abs(b.imag)
  if (real >= imag) {
    if (real === 0) throw zeroFault(message)
    const ratio = b.imag / b.real
    const scale = b.real + b.imag * ratio
    return new Complex((a.real + a.imag * ratio) / scale, (a.imag - a.real * ratio) / scale)
  }
  if (imag >= real) {
    const ratio = b.real / b.imag
    const scale = b.real * ratio + b.imag
    return new Complex((a.real * ratio + a.imag) / scale, (a.imag * ratio - a.real) / scale)
  }
  return new Complex(NaN, NaN)
}

/** `a ** b` */
export function complexPower(a: Complex, b: Complex): Complex {
  const small = b.imag === 0 && b.real === Math.floor(b.real) && Math.abs(b.real) <= 100
  const value = small ? integralPower(a, b.real) : generalPower(a, b)
  if (!Number.isFinite(value.real) || !Number.isFinite(value.imag)) {
    const given = [a.real, a.imag, b.real, b.imag].every(Number.isFinite)
    if (given || Math.abs(value.real) === Infinity || Math.abs(value.imag) === Infinity) {
      if (Math.abs(value.real) === Infinity || Math.abs(value.imag) === Infinity) {
        throw overflowFault('complex exponentiation')
      }
    }
  }
  return value
}

function integralPower(a: Complex, n: number): Complex {
  if (n < 0) return complexDivide(
    new Complex(1, 0),
    positivePower(a, -n),
    '0.0 to a negative or complex power',
  )
  return positivePower(a, n)
}

function positivePower(a: Complex, n: number): Complex {
  let result = new Complex(1, 0)
  let square = a
  for (let mask = 1; mask > 0 && n >= mask; mask *= 2) {
    if (n & mask) result = complexMultiply(result, square)
    square = complexMultiply(square, square)
  }
  return result
}

function generalPower(a: Complex, b: Complex): Complex {
  if (b.real === 0 && b.imag === 0) return new Complex(1, 0)
  if (a.real === 0 && a.imag === 0) {
    if (b.imag !== 0 || b.real < 0) throw zeroFault('0.0 to a negative or complex power')
    return new Complex(0, 0)
  }
  const size = libmHypot(a.real, a.imag)
  let length = libmPow(size, b.real)
  const angle = libmAtan2(a.imag, a.real)
  let phase = angle * b.real
  if (b.imag !== 0) {
    length /= libmExp(angle * b.imag)
    phase += b.imag * libmLog(size)
  }
  // C calls cos(inf), which sets EDOM, and that is taken for a division by zero.
  if (Math.abs(phase) === Infinity) throw zeroFault('0.0 to a negative or complex power')
  return new Complex(length * libmCos(phase), length * libmSin(phase))
}

/** `abs(a)`; OverflowError when the length of a finite number is not finite. */
export function complexAbsolute(a: Complex): number {
  const value = libmHypot(a.real, a.imag)
  if (value === Infinity && Number.isFinite(a.real) && Number.isFinite(a.imag)) {
    throw overflowFault('absolute value too large')
  }
  return value
}

const digits = '\\d+(?:_\\d+)*'
const part = `(?:(?:${digits}\\.?(?:${digits})?|\\.${digits})(?:e[+-]?${digits})?|inf(?:inity)?|nan)`
const space = '[\\t-\\r ]*'
const whole = new RegExp(`^([+-]?${part})?(?:([+-]${part}?|)(j))?$`, 'i')
const single = new RegExp(`^([+-]?${part}?)j$`, 'i')
const brackets = new RegExp(`^${space}(?:\\(${space}(.*?)${space}\\)|(.*?))${space}$`)

/** `complex(text)` */
export function parseComplex(text: string): Complex {
  const inside = brackets.exec(asciiDigits(text))
  const body = inside?.[1] ?? inside?.[2] ?? ''
  const alone = single.exec(body)
  if (alone) return new Complex(0, readPart(alone[1]!))
  const both = whole.exec(body)
  if (!both || body === '' || (both[3] !== undefined && both[2] === '')) {
    throw valueFault('complex() arg is a malformed string')
  }
  return new Complex(readPart(both[1]!), both[3] ? readPart(both[2]!) : 0)
}

function readPart(text: string): number {
  if (text === '' || text === '+') return 1
  if (text === '-') return -1
  const lower = text.toLowerCase().replaceAll('_', '')
  const sign = lower.startsWith('-') ? -1 : 1
  if (lower.includes('inf')) return sign * Infinity
  return lower.includes('nan') ? NaN : Number(lower)
}
