// Type-aware identity of constants: 1, 1.0 and True are three constants, 0.0 and -0.0 two, equal tuples one.
//
// Invariant: values merged through one ConstantCache are the same JavaScript object exactly when CPython's
// compiler would make them the same Python object (numbers, strings and singletons are compared by value).
// The items of a merged tuple are merged themselves, so comparing two tuples is comparing items by identity.
import { CodeObject, type CodeConstant } from '@pellucid/opcode-spec'
import { Complex, Float, FrozenSetConstant, WideText } from '@pellucid/primitives'

const bits = new DataView(new ArrayBuffer(8))

function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193)
}

function hashFloat(hash: number, value: number): number {
  bits.setFloat64(0, value)
  return mix(mix(hash, bits.getInt32(0)), bits.getInt32(4))
}

function hashBytes(hash: number, bytes: Uint8Array): number {
  hash = mix(hash, bytes.length)
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
  return hash
}

/** Length and a few characters: full comparison decides, and is quick. */
function hashText(hash: number, text: string): number {
  const { length } = text
  hash = mix(hash, length)
  if (length === 0) return hash
  hash = mix(hash, text.charCodeAt(0) | (text.charCodeAt(length - 1) << 16))
  return mix(hash, text.charCodeAt(length >> 1) | (text.charCodeAt((length * 3) >> 2) << 16))
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

function sameItems(a: readonly CodeConstant[], b: readonly CodeConstant[]): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** The bits of equal floats; NaN equals only itself. */
function sameFloats(a: number, b: number): boolean {
  return Object.is(a, b) && a === a
}

/** CPython compares code objects by everything but the qualified name, the file name and the stack size. */
function sameCode(a: CodeObject, b: CodeObject): boolean {
  return (
    a.name === b.name &&
    a.argcount === b.argcount &&
    a.posonlyargcount === b.posonlyargcount &&
    a.kwonlyargcount === b.kwonlyargcount &&
    a.flags === b.flags &&
    a.firstlineno === b.firstlineno &&
    a.consts === b.consts &&
    a.names === b.names &&
    a.localsplusnames === b.localsplusnames &&
    a.linetable === b.linetable &&
    a.exceptiontable === b.exceptiontable &&
    sameBytes(a.code, b.code)
  )
}

type Compound = Exclude<CodeConstant, null | boolean | number | bigint | string>

/** Whether two compound constants, their parts being merged, are one. */
function same(a: Compound, b: Compound): boolean {
  if (a instanceof Uint8Array) return b instanceof Uint8Array && sameBytes(a, b)
  if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b)
  if (a instanceof Float) return b instanceof Float && sameFloats(a.value, b.value)
  if (a instanceof CodeObject) return b instanceof CodeObject && sameCode(a, b)
  if (a instanceof Complex) {
    return b instanceof Complex && sameFloats(a.real, b.real) && sameFloats(a.imag, b.imag)
  }
  if (a instanceof WideText) return b instanceof WideText && sameItems(a.codePoints, b.codePoints)
  if (a instanceof FrozenSetConstant && b instanceof FrozenSetConstant) {
    if (a.items.length !== b.items.length) return false
    const items = new Set(a.items)
    return b.items.every((item) => items.has(item))
  }
  return a === b
}

/** The constants of one compilation: each value once. */
export class ConstantCache {
  private readonly buckets = new Map<number, Compound[]>()
  /** A number for each representative. */
  private readonly ids = new Map<Compound, number>()
  /** Values merged before, and their representatives. */
  private readonly merged = new Map<Compound, Compound>()

  /** The representative of the value; parts of compound values are merged first. */
  merge<T extends CodeConstant>(value: T): T
  merge(value: CodeConstant): CodeConstant {
    return typeof value === 'object' && value !== null ? this.mergeCompound(value) : value
  }

  private mergeCompound(value: Compound): Compound {
    const known = this.merged.get(value)
    if (known !== undefined) return known
    if (this.ids.has(value)) return value
    const found = this.find(this.withMergedParts(value))
    if (found !== value) this.merged.set(value, found)
    return found
  }

  private find(value: Compound): Compound {
    const hash = this.hashOf(value)
    const bucket = this.buckets.get(hash)
    if (bucket === undefined) {
      this.buckets.set(hash, [value])
    } else {
      for (const candidate of bucket) if (same(candidate, value)) return candidate
      bucket.push(value)
    }
    this.ids.set(value, this.ids.size)
    return value
  }

  private withMergedParts(value: Compound): Compound {
    if (Array.isArray(value)) return this.mergeItems(value as readonly CodeConstant[])
    if (value instanceof FrozenSetConstant) {
      const items = this.mergeItems(value.items)
      return items === value.items ? value : new FrozenSetConstant(items as FrozenSetConstant['items'])
    }
    return value
  }

  private mergeItems(items: readonly CodeConstant[]): readonly CodeConstant[] {
    let copy: CodeConstant[] | undefined
    for (let i = 0; i < items.length; i++) {
      const item = items[i] as CodeConstant
      if (typeof item !== 'object' || item === null) continue
      const merged = this.mergeCompound(item)
      if (merged !== item) (copy ??= items.slice())[i] = merged
    }
    return copy ?? items
  }

  private hashOf(value: Compound): number {
    if (value instanceof Uint8Array) return hashBytes(1, value)
    if (Array.isArray(value)) return this.hashItems(2, value as readonly CodeConstant[])
    if (value instanceof Float) return hashFloat(3, value.value)
    if (value instanceof CodeObject) return this.hashCode(value)
    if (value instanceof Complex) return hashFloat(hashFloat(5, value.real), value.imag)
    if (value instanceof WideText) return this.hashItems(6, value.codePoints)
    if (value instanceof FrozenSetConstant) {
      let sum = 0
      for (const item of value.items) sum = (sum + this.hashItem(7, item)) | 0
      return sum
    }
    return 8
  }

  /** The table of locations tells lambdas of one line apart, the first line methods that are written alike. */
  private hashCode({ code, name, linetable, firstlineno }: CodeObject): number {
    // Tables have been merged already.
    return mix(mix(hashText(hashBytes(4, code), name), this.ids.get(linetable) ?? 0), firstlineno)
  }

  private hashItems(hash: number, items: readonly CodeConstant[]): number {
    hash = mix(hash, items.length)
    for (const item of items) hash = this.hashItem(hash, item)
    return hash
  }

  private hashItem(hash: number, item: CodeConstant): number {
    switch (typeof item) {
      case 'string':
        return hashText(hash, item)
      case 'number':
        return mix(hash, item)
      case 'boolean':
        return mix(hash, item ? 11 : 12)
      case 'bigint':
        return mix(hash, Number(BigInt.asIntN(32, item)))
      default:
        return item === null ? mix(hash, 13) : mix(hash, (this.ids.get(item) ?? 0) + 17)
    }
  }
}
