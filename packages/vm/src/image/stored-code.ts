// Code objects as JSON, with their bytes in a store beside it.
import { CodeObject, type CodeConstant } from '@pellucid/opcode-spec'
import { Complex, Ellipsis, Float, FrozenSetConstant, WideText, type Constant, type TextConstant } from '@pellucid/primitives'
import { ByteStore, type Packed, type Place } from './packed.ts'

/** A constant; what JSON has no form for is an object with its kind. A code object is what the caller makes of it. */
type StoredConstant =
  | null
  | boolean
  | number
  | string
  | { readonly code: unknown }
  | { readonly tuple: readonly StoredConstant[] }
  | { readonly set: readonly StoredConstant[] }
  | { readonly int: string }
  | { readonly float: string }
  | { readonly complex: readonly [string, string] }
  | { readonly bytes: Place }
  | { readonly wide: readonly number[] }
  | { readonly ellipsis: true }

/** A code object's fields in the order of `CodeFields`. */
export type StoredCode = readonly [
  argcount: number, posonlyargcount: number, kwonlyargcount: number, stacksize: number, flags: number, code: Place,
  consts: readonly StoredConstant[], names: readonly string[], localsplusnames: readonly string[], localspluskinds: Place,
  filename: StoredConstant, name: string, qualname: string, firstlineno: number, linetable: Place, exceptiontable: Place,
]

/** Numbers as text: JSON knows neither infinities nor -0. */
const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

/** A code object as JSON; `nested` says what stands for one among its constants. */
export function encodeCode(code: CodeObject, store: ByteStore, nested: (code: CodeObject) => unknown): StoredCode {
  const encode = (constant: CodeConstant): StoredConstant => encodeConstant(constant, store, nested)
  return [
    code.argcount, code.posonlyargcount, code.kwonlyargcount, code.stacksize, code.flags, store.add(code.code),
    code.consts.map(encode), code.names, code.localsplusnames, store.add(code.localspluskinds), encode(code.filename),
    code.name, code.qualname, code.firstlineno, store.add(code.linetable), store.add(code.exceptiontable),
  ]
}

function encodeConstant(constant: CodeConstant, store: ByteStore, nested: (code: CodeObject) => unknown): StoredConstant {
  if (typeof constant === 'bigint') return { int: String(constant) }
  if (constant === null || typeof constant !== 'object') return constant
  if (constant instanceof CodeObject) return { code: nested(constant) }
  if (constant instanceof Float) return { float: numberText(constant.value) }
  if (constant instanceof Complex) return { complex: [numberText(constant.real), numberText(constant.imag)] }
  if (constant instanceof WideText) return { wide: [...constant.codePoints] }
  if (constant instanceof Uint8Array) return { bytes: store.add(constant) }
  const items = (list: readonly CodeConstant[]): StoredConstant[] => list.map((item) => encodeConstant(item, store, nested))
  if (constant instanceof FrozenSetConstant) return { set: items(constant.items) }
  return constant === Ellipsis ? { ellipsis: true } : { tuple: items(constant as readonly CodeConstant[]) }
}

/** The code object; `nested` makes one of what stands for it among the constants. */
export function decodeCode(stored: StoredCode, bytes: Uint8Array, nested: (code: unknown) => CodeObject): CodeObject {
  const at = ([start, length]: Place): Uint8Array => bytes.subarray(start, start + length)
  const decode = (constant: StoredConstant): CodeConstant => decodeConstant(constant, bytes, nested)
  return new CodeObject({
    argcount: stored[0], posonlyargcount: stored[1], kwonlyargcount: stored[2], stacksize: stored[3], flags: stored[4],
    code: at(stored[5]), consts: stored[6].map(decode), names: stored[7], localsplusnames: stored[8],
    localspluskinds: at(stored[9]), filename: decode(stored[10]) as TextConstant, name: stored[11], qualname: stored[12],
    firstlineno: stored[13], linetable: at(stored[14]), exceptiontable: at(stored[15]),
  })
}

function decodeConstant(stored: StoredConstant, bytes: Uint8Array, nested: (code: unknown) => CodeObject): CodeConstant {
  if (stored === null || typeof stored !== 'object') return stored
  if ('code' in stored) return nested(stored.code)
  const items = (list: readonly StoredConstant[]): CodeConstant[] => list.map((item) => decodeConstant(item, bytes, nested))
  if ('tuple' in stored) return items(stored.tuple)
  if ('set' in stored) return new FrozenSetConstant(items(stored.set) as Constant[])
  if ('int' in stored) return BigInt(stored.int)
  if ('float' in stored) return new Float(Number(stored.float))
  if ('complex' in stored) return new Complex(Number(stored.complex[0]), Number(stored.complex[1]))
  if ('bytes' in stored) return bytes.slice(stored.bytes[0], stored.bytes[0] + stored.bytes[1])
  if ('wide' in stored) return new WideText(stored.wide)
  return Ellipsis
}

/** A code object and those inside it, to be kept. */
export function packCode(code: CodeObject): Packed {
  const store = new ByteStore()
  const encode = (inner: CodeObject): StoredCode => encodeCode(inner, store, encode)
  return store.pack(encode(code))
}

/** The code object that was packed. */
export function unpackCode({ content, bytes }: Packed): CodeObject {
  const decode = (stored: unknown): CodeObject => decodeCode(stored as StoredCode, bytes, decode)
  return decode(content)
}
