// Line endings: CPython reads CRLF, and a CR alone, as LF.

/** The text with every line ending made LF. */
export function foldNewlines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
