// float(text): decimal notation, infinities, nan, underscores, any script's digits.
import { valueFault } from '../fault.ts'
import { asciiDigits } from '../int/parse.ts'

const decimal = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i
const special = /^([+-]?)(inf|infinity|nan)$/i
const trim = /^[\t-\r ]+|[\t-\r ]+$/g

/** The value, or undefined when the text is not a float. */
export function readFloat(text: string): number | undefined {
  const rest = asciiDigits(text).replace(trim, '')
  if (decimal.test(rest)) return Number(rest.includes('_') ? rest.replaceAll('_', '') : rest)
  const named = special.exec(rest)
  if (!named) return undefined
  const value = named[2]!.toLowerCase() === 'nan' ? NaN : Infinity
  return named[1] === '-' ? -value : value
}

/** `float(text)`; `shown` is the repr of what the user wrote, for the message. */
export function parseFloatText(text: string, shown: () => string): number {
  const value = readFloat(text)
  if (value === undefined) throw valueFault(`could not convert string to float: ${shown()}`)
  return value
}
