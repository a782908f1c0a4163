// printf-style formatting: '%' ['(' key ')'] flags [width] ['.' precision] [hlL] type
import { overflowFault, valueFault, type Fault } from '../fault.ts'
import { formatDouble } from '../float/double-to-string.ts'
import { formatInteger } from '../int/format.ts'
import type { Integer } from '../int/integer.ts'

/** One conversion of a format string. `'*'` takes the number from the arguments. */
export interface PercentField {
  readonly key: string | undefined
  readonly leftAlign: boolean
  readonly plus: boolean
  readonly blank: boolean
  readonly alternate: boolean
  readonly zero: boolean
  readonly width: number | '*' | undefined
  readonly precision: number | '*' | undefined
  /** The conversion character; any character may stand here: the engine rejects it when it is reached. */
  readonly type: string
  /** Where the conversion character stands, in code points, for the message. */
  readonly index: number
}

/** Who has the arguments: asked while a conversion is read, so that its errors come in their order. */
export interface PercentSource {
  /** What messages call a precision: bytes shorten it. */
  readonly precisionName: 'precision' | 'prec'
  /** A key begins: is there a mapping? */
  expectMapping(): void
  select(key: string): void
  number(kind: 'width' | 'precision'): number
}

/** Literals and conversions in turn; an error is raised when the faulty conversion is reached. Without a source `'*'` stays in the field. */
export function* parsePercent(format: string, source?: PercentSource): Generator<string | PercentField> {
  let at = 0
  while (at < format.length) {
    const mark = format.indexOf('%', at)
    if (mark !== at) yield mark < 0 ? format.slice(at) : format.slice(at, mark)
    if (mark < 0) return
    if (format[mark + 1] === '%') {
      yield '%'
      at = mark + 2
      continue
    }
    const [field, end] = readConversion(format, mark + 1, source)
    yield field
    at = end
  }
}

function readConversion(format: string, start: number, source: PercentSource | undefined): [PercentField, number] {
  let at = start
  let key: string | undefined
  if (format[at] === '(') {
    source?.expectMapping()
    const from = ++at
    for (let depth = 1; depth > 0; at++) {
      if (at >= format.length) throw valueFault('incomplete format key')
      if (format[at] === '(') depth++
      else if (format[at] === ')') depth--
    }
    key = format.slice(from, at - 1)
    source?.select(key)
  }
  const flags = new Set<string>()
  while (at < format.length && '-+ #0'.includes(format[at]!)) flags.add(format[at++]!)
  const number = (name: 'width' | 'precision'): number | '*' | undefined => {
    if (format[at] === '*') return at++, source?.number(name) ?? '*'
    const digits = /^\d*/.exec(format.slice(at, at + 20))![0]
    at += digits.length
    if (digits !== '' && Number(digits) > (name === 'precision' ? 2147483647 : 9223372036854775000)) {
      throw valueFault(`${name === 'width' ? name : (source?.precisionName ?? name)} too big`)
    }
    return digits === '' ? undefined : Number(digits)
  }
  const width = number('width')
  let precision: number | '*' | undefined
  if (format[at] === '.') {
    at++
    precision = number('precision') ?? 0
  }
  if (at < format.length && 'hlL'.includes(format[at]!)) at++
  if (at >= format.length) throw valueFault('incomplete format')
  const type = String.fromCodePoint(format.codePointAt(at)!)
  const index = /[\ud800-\udfff]/.test(format) ? [...format.slice(0, at)].length : at
  const field: PercentField = {
    key,
    leftAlign: flags.has('-'),
    plus: flags.has('+'),
    blank: flags.has(' '),
    alternate: flags.has('#'),
    zero: flags.has('0'),
    width,
    precision,
    type,
    index,
  }
  return [field, at + type.length]
}

/** The error for a conversion character that does not exist. */
export function unsupportedConversion(field: PercentField): Fault {
  const code = field.type.codePointAt(0)!
  const shown = code > 31 && code < 127 ? field.type : '?'
  return valueFault(
    `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${field.index}`
  )
}

/** The digits for d i u o x X, sign first; `precision` is the least number of digits. */
export function percentInteger(value: Integer, type: string, alternate: boolean, precision = -1): string {
  if (precision > 2147483644) throw overflowFault('precision too large')
  const base = type === 'o' ? 8 : type === 'x' || type === 'X' ? 16 : 10
  const shown = base === 10 ? formatInteger(value) : value.toString(base)
  const negative = shown.startsWith('-')
  const digits = (negative ? shown.slice(1) : shown).padStart(precision, '0')
  const prefix = alternate && base !== 10 ? (base === 8 ? '0o' : '0x') : ''
  const text = (negative ? '-' : '') + prefix + digits
  return type === 'X' ? text.toUpperCase() : text
}

/** The text for e E f F g G, sign first. */
export function percentFloat(value: number, type: string, alternate: boolean, precision = 6): string {
  return formatDouble(value, type, precision < 0 ? 6 : precision, { alternate })
}

/** Adds sign, zeros and blanks to the text of a number (`numeric`) or any other conversion. */
export function percentPad(
  text: string,
  field: PercentField,
  width: number,
  numeric: boolean,
  length = text.length,
): string {
  let body = text
  let sign = ''
  let size = length
  if (numeric) {
    if (body[0] === '-' || body[0] === '+') {
      sign = body[0]
      body = body.slice(1)
      size--
    } else if (field.plus) sign = '+'
    else if (field.blank) sign = ' '
  }
  const zero = numeric && field.zero && !field.leftAlign
  const prefix = field.alternate && 'oxX'.includes(field.type) && /^0[oxX]/.test(body) ? body.slice(0, 2) : ''
  const missing = Math.max(0, width - size - sign.length)
  if (field.leftAlign) return sign + body + ' '.repeat(missing)
  if (!zero) return ' '.repeat(missing) + sign + body
  return sign + prefix + '0'.repeat(missing) + body.slice(prefix.length)
}
