// Markup that stands anywhere: comments and processing instructions.
import { forbidden, isBlank, nameAt, normalizeLines, skipBlanks } from './characters.ts'
import { fail } from './errors.ts'
import type { XmlParser } from './parser.ts'

/** No forbidden character may stand between two places. */
function checkCharacters(text: string, start: number, end: number): void {
  const found = text.slice(start, end).search(forbidden)
  if (found >= 0) fail('INVALID_TOKEN', start + found)
}

/** `<!--…-->` at the place where reading is; false where the text ends within it. */
export function readComment(parser: XmlParser): boolean {
  const { source, handlers } = parser
  const { text, at } = source
  const end = text.indexOf('--', at + 4)
  checkCharacters(text, at + 4, end < 0 ? text.length : end)
  if (end < 0 || end + 2 >= text.length) return false
  if (text[end + 2] !== '>') fail('INVALID_TOKEN', end + 2)
  source.at = end + 3
  if (handlers.Comment !== undefined) handlers.Comment(normalizeLines(text.slice(at + 4, end)))
  else parser.defaultEvent()
  return true
}

/** `<?target data?>` */
export function readInstruction(parser: XmlParser): boolean {
  const { source, handlers } = parser
  const { text, at } = source
  const target = nameAt(text, at + 2)
  const behind = at + 2 + target.length
  if (behind >= text.length) return false
  if (target === '') fail('INVALID_TOKEN', at + 2)
  if (target === 'xml') fail('MISPLACED_XML_PI')
  if (/^xml$/i.test(target)) fail('INVALID_TOKEN', behind)
  if (!isBlank(text[behind])) {
    if (text[behind] !== '?') fail('INVALID_TOKEN', behind)
    if (behind + 1 >= text.length) return false
    if (text[behind + 1] !== '>') fail('INVALID_TOKEN', behind + 1)
  }
  const end = text.indexOf('?>', behind)
  checkCharacters(text, behind, end < 0 ? text.length : end)
  if (end < 0) return false
  source.at = end + 2
  const data = normalizeLines(text.slice(Math.min(skipBlanks(text, behind), end), end))
  if (handlers.ProcessingInstruction !== undefined) handlers.ProcessingInstruction(target, data)
  else parser.defaultEvent()
  return true
}
