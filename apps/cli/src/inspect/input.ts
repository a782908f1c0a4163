// Reading what is to be looked at: a file, or `-` for stdin; and saying clearly why that fails.
import { readFileSync } from 'node:fs'
import { reprText } from '@pellucid/primitives'
import { decodeUtf8, escapedTextFault } from '@pellucid/source'
import { Failure, systemClass, systemReason } from '../failure.ts'

/** The bytes of an input and the name CPython's tools give it. */
export interface Input {
  readonly name: string
  readonly bytes: Uint8Array
  /** Nobody can look up a line of it later, so errors and warnings of the compiler show none. */
  readonly isStdin: boolean
}

/** A file that cannot be read: the last line of Python's traceback; `reason` is the exception's text. */
export class UnreadableFile extends Failure {
  readonly reason: string
  constructor(className: string, reason: string) {
    super(`${className}: ${reason}`, 1)
    this.reason = reason
  }
}

/** Reads FILE, or stdin for `-`. */
export function readInput(file: string): Input {
  const isStdin = file === '-'
  try {
    return { name: isStdin ? '<stdin>' : file, bytes: readFileSync(isStdin ? 0 : file), isStdin }
  } catch (error) {
    throw unreadable(error, file)
  }
}

/** What Python says of a file that it cannot open. */
export function unreadable(error: unknown, file: string): unknown {
  const reason = systemReason(error)
  return reason === undefined ? error : new UnreadableFile(systemClass(error), `${reason}: ${reprText(file)}`)
}

/** Stdin as `sys.stdin.read()` gives it to the tools that ask for text: no cookie is read. */
export function textOfStdin({ bytes }: Input): string {
  const text = decodeUtf8(bytes, 'escape')
  if (/[\udc80-\udcff]/.test(text)) throw new Failure(`UnicodeDecodeError: ${escapedTextFault(text)}`, 1)
  return text
}

/** Writes a text to stdout in one go: a large tree is many lines. */
export function print(text: string): void {
  process.stdout.write(text)
}

/** Writes a value as JSON, one document, ending in a newline. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, jsonForm, 2)}\n`)
}

/** JSON has no bigints and no byte strings: a bigint becomes its digits, bytes their hexadecimal digits. */
function jsonForm(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  return value
}
