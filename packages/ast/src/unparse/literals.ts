// String literals written with as few escapes as a choice of quotes allows, and infinite numbers.
import {
  codePointsOf, Complex, escapeCodePoint, Float, isPrintable, reprConstant, reprText,
} from '@pellucid/primitives'
import type { Constant, TextConstant } from '@pellucid/primitives'

export const multiQuotes: readonly string[] = ['"""', "'''"]
export const allQuotes: readonly string[] = ["'", '"', ...multiQuotes]

// No float literal is infinite, but one beyond the largest float becomes so.
const infinity = '1e309'

/** A constant's repr, where infinities are spelled as overflowing literals. */
export function constantText(value: Constant): string {
  const text = reprConstant(value)
  if (!(value instanceof Float) && !(value instanceof Complex)) return text
  return text.replaceAll('inf', infinity).replaceAll('nan', `(${infinity}-${infinity})`)
}

function escapeText(text: TextConstant, escapeWhitespace: boolean): string {
  let out = ''
  for (const codePoint of codePointsOf(text)) {
    if (!escapeWhitespace && (codePoint === 0x0a || codePoint === 0x09)) out += String.fromCharCode(codePoint)
    else if (codePoint === 0x5c || !isPrintable(codePoint)) out += escapeCodePoint(codePoint)
    else out += String.fromCodePoint(codePoint)
  }
  return out
}

/** The inside of a literal, and the quotes it may stand in, best first. */
export interface QuotedText {
  readonly text: string
  readonly quotes: readonly string[]
}

/** Chooses among the given quotes those that the text does not contain. */
export function quoteText(
  source: TextConstant,
  quoteTypes: readonly string[],
  escapeWhitespace: boolean,
): QuotedText {
  const text = escapeText(source, escapeWhitespace)
  let quotes = text.includes('\n') ? quoteTypes.filter(quote => multiQuotes.includes(quote)) : quoteTypes
  quotes = quotes.filter(quote => !text.includes(quote))
  if (quotes.length === 0) {
    const repr = reprText(source)
    const mark = repr[0] as string
    return { text: repr.slice(1, -1), quotes: [quoteTypes.find(quote => quote.includes(mark)) ?? mark] }
  }
  const last = text.at(-1)
  if (last === undefined) return { text, quotes }
  // '''"''' reads better than """\"""".
  const sorted = [...quotes.filter(quote => quote[0] !== last), ...quotes.filter(quote => quote[0] === last)]
  const escapeLast = sorted[0]?.[0] === last
  return { text: escapeLast ? `${text.slice(0, -1)}\\${last}` : text, quotes: sorted }
}

/** A docstring. */
export function docstringText(text: TextConstant): string {
  const { text: inside, quotes } = quoteText(text, multiQuotes, false)
  const quote = quotes[0] as string
  return quote + inside + quote
}
