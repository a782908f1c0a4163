// Type-aware identity of constants: 1, 1.0 and True are three constants, 0.0 and -0.0 two, equal tuples one.
//
// Invariant: values merged through one ConstantCache are the same JavaScript object exactly when CPython's
// compiler would make them the same Python object (numbers, strings and singletons are compared by value).
import { CodeObject, type CodeConstant } from '@pellucid/opcode-spec'
import { Complex, Ellipsis, Float, FrozenSetConstant, WideText } from '@pellucid/primitives'

const bits = new DataView(new ArrayBuffer(8))

function floatKey(value: number): string {
  bits.setFloat64(0, value)
  return bits.getUint32(0).toString(36) + '.' + bits.getUint32(4).toString(36)
}

function bytesKey(bytes: Uint8Array): string {
  let key = ''
  for (let i = 0; i < bytes.length; i += 4096) {
    key += String.fromCharCode(...bytes.subarray(i, i + 4096))
  }
  return key
}

/** Text that equal compound constants share; every element is tagged and length-prefixed, so no two kinds meet. */
function compoundKey(value: CodeConstant, identities: Identities): string {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return `i${value};`
    case 'string':
      return `s${value.length}:${value}`
    case 'boolean':
      return value ? 'T' : 'F'
  }
  if (value === null) return 'N'
  if (value === Ellipsis) return 'E'
  if (value instanceof Float) {
    return Number.isNaN(value.value) ? `n${identities.of(value)};` : `f${floatKey(value.value)};`
  }
  if (value instanceof Complex) {
    return Number.isNaN(value.real) || Number.isNaN(value.imag)
      ? `n${identities.of(value)};`
      : `c${floatKey(value.real)},${floatKey(value.imag)};`
  }
  if (value instanceof WideText) return `w${value.codePoints.join(',')};`
  if (value instanceof Uint8Array) return `b${value.length}:${bytesKey(value)}`
  if (value instanceof FrozenSetConstant) {
    const keys = value.items.map((item) => compoundKey(item, identities))
    return `{${keys.sort().join('')}}`
  }
  if (value instanceof CodeObject) return `o${codeKey(value, identities)}`
  let key = '('
  for (const item of value as readonly CodeConstant[]) key += compoundKey(item, identities)
  return key + ')'
}

/** CPython compares code objects by everything but the qualified name and the file name. */
function codeKey(code: CodeObject, identities: Identities): string {
  const counts = [code.argcount, code.posonlyargcount, code.kwonlyargcount, code.flags, code.firstlineno]
  return (
    `${counts.join(',')};` +
    compoundKey(code.name, identities) +
    compoundKey(code.code, identities) +
    compoundKey(code.consts, identities) +
    compoundKey(code.names, identities) +
    compoundKey(code.localsplusnames, identities) +
    compoundKey(code.linetable, identities) +
    compoundKey(code.exceptiontable, identities)
  )
}

/** Numbers for objects that equal only themselves. */
class Identities {
  private readonly numbers = new WeakMap<object, number>()
  private next = 0
  of(value: object): number {
    let number = this.numbers.get(value)
    if (number === undefined) this.numbers.set(value, (number = this.next++))
    return number
  }
}

/** The constants of one compilation: each value once. */
export class ConstantCache {
  private readonly compounds = new Map<string, CodeConstant>()
  private readonly merged = new Map<CodeConstant, CodeConstant>()
  private readonly identities = new Identities()

  /** The representative of the value; tuples are merged element by element first. */
  merge<T extends CodeConstant>(value: T): T
  merge(value: CodeConstant): CodeConstant {
    if (typeof value !== 'object' || value === null) return value
    const known = this.merged.get(value)
    if (known !== undefined) return known
    const key = compoundKey(value, this.identities)
    let found = this.compounds.get(key)
    if (found === undefined) {
      found = Array.isArray(value) ? this.mergeItems(value as readonly CodeConstant[]) : value
      this.compounds.set(key, found)
      this.merged.set(found, found)
    }
    if (found !== value) this.merged.set(value, found)
    return found
  }

  private mergeItems(items: readonly CodeConstant[]): readonly CodeConstant[] {
    let copy: CodeConstant[] | undefined
    for (let i = 0; i < items.length; i++) {
      const item = items[i] as CodeConstant
      const merged = this.merge(item)
      if (merged !== item) (copy ??= items.slice())[i] = merged
    }
    return copy ?? items
  }
}
