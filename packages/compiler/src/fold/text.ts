// Operations on str constants. Lengths and indices count code points, as Python does.
import { codePointsOf, type TextConstant, WideText } from '@pellucid/primitives'

const surrogates = /[\ud800-\udfff]/

export function isText(value: unknown): value is TextConstant {
  return typeof value === 'string' || value instanceof WideText
}

/** A str of the code points, in the form its value has. */
export function textOf(codePoints: readonly number[]): TextConstant {
  if (codePoints.some((point) => point >= 0xd800 && point <= 0xdfff)) return new WideText(codePoints)
  let text = ''
  for (let i = 0; i < codePoints.length; i += 4096) {
    text += String.fromCodePoint(...codePoints.slice(i, i + 4096))
  }
  return text
}

export function textLength(text: TextConstant): number {
  if (typeof text !== 'string') return text.codePoints.length
  return surrogates.test(text) ? [...text].length : text.length
}

export function joinTexts(left: TextConstant, right: TextConstant): TextConstant {
  if (typeof left === 'string' && typeof right === 'string') return left + right
  return new WideText([...codePointsOf(left), ...codePointsOf(right)])
}

export function repeatText(text: TextConstant, count: number): TextConstant {
  if (typeof text === 'string') return text.repeat(Math.max(count, 0))
  const points: number[] = []
  for (let i = 0; i < count; i++) points.push(...text.codePoints)
  return textOf(points)
}

/** The character at the index, negative from the end; undefined when there is none. */
export function characterAt(text: TextConstant, index: number): TextConstant | undefined {
  if (typeof text === 'string' && !surrogates.test(text)) return text.at(index)
  const point = [...codePointsOf(text)].at(index)
  return point === undefined ? undefined : textOf([point])
}
