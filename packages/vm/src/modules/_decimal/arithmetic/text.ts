// Numeric strings, both ways (General Decimal Arithmetic Specification, "Conversions").
import { add, normalize, subtract, type Integer } from '@pellucid/primitives'
import { MemoryError } from '../../../protocols/exceptions.ts'
import { raise } from '../../../protocols/raise.ts'
import { finalize, invalid } from './finalize.ts'
import { Condition, EXP_INF, type Limits } from './limits.ts'
import { MOST_DIGITS } from './digits.ts'
import { FINITE, finite, INFINITE, infinity, isNan, NAN, PyDecimal, SNAN } from './number.ts'

/** The coefficient that a string of ASCII digits writes. */
export function coefficientOfText(digits: string): Integer {
  if (digits.length <= 15) return Number(digits)
  if (digits.length > MOST_DIGITS) return raise(MemoryError)
  return normalize(BigInt(digits))
}

const numeric = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:e([+-]?\d+))?$/i
const special = /^([+-]?)(?:(inf(?:inity)?)|(s?)nan(\d*))$/i
const LONGEST = 0x7fff_ffff_ffff_ffffn

/** Read ASCII text; anything else than a numeric string is a ConversionSyntax. */
export function readDecimal(text: string, at: Limits): PyDecimal {
  const match = numeric.exec(text)
  if (match === null) return readSpecial(text, at)
  const [, sign, whole, fraction = match[4] ?? '', , exponent] = match
  const coeff = coefficientOfText(whole === undefined ? fraction : whole + fraction)
  const exp = exponent === undefined ? -fraction.length : exponentOf(exponent, fraction.length)
  return finalize(finite(sign === '-' ? 1 : 0, coeff, exp), at)
}

function exponentOf(text: string, places: number): Integer {
  if (text.length < 15) return Number(text) - places
  const written = BigInt(text)
  const held = written > LONGEST ? LONGEST : written < -LONGEST ? -LONGEST : written
  const exp = held - BigInt(places)
  return normalize(exp > EXP_INF ? EXP_INF : exp < -LONGEST ? -LONGEST : exp)
}

function readSpecial(text: string, at: Limits): PyDecimal {
  const match = special.exec(text)
  if (match === null) return invalid(at, Condition.CONVERSION_SYNTAX)
  const sign = match[1] === '-' ? 1 : 0
  if (match[2] !== undefined) return infinity(sign)
  const payload = (match[4] as string).replace(/^0+/, '')
  const kind = match[3] === '' ? NAN : SNAN
  if (payload === '') return new PyDecimal(sign, kind, 0, 0, 0)
  if (payload.length > subtract(at.prec, at.clamp ? 1 : 0)) return invalid(at, Condition.CONVERSION_SYNTAX)
  return new PyDecimal(sign, kind, coefficientOfText(payload), payload.length, 0)
}

/** How `decimalText` chooses between a plain number and one with an exponent. */
export type Notation = 'scientific' | 'engineering' | 'exponent' | 'fixed'

/** The sign as text: what a number that is not negative gets is the caller's wish. */
export function specialText(x: PyDecimal, positive: string): string {
  const sign = x.sign === 1 ? '-' : positive
  if (x.kind === INFINITE) return `${sign}Infinity`
  return `${sign}${x.kind === NAN ? '' : 's'}NaN${x.digits > 0 ? String(x.coeff) : ''}`
}

/**
 * The text of a number. `point` is the place of the decimal point behind the first digit in exponent notation, which
 * only a zero moves.
 */
export function decimalText(x: PyDecimal, notation: Notation, letter: string, positive = '', point = 1): string {
  if (x.kind !== FINITE) return specialText(x, positive)
  const digits = String(x.coeff)
  const whole = add(x.exp, x.digits)
  const plain = notation === 'fixed' || (notation !== 'exponent' && x.exp <= 0 && whole > -6)
  const place = plain ? inMemory(whole) : notation === 'engineering' ? engineeringPlace(x, whole) : point
  const sign = x.sign === 1 ? '-' : positive
  const shown = sign + withPoint(digits, place)
  if (plain) return shown
  const exponent = subtract(whole, place)
  if (exponent === 0 && notation !== 'exponent') return shown
  return `${shown}${letter}${exponent < 0 ? '' : '+'}${exponent}`
}

function inMemory(place: Integer): number {
  return place > MOST_DIGITS || place < -MOST_DIGITS ? raise(MemoryError) : Number(place)
}

/** The exponent is a multiple of three. */
function engineeringPlace(x: PyDecimal, whole: Integer): number {
  if (x.coeff === 0) return modulo(add(x.exp, 2), 3) - 1
  return 1 + modulo(subtract(whole, 1), 3)
}

function modulo(value: Integer, by: number): number {
  const rest = Number(BigInt(value) % BigInt(by))
  return rest < 0 ? rest + by : rest
}

function withPoint(digits: string, place: number): string {
  if (place <= 0) return `0.${'0'.repeat(-place)}${digits}`
  if (place >= digits.length) return digits + '0'.repeat(place - digits.length)
  return `${digits.slice(0, place)}.${digits.slice(place)}`
}

/** str(x): scientific notation where plain digits would need zeros to tell the exponent. */
export function scientificText(x: PyDecimal, capitals: boolean): string {
  const { exp } = x
  if (exp === 0 && x.kind === FINITE) return x.sign === 1 ? `-${x.coeff}` : String(x.coeff)
  return decimalText(x, 'scientific', capitals ? 'E' : 'e')
}

export function engineeringText(x: PyDecimal, capitals: boolean): string {
  return decimalText(x, 'engineering', capitals ? 'E' : 'e')
}

/** The digits of a coefficient or a payload; none for a nan without one. */
export function digitsOf(x: PyDecimal): string {
  return isNan(x) && x.digits === 0 ? '' : String(x.coeff)
}
