// Code objects of start-up as a host keeps them between runs: a JSON text and the bytes it points into. It says what
// marshal says; but the engine itself parses it, which counts when nothing of ours has been compiled yet.
//
//   [length of the text: 4 bytes, little-endian][text][bytes]
import { CodeObject, type CodeConstant } from '@pellucid/opcode-spec'
import { Complex, Ellipsis, Float, FrozenSetConstant, WideText, type Constant, type TextConstant } from '@pellucid/primitives'

/** Where bytes lie: start and length. */
type Place = readonly [number, number]

/** A constant that JSON has no form for, by its kind. */
type Tagged =
  | { readonly code: StoredCode }
  | { readonly tuple: readonly StoredConstant[] }
  | { readonly set: readonly StoredConstant[] }
  | { readonly int: string }
  | { readonly float: string }
  | { readonly complex: readonly [string, string] }
  | { readonly bytes: Place }
  | { readonly wide: readonly number[] }
  | { readonly ellipsis: true }

type StoredConstant = null | boolean | number | string | Tagged

/** A code object's fields in the order of `CodeFields`. */
type StoredCode = readonly [
  argcount: number, posonlyargcount: number, kwonlyargcount: number, stacksize: number, flags: number, code: Place,
  consts: readonly StoredConstant[], names: readonly string[], localsplusnames: readonly string[], localspluskinds: Place,
  filename: StoredConstant, name: string, qualname: string, firstlineno: number, linetable: Place, exceptiontable: Place,
]

/** Numbers as text: JSON knows neither infinities nor -0. */
const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

class Writer {
  readonly #parts: Uint8Array[] = []
  #size = 0

  #place(bytes: Uint8Array): Place {
    const start = this.#size
    this.#parts.push(bytes)
    this.#size += bytes.length
    return [start, bytes.length]
  }

  code(code: CodeObject): StoredCode {
    return [
      code.argcount, code.posonlyargcount, code.kwonlyargcount, code.stacksize, code.flags, this.#place(code.code),
      code.consts.map((constant) => this.#constant(constant)), code.names, code.localsplusnames, this.#place(code.localspluskinds),
      this.#constant(code.filename), code.name, code.qualname, code.firstlineno, this.#place(code.linetable),
      this.#place(code.exceptiontable),
    ]
  }

  #constant(constant: CodeConstant): StoredConstant {
    if (constant === null || typeof constant !== 'object') {
      return typeof constant === 'bigint' ? { int: String(constant) } : constant as StoredConstant
    }
    if (constant instanceof CodeObject) return { code: this.code(constant) }
    if (constant instanceof Float) return { float: numberText(constant.value) }
    if (constant instanceof Complex) return { complex: [numberText(constant.real), numberText(constant.imag)] }
    if (constant instanceof WideText) return { wide: [...constant.codePoints] }
    if (constant instanceof Uint8Array) return { bytes: this.#place(constant) }
    if (constant instanceof FrozenSetConstant) return { set: constant.items.map((item) => this.#constant(item)) }
    if (constant === Ellipsis) return { ellipsis: true }
    return { tuple: (constant as readonly CodeConstant[]).map((item) => this.#constant(item)) }
  }

  finish(top: StoredCode): Uint8Array {
    const text = new TextEncoder().encode(JSON.stringify(top))
    const file = new Uint8Array(4 + text.length + this.#size)
    new DataView(file.buffer).setUint32(0, text.length, true)
    file.set(text, 4)
    let at = 4 + text.length
    for (const part of this.#parts) {
      file.set(part, at)
      at += part.length
    }
    return file
  }
}

/** The bytes to keep for a code object. */
export function storeCode(code: CodeObject): Uint8Array {
  const writer = new Writer()
  return writer.finish(writer.code(code))
}

/** The code object of kept bytes; undefined when they are damaged. */
export function restoreCode(file: Uint8Array): CodeObject | undefined {
  if (file.length < 4) return undefined
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0, true)
  if (4 + length > file.length) return undefined
  try {
    const top = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + length))) as StoredCode
    return readCode(top, file.subarray(4 + length))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function readCode(stored: StoredCode, bytes: Uint8Array): CodeObject {
  const at = ([start, length]: Place): Uint8Array => bytes.subarray(start, start + length)
  return new CodeObject({
    argcount: stored[0], posonlyargcount: stored[1], kwonlyargcount: stored[2], stacksize: stored[3], flags: stored[4],
    code: at(stored[5]), consts: stored[6].map((constant) => readConstant(constant, bytes)), names: stored[7],
    localsplusnames: stored[8], localspluskinds: at(stored[9]), filename: readConstant(stored[10], bytes) as TextConstant,
    name: stored[11], qualname: stored[12], firstlineno: stored[13], linetable: at(stored[14]), exceptiontable: at(stored[15]),
  })
}

function readConstant(stored: StoredConstant, bytes: Uint8Array): CodeConstant {
  if (stored === null || typeof stored !== 'object') return stored
  if ('code' in stored) return readCode(stored.code, bytes)
  if ('tuple' in stored) return stored.tuple.map((item) => readConstant(item, bytes))
  if ('set' in stored) return new FrozenSetConstant(stored.set.map((item) => readConstant(item, bytes) as Constant))
  if ('int' in stored) return BigInt(stored.int)
  if ('float' in stored) return new Float(Number(stored.float))
  if ('complex' in stored) return new Complex(Number(stored.complex[0]), Number(stored.complex[1]))
  if ('bytes' in stored) return bytes.slice(stored.bytes[0], stored.bytes[0] + stored.bytes[1])
  if ('wide' in stored) return new WideText(stored.wide)
  return Ellipsis
}
