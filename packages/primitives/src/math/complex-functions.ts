// Functions of complex numbers, by the methods of Kahan's "Branch cuts for complex elementary functions" that CPython's
// cmath follows: signs of zeros choose the side of a cut, and nothing overflows or vanishes on the way.
import { Complex } from '../constant.ts'
import { overflowFault } from '../fault.ts'
import { hypot, ldexp } from './algebraic.ts'
import { domainFault, special } from './complex-special.ts'
import { exp, log } from './exp-log.ts'
import { asinh, cosh, log1p, sinh, tanh } from './hyperbolic.ts'
import { atan2, cos, sin, tan } from './trigonometry.ts'

const SMALLEST_NORMAL = 2 ** -1022
const LARGE = Number.MAX_VALUE / 4
const ROOT_OF_LARGE = Math.sqrt(LARGE)
const ROOT_OF_SMALLEST = Math.sqrt(SMALLEST_NORMAL)
/** Not computed: the first logarithm makes tables, which start-up need not wait for. */
const LOG_OF_LARGE = 708.3964185322641
const { LN2, LN10, E } = Math
/** Even powers of two around the precision: what a root is taken of becomes normal, and its root small again. */
const SCALE = { up: 53, down: -27 }

const withSign = (size: number, sign: number): number =>
  sign < 0 || Object.is(sign, -0) ? -Math.abs(size) : Math.abs(size)
const isLarge = (z: Complex): boolean => Math.abs(z.real) > LARGE || Math.abs(z.imag) > LARGE
const halfSize = (z: Complex): number => hypot(z.real / 2, z.imag / 2)
/** z·i, and back. */
const turned = (z: Complex): Complex => new Complex(-z.imag, z.real)
const turnedBack = (z: Complex): Complex => new Complex(z.imag, -z.real)
const negative = (z: Complex): Complex => new Complex(-z.real, -z.imag)

function inRange(z: Complex): Complex {
  if (Math.abs(z.real) === Infinity || Math.abs(z.imag) === Infinity) throw overflowFault('math range error')
  return z
}

export function complexSqrt(z: Complex): Complex {
  const given = special('sqrt', z.real, z.imag)
  if (given !== undefined) return given
  if (z.real === 0 && z.imag === 0) return new Complex(0, z.imag)
  let [x, y] = [Math.abs(z.real), Math.abs(z.imag)]
  let s: number
  if (x < SMALLEST_NORMAL && y < SMALLEST_NORMAL) {
    x = ldexp(x, SCALE.up)
    s = ldexp(Math.sqrt(x + hypot(x, ldexp(y, SCALE.up))), SCALE.down)
  } else {
    x /= 8
    s = 2 * Math.sqrt(x + hypot(x, y / 8))
  }
  const d = y / (2 * s)
  return z.real >= 0 ? new Complex(s, withSign(d, z.imag)) : new Complex(d, withSign(s, z.imag))
}

export function complexAcos(z: Complex): Complex {
  const given = special('acos', z.real, z.imag)
  if (given !== undefined) return given
  if (isLarge(z)) {
    const size = log(halfSize(z)) + LN2 * 2
    return new Complex(atan2(Math.abs(z.imag), z.real), z.real < 0 ? -withSign(size, z.imag) : withSign(size, -z.imag))
  }
  const one = complexSqrt(new Complex(1 - z.real, -z.imag))
  const other = complexSqrt(new Complex(1 + z.real, z.imag))
  return new Complex(2 * atan2(one.real, other.real), asinh(other.real * one.imag - other.imag * one.real))
}

export function complexAcosh(z: Complex): Complex {
  const given = special('acosh', z.real, z.imag)
  if (given !== undefined) return given
  if (isLarge(z)) return new Complex(log(halfSize(z)) + LN2 * 2, atan2(z.imag, z.real))
  const one = complexSqrt(new Complex(z.real - 1, z.imag))
  const other = complexSqrt(new Complex(z.real + 1, z.imag))
  return new Complex(asinh(one.real * other.real + one.imag * other.imag), 2 * atan2(one.imag, other.real))
}

export function complexAsinh(z: Complex): Complex {
  const given = special('asinh', z.real, z.imag)
  if (given !== undefined) return given
  if (isLarge(z)) {
    const size = log(halfSize(z)) + LN2 * 2
    return new Complex(z.imag >= 0 ? withSign(size, z.real) : -withSign(size, -z.real), atan2(z.imag, Math.abs(z.real)))
  }
  const one = complexSqrt(new Complex(1 + z.imag, -z.real))
  const other = complexSqrt(new Complex(1 - z.imag, z.real))
  return new Complex(
    asinh(one.real * other.imag - other.real * one.imag),
    atan2(z.imag, one.real * other.real - one.imag * other.imag),
  )
}

export function complexAtanh(z: Complex): Complex {
  const given = special('atanh', z.real, z.imag)
  if (given !== undefined) return given
  const { real: x, imag } = z
  if (x < 0 || Object.is(x, -0)) return negative(complexAtanh(negative(z)))
  const y = Math.abs(imag)
  if (x > ROOT_OF_LARGE || y > ROOT_OF_LARGE) {
    const size = halfSize(z)
    return new Complex(x / 4 / size / size, -withSign(Math.PI / 2, -imag))
  }
  if (x === 1 && y < ROOT_OF_SMALLEST) {
    if (y === 0) throw domainFault()
    return new Complex(-log(Math.sqrt(y) / Math.sqrt(hypot(y, 2))), withSign(atan2(2, -y) / 2, imag))
  }
  const rest = 1 - x
  return new Complex(log1p((4 * x) / (rest * rest + y * y)) / 4, -atan2(-2 * imag, rest * (1 + x) - y * y) / 2)
}

/** An infinity, or a zero, in the direction of an angle. */
const toward = (size: number, angle: number): Complex => new Complex(withSign(size, cos(angle)), withSign(size, sin(angle)))
const isDirected = (size: number, angle: number): boolean =>
  Math.abs(size) === Infinity && Number.isFinite(angle) && angle !== 0

export function complexCosh(z: Complex): Complex {
  const { real: x, imag: y } = z
  if (isDirected(x, y)) {
    const { real, imag } = toward(Infinity, y)
    return new Complex(real, x > 0 ? imag : -imag)
  }
  const given = special('cosh', x, y)
  if (given !== undefined) return given
  if (Math.abs(x) <= LOG_OF_LARGE) return inRange(new Complex(cos(y) * cosh(x), sin(y) * sinh(x)))
  const less = x - Math.sign(x)
  return inRange(new Complex(cos(y) * cosh(less) * E, sin(y) * sinh(less) * E))
}

export function complexSinh(z: Complex): Complex {
  const { real: x, imag: y } = z
  if (isDirected(x, y)) {
    const { real, imag } = toward(Infinity, y)
    return new Complex(x > 0 ? real : -real, imag)
  }
  const given = special('sinh', x, y)
  if (given !== undefined) return given
  if (Math.abs(x) <= LOG_OF_LARGE) return inRange(new Complex(cos(y) * sinh(x), sin(y) * cosh(x)))
  const less = x - Math.sign(x)
  return inRange(new Complex(cos(y) * sinh(less) * E, sin(y) * cosh(less) * E))
}

export function complexTanh(z: Complex): Complex {
  const { real: x, imag: y } = z
  if (isDirected(x, y)) return new Complex(withSign(1, x), withSign(0, 2 * sin(y) * cos(y)))
  const given = special('tanh', x, y)
  if (given !== undefined) return given
  if (Math.abs(x) > LOG_OF_LARGE) return new Complex(withSign(1, x), 4 * sin(y) * cos(y) * exp(-2 * Math.abs(x)))
  const [tx, ty, cx] = [tanh(x), tan(y), 1 / cosh(x)]
  const product = tx * ty
  const divisor = 1 + product * product
  return new Complex((tx * (1 + ty * ty)) / divisor, (ty / divisor) * cx * cx)
}

export function complexExp(z: Complex): Complex {
  const { real: x, imag: y } = z
  if (isDirected(x, y)) return toward(x > 0 ? Infinity : 0, y)
  const given = special('exp', x, y)
  if (given !== undefined) return given
  if (x <= LOG_OF_LARGE) {
    const size = exp(x)
    return inRange(new Complex(size * cos(y), size * sin(y)))
  }
  const size = exp(x - 1)
  return inRange(new Complex(size * cos(y) * E, size * sin(y) * E))
}

/** At zero, where C only notes the pole. */
export const logAtZero = (z: Complex): Complex => new Complex(-Infinity, atan2(z.imag, z.real))

export function complexLog(z: Complex): Complex {
  const given = special('log', z.real, z.imag)
  if (given !== undefined) return given
  const [x, y] = [Math.abs(z.real), Math.abs(z.imag)]
  const size = hypot(x, y)
  let real: number
  if (isLarge(z)) real = log(halfSize(z)) + LN2
  else if (x < SMALLEST_NORMAL && y < SMALLEST_NORMAL) {
    if (x === 0 && y === 0) throw domainFault()
    real = log(hypot(ldexp(x, SCALE.up), ldexp(y, SCALE.up))) - SCALE.up * LN2
  } else if (size >= 0.71 && size <= 1.73) {
    const [most, least] = [Math.max(x, y), Math.min(x, y)]
    real = log1p((most - 1) * (most + 1) + least * least) / 2
  } else real = log(size)
  return new Complex(real, atan2(z.imag, z.real))
}

export function complexLog10(z: Complex): Complex {
  const { real, imag } = complexLog(z)
  return new Complex(real / LN10, imag / LN10)
}

/** `cmath.rect` */
export function complexRect(size: number, angle: number): Complex {
  if (isDirected(size, angle)) return size > 0 ? toward(Infinity, angle) : negative(toward(Infinity, angle))
  const given = special('rect', size, angle)
  if (given !== undefined) return given
  return angle === 0 ? new Complex(size, size * angle) : new Complex(size * cos(angle), size * sin(angle))
}

// The functions of angles are those of the hyperbola, turned.
export const complexAsin = (z: Complex): Complex => turnedBack(complexAsinh(turned(z)))
export const complexAtan = (z: Complex): Complex => turnedBack(complexAtanh(turned(z)))
export const complexCos = (z: Complex): Complex => complexCosh(turned(z))
export const complexSin = (z: Complex): Complex => turnedBack(complexSinh(turned(z)))
export const complexTan = (z: Complex): Complex => turnedBack(complexTanh(turned(z)))
