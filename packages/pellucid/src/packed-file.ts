// Packed data as a file. The engine itself parses the text, which counts when nothing of ours has been compiled yet.
//
//   [length of the text: 4 bytes, little-endian][text, ASCII alone][bytes]
import type { Packed } from '@pellucid/vm'

/** The bytes of a file. */
export function writePacked({ content, bytes }: Packed): Uint8Array {
  // Escaped, other characters do not make the engine hold the whole text at two bytes a character.
  const ascii = JSON.stringify(content).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const text = new TextEncoder().encode(ascii)
  const file = new Uint8Array(4 + text.length + bytes.length)
  new DataView(file.buffer).setUint32(0, text.length, true)
  file.set(text, 4)
  file.set(bytes, 4 + text.length)
  return file
}

/** What a file holds; undefined when it is damaged. */
export function readPacked(file: Uint8Array): Packed | undefined {
  if (file.length < 4) return undefined
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0, true)
  if (4 + length > file.length) return undefined
  try {
    const content: unknown = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + length)))
    return { content, bytes: file.subarray(4 + length) }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
