// Reads the answers recorded from CPython, and compares ours with them. record.py tells the notation.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as p from '../src/index.ts'

interface Tagged {
  readonly i?: string
  readonly f?: string
  readonly c?: readonly [string, string]
  readonly s?: readonly number[]
  readonly b?: readonly number[]
  readonly e?: string
  readonly m?: unknown
}
type Json = null | boolean | Tagged | readonly Json[]
type Answer = (...args: never[]) => unknown

const words = new DataView(new ArrayBuffer(8))
function ofBits(hex: string): number {
  words.setBigUint64(0, BigInt('0x' + hex))
  return words.getFloat64(0)
}

/** A float, to tell it from an int. */
export class F {
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
}

function argument(json: Json): unknown {
  if (json === null || typeof json === 'boolean') return json
  if (Array.isArray(json)) return json.map(argument)
  const tagged = json as Tagged
  if (tagged.i !== undefined) return p.normalize(BigInt(tagged.i))
  if (tagged.f !== undefined) return ofBits(tagged.f)
  if (tagged.c !== undefined) return new p.Complex(ofBits(tagged.c[0]), ofBits(tagged.c[1]))
  if (tagged.s !== undefined) return p.textOfCodePoints(tagged.s)
  return Uint8Array.from(tagged.b ?? [])
}

const showFloat = (x: number): string => (Object.is(x, -0) ? 'f-0' : `f${x}`)

/** One notation for what CPython recorded… */
function showJson(json: Json): string {
  if (json === null || typeof json === 'boolean') return String(json)
  if (Array.isArray(json)) return `[${json.map(showJson).join()}]`
  const tagged = json as Tagged
  if (tagged.e !== undefined) return `${tagged.e}: ${JSON.stringify(tagged.m)}`
  if (tagged.i !== undefined) return tagged.i
  if (tagged.f !== undefined) return showFloat(ofBits(tagged.f))
  if (tagged.c !== undefined) return tagged.c.map((part) => showFloat(ofBits(part))).join('&')
  return tagged.s !== undefined ? JSON.stringify(p.utf16OfText(tagged.s)) : `b[${(tagged.b ?? []).join()}]`
}

/** …and for what we answer: text is a string, code points a `number[]` only inside `Text`. */
function showOurs(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (value instanceof F) return showFloat(value.value)
  if (value instanceof p.Complex) return `${showFloat(value.real)}&${showFloat(value.imag)}`
  if (value instanceof Uint8Array) return `b[${value.join()}]`
  if (value instanceof Wide) return JSON.stringify(p.utf16OfText(value.points))
  if (Array.isArray(value)) return `[${value.map(showOurs).join()}]`
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}

class Wide {
  readonly points: readonly number[]
  constructor(points: readonly number[]) {
    this.points = points
  }
}
/** Marks text, so that code points are not taken for a list of ints. */
export const text = (value: p.Text): string | Wide => (typeof value === 'string' ? value : new Wide(value))

function answer(run: Answer, args: readonly unknown[]): string {
  try {
    return showOurs(run(...(args as never[])))
  } catch (error) {
    if (error instanceof p.UnicodeFault) {
      return `${error.kind}: ${JSON.stringify([error.encoding, error.start, error.end, error.reason])}`
    }
    if (error instanceof p.Fault) return `${error.kind.replace(/^.*\./, '')}: ${JSON.stringify(error.message)}`
    throw error
  }
}

const lines = readFileSync(new URL('./__oracle__/cases.jsonl', import.meta.url), 'utf8').trim().split('\n')
const cases = lines.map((line) => JSON.parse(line) as [string, Json[], Json])

/** A test for each operation of the table: every recorded case of it. */
export function agreesWithRecorded(operations: Record<string, Answer>): void {
  for (const [name, run] of Object.entries(operations)) {
    test(name, () => {
      const own = cases.filter(([operation]) => operation === name)
      expect(own.length).toBeGreaterThan(0)
      for (const [, args, result] of own) {
        expect(`${args.map(showJson).join(' ')} → ${answer(run, args.map(argument))}`).toBe(
          `${args.map(showJson).join(' ')} → ${showJson(result)}`,
        )
      }
    })
  }
}
