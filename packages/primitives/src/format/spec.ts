// The format specification mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision][type]
import { valueFault, type Fault } from '../fault.ts'
import { decimalValue } from '../unicode/database.ts'

export interface FormatSpec {
  readonly fill: string
  readonly align: string
  readonly hasAlign: boolean
  readonly sign: string
  readonly noNegativeZero: boolean
  readonly alternate: boolean
  readonly width: number
  /** `,`, `_` or nothing. */
  readonly grouping: string
  /** -1 when there is none. */
  readonly precision: number
  /** One character, or nothing. */
  readonly type: string
}

const MAX = 9223372036854775807n

const parsed = new Map<string, FormatSpec>()

/** Reads a specification; `typeName` and `defaultType` belong to the object that is formatted. */
export function parseFormatSpec(
  text: string,
  typeName: string,
  defaultType: string,
  defaultAlign: string,
): FormatSpec {
  const key = defaultType + defaultAlign + text
  let spec = parsed.get(key)
  if (spec === undefined) {
    spec = readFormatSpec(text, typeName, defaultType, defaultAlign)
    // Programs use few specifications; one that makes them up must not fill the memory.
    if (parsed.size > 500) parsed.clear()
    parsed.set(key, spec)
  }
  return spec
}

function readFormatSpec(
  text: string,
  typeName: string,
  defaultType: string,
  defaultAlign: string,
): FormatSpec {
  const spec = [...text]
  let at = 0
  let fill = ' '
  let align = defaultAlign
  let hasAlign = false
  let hasFill = false
  if (isAlign(spec[1])) {
    fill = spec[0]!
    align = spec[1]!
    hasFill = hasAlign = true
    at = 2
  } else if (isAlign(spec[0])) {
    align = spec[0]!
    hasAlign = true
    at = 1
  }
  const take = (characters: string): string =>
    at < spec.length && characters.includes(spec[at]!) ? spec[at++]! : ''
  const sign = take(' +-')
  const noNegativeZero = take('z') !== ''
  const alternate = take('#') !== ''
  if (!hasFill && take('0')) {
    fill = '0'
    if (!hasAlign && defaultAlign === '>') align = '='
  }
  const readNumber = (): number => {
    let value = -1n
    for (let digit; at < spec.length && (digit = decimalValue(spec[at]!.codePointAt(0)!)) >= 0; at++) {
      value = (value < 0n ? 0n : value) * 10n + BigInt(digit)
      if (value > MAX) throw valueFault('Too many decimal digits in format string')
    }
    return Number(value)
  }
  const width = readNumber()
  let grouping = take(',')
  if (take('_')) {
    if (grouping) throw valueFault("Cannot specify both ',' and '_'.")
    grouping = '_'
  }
  // A second comma is left for the type, which it is not.
  if (grouping === '_' && take(',')) throw valueFault("Cannot specify both ',' and '_'.")
  let precision = -1
  if (take('.')) {
    precision = readNumber()
    if (precision < 0) throw valueFault('Format specifier missing precision')
  }
  if (spec.length - at > 1) throw valueFault(
    `Invalid format specifier '${text}' for object of type '${typeName}'`
  )
  const type = spec[at] ?? defaultType
  if (
    grouping && !(type === '' || 'deEfFgG%'.includes(type) || (grouping === '_' && 'boxX'.includes(type)))
  ) {
    throw valueFault(`Cannot specify '${grouping}' with '${showType(type)}'.`)
  }
  return { fill, align, hasAlign, sign, noNegativeZero, alternate, width, grouping, precision, type }
}

function isAlign(character: string | undefined): boolean {
  return character === '<' || character === '>' || character === '=' || character === '^'
}

function showType(type: string): string {
  const codePoint = type.codePointAt(0)!
  return codePoint > 32 && codePoint < 128 ? type : `\\x${codePoint.toString(16)}`
}

/** The error for a presentation type the object does not know. */
export function unknownFormatCode(type: string, typeName: string): Fault {
  return valueFault(`Unknown format code '${showType(type)}' for object of type '${typeName}'`)
}

/** Pads to the width; `=` counts as `>`. `length` is the number of code points of the text. */
export function padTo(text: string, spec: FormatSpec, length = text.length): string {
  const total = spec.width - length
  if (total <= 0) return text
  const left = spec.align === '^' ? total >> 1 : spec.align === '<' ? 0 : total
  return spec.fill.repeat(left) + text + spec.fill.repeat(total - left)
}
