// Python's repr of constants.
import { Complex, Float, FrozenSetConstant, WideText } from './constant.ts'
import type { Constant, TextConstant } from './constant.ts'
import { reprFloat, reprFloatBare } from './float/repr.ts'
import { setOrder } from './hash/constant.ts'
import { codePointsOf } from './text-points.ts'
import { isPrintable } from './unicode/printable.ts'

const plain = /^[ !#-&(-[\]-~]*$/
const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0')

/** The escape of one code point: `\n`, `\x1b`, `\u2028`, `\U000e0001`. */
export function escapeCodePoint(codePoint: number): string {
  if (codePoint === 0x5c) return '\\\\'
  if (codePoint === 0x0a) return '\\n'
  if (codePoint === 0x0d) return '\\r'
  if (codePoint === 0x09) return '\\t'
  if (codePoint < 0x100) return '\\x' + hex(codePoint, 2)
  return codePoint < 0x10000 ? '\\u' + hex(codePoint, 4) : '\\U' + hex(codePoint, 8)
}

function hasCodePoint(text: TextConstant, codePoint: number): boolean {
  return typeof text === 'string'
    ? text.includes(String.fromCharCode(codePoint))
    : text.codePoints.includes(codePoint)
}

/**
 * Python's `repr` of a str.
 * @example
 * reprText("it's\n") // "\"it's\\n\""
 */
export function reprText(text: TextConstant): string {
  if (typeof text === 'string' && plain.test(text)) return `'${text}'`
  const quote = hasCodePoint(text, 0x27) && !hasCodePoint(text, 0x22) ? 0x22 : 0x27
  let out = ''
  for (const codePoint of codePointsOf(text)) {
    if (codePoint === quote) out += '\\' + String.fromCharCode(quote)
    else if (codePoint !== 0x5c && isPrintable(codePoint)) out += String.fromCodePoint(codePoint)
    else out += escapeCodePoint(codePoint)
  }
  const mark = String.fromCharCode(quote)
  return mark + out + mark
}

/** Python's `repr` of bytes. */
export function reprBytes(bytes: Uint8Array): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? 0x22 : 0x27
  let out = ''
  for (const byte of bytes) {
    if (byte === quote) out += '\\' + String.fromCharCode(quote)
    else if (byte >= 0x20 && byte < 0x7f && byte !== 0x5c) out += String.fromCharCode(byte)
    else out += escapeCodePoint(byte)
  }
  const mark = String.fromCharCode(quote)
  return 'b' + mark + out + mark
}

/** Python's `repr` of a complex number. */
export function reprComplex(real: number, imag: number): string {
  if (Object.is(real, 0)) return reprFloatBare(imag) + 'j'
  const text = reprFloatBare(imag)
  return `(${reprFloatBare(real)}${text.startsWith('-') ? '' : '+'}${text}j)`
}

/** Python's `repr` of a tuple, given those of its items. */
export function reprTuple(items: readonly string[]): string {
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`
}

interface Container {
  readonly items: readonly unknown[]
  readonly open: string
  readonly close: string
}

interface OpenContainer {
  readonly items: readonly unknown[]
  readonly close: string
  next: number
}

// A container's opening text and what follows its last item, or undefined for a value without items.
function openContainer(value: unknown): Container | undefined {
  if (Array.isArray(value)) return { items: value, open: '(', close: value.length === 1 ? ',)' : ')' }
  if (!(value instanceof FrozenSetConstant)) return undefined
  const items = setOrder(value.items)
  if (items.length === 0) return { items, open: 'frozenset(', close: ')' }
  return { items, open: 'frozenset({', close: '})' }
}

/** The repr of tuples and frozensets of any depth, given that of what they hold in the end. */
export function reprNested(root: unknown, reprLeaf: (value: unknown) => string): string {
  const path: OpenContainer[] = []
  let text = ''
  const write = (value: unknown): void => {
    const container = openContainer(value)
    if (container === undefined) {
      text += reprLeaf(value)
      return
    }
    text += container.open
    path.push({ items: container.items, close: container.close, next: 0 })
  }
  write(root)
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    if (last.next === last.items.length) {
      text += last.close
      path.pop()
      continue
    }
    if (last.next > 0) text += ', '
    write(last.items[last.next++])
  }
  return text
}

function reprLeaf(value: Constant): string {
  if (typeof value === 'string') return reprText(value)
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value instanceof Float) return reprFloat(value.value)
  if (value instanceof Uint8Array) return reprBytes(value)
  if (value instanceof Complex) return reprComplex(value.real, value.imag)
  return value instanceof WideText ? reprText(value) : 'Ellipsis'
}

/**
 * Python's `repr` of any constant. A frozenset's items stand as with PYTHONHASHSEED=0.
 * @example
 * reprConstant([1, new Float(2), 'x']) // "(1, 2.0, 'x')"
 */
export function reprConstant(value: Constant): string {
  return typeof value === 'string' ? reprText(value) : reprNested(value, leaf => reprLeaf(leaf as Constant))
}
