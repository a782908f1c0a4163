// How Python values are JavaScript values; the only file that knows.
//
// | int          | number while it is a safe integer, else bigint (never -0, never a bigint that would fit)      |
// | float        | PyFloat { value }                                                                             |
// | bool         | true, false                                                                                   |
// | str          | a JavaScript string that holds no surrogate code unit; any other str is a PyWideStr           |
// | all the rest | a PyObject; None, NotImplemented and Ellipsis are single objects; `undefined` is never a value |
//
// The primitive forms are branded: a raw JavaScript number is not a Python object to the compiler.
import { PyObject } from './object.ts'
import type { PyType } from './type.ts'

declare const brand: unique symbol
/** An int in its small form. */
export type SmallInt = number & { readonly [brand]: 'int' }
/** An int beyond ±(2⁵³ − 1). */
export type LargeInt = bigint & { readonly [brand]: 'int' }
export type Int = SmallInt | LargeInt
/** A str whose code points are its code units. */
export type NarrowStr = string & { readonly [brand]: 'str' }
export type Str = NarrowStr | PyWideStr
/** Any Python object. */
export type Value = Int | NarrowStr | boolean | PyObject

/** A float. */
export interface PyFloat extends PyObject {
  readonly value: number
}
/**
 * Floats are made more often than anything else, and V8 inlines a plain constructor where it calls that of a derived
 * class: hence a function.
 */
export const PyFloat = function (this: { value: number }, value: number) {
  this.value = value
} as unknown as { new (value: number): PyFloat; readonly prototype: PyFloat }
Object.setPrototypeOf(PyFloat, PyObject)
Object.setPrototypeOf(PyFloat.prototype, PyObject.prototype)

/** A str with astral or surrogate code points: one entry a code point. */
export class PyWideStr extends PyObject {
  readonly codePoints: readonly number[]
  #text: string | undefined
  constructor(codePoints: readonly number[]) {
    super()
    this.codePoints = codePoints
  }
  /** UTF-16 text; lone surrogates stay as they are. */
  get text(): string {
    return (this.#text ??= textOfCodePoints(this.codePoints))
  }
}

export class PyNone extends PyObject {}
export class PyNotImplemented extends PyObject {}
export class PyEllipsis extends PyObject {}
export const None = new PyNone()
export const NotImplemented = new PyNotImplemented()
export const EllipsisObject = new PyEllipsis()

const surrogate = /[\ud800-\udfff]/

function textOfCodePoints(codePoints: readonly number[]): string {
  let text = ''
  for (let i = 0; i < codePoints.length; i += 4096) {
    text += String.fromCodePoint(...codePoints.slice(i, i + 4096))
  }
  return text
}

// ── int ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** An int from an integral number (safe, not -0) that is already known to be in small form. */
export function smallInt(n: number): SmallInt {
  return n as SmallInt
}
/** An int from any integral number or bigint. */
export function newInt(n: number | bigint): Int {
  if (typeof n === 'number') return (Number.isSafeInteger(n) ? n + 0 : BigInt(n)) as Int
  return (n >= -9007199254740991n && n <= 9007199254740991n ? Number(n) : n) as Int
}
/** The mathematical value of an int. */
export function intValue(value: Int): number | bigint {
  return value
}
export function bigValue(value: Int): bigint {
  return typeof value === 'number' ? BigInt(value) : value
}
/** Is the value an exact int (not a bool, not an instance of a subclass)? */
export function isInt(value: Value): value is Int {
  return typeof value === 'number' || typeof value === 'bigint'
}

// ── float ────────────────────────────────────────────────────────────────────────────────────────────────────

export function newFloat(value: number): PyFloat {
  return new PyFloat(value)
}
/** Is the value a float or an instance of a subclass? */
export function isFloat(value: Value): value is PyFloat {
  return value instanceof PyFloat
}

// ── str ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** A str from text that holds no surrogate code unit. */
export function narrowStr(text: string): NarrowStr {
  return text as NarrowStr
}
/** A str from any JavaScript text; a surrogate pair becomes one code point. */
export function newStr(text: string): Str {
  if (!surrogate.test(text)) return text as NarrowStr
  return new PyWideStr(Array.from(text, (character) => character.codePointAt(0) as number))
}
/** A str from code points (surrogates stay single). */
export function strOfCodePoints(codePoints: readonly number[]): Str {
  for (const point of codePoints) {
    if (point > 0xffff || (point >= 0xd800 && point <= 0xdfff)) return new PyWideStr(codePoints)
  }
  return textOfCodePoints(codePoints) as NarrowStr
}
/** One str of several: surrogates that meet stay two code points. */
export function joinStrs(pieces: readonly Str[]): Str {
  let text = ''
  for (const piece of pieces) {
    if (typeof piece !== 'string') return strOfCodePoints(pieces.flatMap((part) => codePointsOf(part)))
    text += piece
  }
  return text as NarrowStr
}
/** Is the value an exact str? Subclass instances are PyStrInstance, see `types/str`. */
export function isStr(value: Value): value is Str {
  return typeof value === 'string' || (value instanceof PyWideStr && !Object.hasOwn(value, 'type'))
}
/** UTF-16 text of a str; equal to the str itself in the narrow form. */
export function strValue(value: Str): string {
  return typeof value === 'string' ? value : value.text
}
export function strLength(value: Str): number {
  return typeof value === 'string' ? value.length : value.codePoints.length
}
export function codePointsOf(value: Str): readonly number[] {
  if (typeof value !== 'string') return value.codePoints
  const points = new Array<number>(value.length)
  for (let i = 0; i < value.length; i++) points[i] = value.charCodeAt(i)
  return points
}

// ── instances of subclasses of the primitive types ───────────────────────────────────────────────────────────

/** An instance of a subclass of int (`class Colour(int)`; IntEnum members); bool is not one of them. */
export class PyIntInstance extends PyObject {
  readonly int: Int
  constructor(type: PyType, int: Int) {
    super()
    this.type = type
    this.int = int
  }
}

/** An instance of a subclass of str. */
export class PyStrInstance extends PyObject {
  readonly str: Str
  constructor(type: PyType, str: Str) {
    super()
    this.type = type
    this.str = str
  }
  /** As a name of an attribute it stands for its str, and hooks and errors see the object itself. */
  get text(): string {
    return strValue(this.str)
  }
}

/** The int inside an int, a bool or an instance of a subclass of int; undefined for anything else. */
export function asInt(value: Value): Int | undefined {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return value
    case 'boolean':
      return (value ? 1 : 0) as SmallInt
    case 'object':
      return value instanceof PyIntInstance ? value.int : undefined
    default:
      return undefined
  }
}
/** The str inside a str or an instance of a subclass; undefined for anything else. */
export function asStr(value: Value): Str | undefined {
  if (typeof value === 'string') return value
  if (value instanceof PyWideStr) return value
  return value instanceof PyStrInstance ? value.str : undefined
}
