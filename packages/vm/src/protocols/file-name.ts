// File names as bytes: UTF-8, as the host's file system has them; what is no UTF-8 shows as U+FFFD.
import { decodeUtf8, utf16OfText } from '@pellucid/primitives'

/** The name that bytes spell. */
export function fileNameOfBytes(bytes: Uint8Array): string {
  return utf16OfText(decodeUtf8(bytes, ({ end }) => [[0xfffd], end]).text)
}
