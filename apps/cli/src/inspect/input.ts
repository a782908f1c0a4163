// Reading what is to be looked at: a file, or `-` for stdin; and saying clearly why that fails.
import { readFileSync } from 'node:fs'
import { Failure, systemReason } from '../failure.ts'

/** The bytes of an input and the name CPython's tools give it. */
export interface Input {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Reads FILE, or stdin for `-`. */
export function readInput(file: string): Input {
  const stdin = file === '-'
  try {
    return { name: stdin ? '<stdin>' : file, bytes: readFileSync(stdin ? 0 : file) }
  } catch (error) {
    const reason = systemReason(error)
    if (reason === undefined) throw error
    throw new Failure(`pellucid: can't open file '${file}': ${reason}`, 2)
  }
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
