// Decimal.__format__: `[[fill]align][sign][z][#][0][width][,][.precision][type]` (PEP 3101, PEP 378, PEP 682).
import { add, decimalValue, encodeUtf8, subtract, type Integer } from '@pellucid/primitives'
import { PyDict } from '../../data/dict.ts'
import { asStr, newStr, strValue, type Str, type Value } from '../../data/values.ts'
import { encodeStr } from '../../protocols/codecs.ts'
import { DeprecationWarning, MemoryError, OverflowError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'
import { MOST_DIGITS } from './arithmetic/digits.ts'
import { ERRORS, EXP_CLAMP, MAX_PREC, workingLimits, type Limits } from './arithmetic/limits.ts'
import { copyOf, FINITE, type PyDecimal, withSign } from './arithmetic/number.ts'
import { rescale } from './arithmetic/quantize.ts'
import { decimalText, specialText } from './arithmetic/text.ts'
import { currentContext } from './current.ts'

interface Spec {
  fill: string
  /** `z` is zero padding: behind the sign, in groups. */
  align: string
  sign: string
  noNegativeZero: boolean
  /** `#`: a point even without digits behind it. */
  alwaysPoint: boolean
  width: bigint
  precision: bigint | undefined
  type: string
  /** The decimal point; empty when numbers are written as they are. */
  dot: string
  separator: string
  /** Sizes of groups from the point on; the last one repeats. */
  grouping: readonly number[]
}

const pattern =
  /^(?:(?<fill>[^])(?=[<>=^]))?(?<align>[<>=^]?)(?<sign>[-+ ]?)(?<z>z?)(?<point>#?)(?<zero>0?)(?<width>(?:(?!0)\p{Nd}+)?)(?<comma>,?)(?:\.(?<precision>\p{Nd}+))?(?<type>[EeFfGgNn%]?)$/u
const LONGEST = 0x7fff_ffff_ffff_ffffn

const refuse = (): never => raise(ValueError, 'invalid format string')
const tooLong = (): never => raise(OverflowError, "cannot fit 'int' into an index-sized integer")

/** Decimal digits of any script, as regular expressions of Python have them. */
const asciiDigits = (text: string): string =>
  text.replace(/[^0-9]/gu, (digit) => String(decimalValue(digit.codePointAt(0) as number)))

/** Read a specification. C's strings end at a NUL, which is a fill character in the first place alone. */
function parseSpec(text: string, capitals: boolean): Spec {
  const end = text.indexOf('\0', 1)
  const match = pattern.exec(end < 0 ? text : text.slice(0, end))
  const part = match?.groups
  if (part === undefined) return refuse()
  const { fill, align = '', zero, comma, type = '' } = part
  const width = asciiDigits(part['width'] ?? '')
  const precision = part['precision'] === undefined ? undefined : asciiDigits(part['precision'])
  const local = type === 'n' || type === 'N'
  const pointed = part['point'] === '#'
  if ((zero === '0' && align !== '') || (comma === ',' && local) || (pointed && type === 'N')) return refuse()
  if (BigInt(width || 0) > LONGEST) return tooLong()
  return {
    fill: zero === '0' ? '0' : (fill ?? ' '),
    align: zero === '0' ? 'z' : align || '>',
    sign: part['sign'] || '-',
    noNegativeZero: part['z'] === 'z',
    alwaysPoint: pointed,
    width: BigInt(width || 0),
    precision: precision === undefined ? undefined : BigInt(precision),
    type: type === '' ? (capitals ? 'G' : 'g') : type === 'n' ? 'g' : type === 'N' ? 'G' : type,
    // Of the C locale, the only one here.
    dot: comma === ',' || local ? '.' : '',
    separator: comma === ',' ? ',' : '',
    grouping: comma === ',' ? [3] : [],
  }
}

/** The specification read last: programs format column after column. */
let last: { text: string; capitals: boolean; spec: Spec } | undefined

function knownSpec(text: string, capitals: boolean): Spec {
  if (last?.text !== text || last.capitals !== capitals) last = { text, capitals, spec: parseSpec(text, capitals) }
  return last.spec
}

/** Conventions given in place of the locale's. */
function override(spec: Spec, dict: Value): void {
  if (!(dict instanceof PyDict)) return raise(PyTypeError, 'optional argument must be a dict')
  const text = (name: string): string | undefined => {
    const value = dict.getStr(name)
    if (value === undefined) return undefined
    const str = asStr(value)
    if (str === undefined) return raise(PyTypeError, 'bad argument type for built-in operation')
    // A string of C ends at its first NUL.
    return strValue(str).split('\0')[0]
  }
  spec.dot = text('decimal_point') ?? spec.dot
  spec.separator = text('thousands_sep') ?? spec.separator
  const groups = text('grouping')
  if (groups !== undefined) spec.grouping = Array.from(groups, (size) => size.codePointAt(0) as number)
  const bytes = (part: string): number => encodeUtf8(Array.from(part, (c) => c.codePointAt(0) as number)).length
  if (bytes(spec.dot) < 1 || bytes(spec.dot) > 4 || bytes(spec.separator) > 4 || spec.grouping.some((size) => size > 127)) {
    raise(ValueError, 'invalid override dict')
  }
}

/** format(x, spec) */
export function formatDecimal(x: PyDecimal, specText: Value, conventions: Value | undefined, py: Thread): Str {
  const context = currentContext(py)
  const text = asStr(specText)
  if (text === undefined) return raise(PyTypeError, 'format arg must be str')
  // Lone surrogates are refused as they are in UTF-8.
  if (typeof text !== 'string') encodeStr(text, 'utf-8', undefined, py)
  if (strValue(text).endsWith('N')) warn(py, DeprecationWarning, "Format specifier 'N' is deprecated")
  let spec = knownSpec(strValue(text), context.capitals)
  if (conventions !== undefined) {
    spec = { ...spec }
    override(spec, conventions)
  }
  if (x.kind === FINITE && (spec.precision ?? 0n) > LONGEST) return tooLong()
  if (spec.width > MAX_PREC || (x.kind === FINITE && (spec.precision ?? 0n) > MAX_PREC)) return beyondLimits()
  if (spec.width > MOST_DIGITS) raise(MemoryError)
  const shown = x.kind === FINITE ? finiteText(x, spec, context) : specialShown(x, spec)
  return newStr(pad(shown, x.kind === FINITE || spec.align !== 'z' ? spec : { ...spec, fill: ' ', align: '>' }))
}

const beyondLimits = (): never => raise(ValueError, 'format specification exceeds internal limits of _decimal')
const positiveSign = (spec: Spec): string => (spec.sign === '-' ? '' : spec.sign)

function specialShown(x: PyDecimal, spec: Spec): string {
  return specialText(x, positiveSign(spec)) + (spec.type === '%' ? '%' : '')
}

function finiteText(x: PyDecimal, spec: Spec, context: Limits): string {
  const at = workingLimits(context, context.prec, context.rounding)
  const type = spec.type === '%' ? 'f' : spec.type.toLowerCase()
  const scaled = copyOf(x)
  if (spec.type === '%') scaled.exp = add(scaled.exp, 2)
  let shown = rounded(scaled, type, spec.precision, at)
  if (type === 'f' && shown.coeff === 0 && shown.exp > 0) shown = rescale(shown, 0, at)
  if ((at.status & ERRORS) !== 0) return beyondLimits()
  if (spec.noNegativeZero && shown.coeff === 0) shown = withSign(shown, 0)
  const notation = type === 'g' ? 'scientific' : type === 'e' ? 'exponent' : 'fixed'
  const point = type === 'e' && shown.coeff === 0 && spec.precision !== undefined ? 1 - Number(spec.precision) : 1
  const letter = spec.type === spec.type.toUpperCase() && spec.type !== '%' ? 'E' : 'e'
  let text = decimalText(shown, notation, letter, positiveSign(spec), point) + (spec.type === '%' ? '%' : '')
  if (spec.alwaysPoint && !text.includes('.')) text = text.replace(/\d+/, '$&.')
  return spec.dot === '' ? text : grouped(text, spec)
}

/** Rounded to the precision of the specification, if it has one. */
function rounded(x: PyDecimal, type: string, precision: bigint | undefined, at: Limits): PyDecimal {
  if (precision === undefined) return x
  if (type === 'f') return rescale(x, integerOf(-precision), at)
  if (type === 'e') return x.coeff === 0 ? x : toDigits(x, integerOf(precision + 1n), at)
  const digits = precision === 0n ? 1 : integerOf(precision)
  return x.digits > digits ? toDigits(x, digits, at) : x
}

const integerOf = (value: bigint): Integer => (BigInt.asIntN(53, value) === value ? Number(value) : value)

/** Rounding up may need one digit more, and then one digit less is asked. */
function toDigits(x: PyDecimal, digits: Integer, at: Limits): PyDecimal {
  const exp = subtract(add(x.exp, x.digits), digits)
  const made = rescale(x, exp, at, EXP_CLAMP)
  return made.digits > digits ? rescale(made, add(exp, 1), at, EXP_CLAMP) : made
}

/** Separators between groups of the integral part, with zeros in front of it up to the width. */
function grouped(text: string, spec: Spec): string {
  const match = /^([-+ ]?)(\d+)(\.?)(.*)$/.exec(text) as RegExpExecArray
  const [, sign, whole, point, rest] = match as unknown as [string, string, string, string, string]
  const tail = (point === '' ? '' : spec.dot) + rest
  if (point === '' && (spec.separator === '' || spec.grouping.length === 0)) return text
  const room = spec.align === 'z' ? Number(spec.width) - charactersOf(tail) - sign.length : 0
  return sign + withSeparators(whole, spec, room) + tail
}

const charactersOf = (text: string): number => Array.from(text).length

function withSeparators(digits: string, spec: Spec, room: number): string {
  const groups: string[] = []
  const separator = charactersOf(spec.separator)
  let source = digits
  let length = 0
  for (let i = 0; ; i++) {
    const size = spec.grouping[Math.min(i, spec.grouping.length - 1)] ?? 0
    const unlimited = size === 0 || size === 127
    if (source === '' && length >= room) break
    let group = unlimited ? source : source.slice(-size)
    source = unlimited ? '' : source.slice(0, -size)
    // Zeros count towards the width, and so does a separator that is not in front of everything.
    const spare = room - length - group.length - (groups.length > 0 ? separator : 0)
    const missing = unlimited ? spare : Math.min(size - group.length, spare)
    if (source === '' && missing > 0) group = '0'.repeat(missing) + group
    if (group === '') group = '0'
    length += group.length + (groups.length > 0 ? separator : 0)
    groups.unshift(group)
    if (source === '' && (unlimited || length >= room)) break
  }
  return groups.join(spec.separator)
}

function pad(text: string, spec: Spec): string {
  const missing = Number(spec.width) - charactersOf(text)
  if (missing <= 0) return text
  const fill = (count: number): string => spec.fill.repeat(count)
  switch (spec.align) {
    case '<':
      return text + fill(missing)
    case '^':
      return fill(missing >> 1) + text + fill(missing - (missing >> 1))
    case '>':
      return fill(missing) + text
    default: {
      const sign = /^[-+ ]/.test(text) ? 1 : 0
      return text.slice(0, sign) + fill(missing) + text.slice(sign)
    }
  }
}
