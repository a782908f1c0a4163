// One node for each value that has no parts, as a compiler's constant cache keeps one object for each:
// 0, 0.0, -0.0 and False apart, every NaN an object of its own.
//
// A str may have two objects: the interned one, which names and name-like constants are, and a plain
// one, made from a literal. Small ints, short bytes and Latin-1 characters exist once in a process.
import { Complex, Ellipsis, Float, WideText } from '@pellucid/primitives'
import type { TextConstant } from '@pellucid/primitives'
import type { Kind } from '../inspector.ts'
import { StopIteration } from '../values.ts'
import { Node } from './node.ts'

/** Whether CPython interns a str constant of these characters: ASCII letters, digits, underscores. */
export function isNameLike(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (!isNameCode(text.charCodeAt(index))) return false
  }
  return true
}

/** Whether a str may be an identifier with characters outside ASCII. */
export function isForeignName(text: string): boolean {
  let foreign = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code > 127) foreign = true
    else if (!isNameCode(code)) return false
  }
  return foreign
}

function isNameCode(code: number): boolean {
  const letter = code | 32
  return (letter >= 97 && letter <= 122) || (code >= 48 && code <= 57) || code === 95
}

/** The scalar nodes of one graph. */
export class Scalars {
  /** The interned object of each str, or its plain one while none is interned. */
  readonly #texts = new Map<string, Node>()
  readonly #wideTexts = new Map<string, Node>()
  readonly #ints = new Map<number | bigint, Node>()
  readonly #floats = new Map<number, Node>()
  readonly #complexes = new Map<string, Node>()
  readonly #bytes = new Map<number, Node>()
  readonly #objects = new Map<unknown, Node>()
  /** How many nodes there are. */
  count = 0

  /** A node that is equal to no other. */
  make(kind: Kind, value: unknown, items?: readonly Node[], immortal?: boolean): Node {
    return new Node(kind, this.count++, value, items, immortal)
  }

  /** The node of a value without parts; undefined for one with parts. */
  of(value: unknown): Node | undefined {
    if (typeof value === 'string') return this.text(value, false)
    if (typeof value === 'number' || typeof value === 'bigint') return this.#int(value)
    if (value instanceof Float) return this.#float(value)
    if (value instanceof Uint8Array) return this.bytes(value)
    const singleton = singletonKind(value)
    if (singleton !== undefined) return this.#object(value, singleton)
    if (value instanceof Complex) return this.#complex(value)
    return value instanceof WideText ? this.#wideText(value) : undefined
  }

  /** A str constant; `fromName` when the object is an identifier of the source. */
  text(value: string, fromName: boolean): Node {
    const node = this.#texts.get(value)
    return node?.literal ?? this.#newLiteral(value, fromName, node)
  }

  /** The object that a str constant has already. */
  literal(value: string): Node | undefined {
    return this.#texts.get(value)?.literal
  }

  /** The interned str. */
  name(value: TextConstant): Node {
    if (typeof value !== 'string') return this.intern(this.#wideText(value))
    const node = this.#texts.get(value)
    if (node !== undefined && node.interned) return node
    return this.#newName(value, node)
  }

  hasName(value: string): boolean {
    return this.#texts.get(value)?.interned === true
  }

  /** Makes a str's object the interned one. */
  intern(node: Node): Node {
    node.interned = true
    node.immortal = true
    if (typeof node.value === 'string') this.#texts.set(node.value, node)
    return node
  }

  /** A bytes constant or table. */
  bytes(value: Uint8Array): Node {
    const hash = hashOf(value)
    const first = this.#bytes.get(hash)
    for (let node = first; node !== undefined; node = node.next) {
      if (equalBytes(node.value as Uint8Array, value)) return node
    }
    const node = this.make('bytes', value, undefined, value.length < 2)
    node.next = first
    this.#bytes.set(hash, node)
    return node
  }

  #newLiteral(value: string, fromName: boolean, known: Node | undefined): Node {
    const interned = fromName || isNameLike(value) || isLatinCharacter(value)
    if (interned) {
      const node = known ?? this.#newName(value, undefined)
      return (node.literal = node)
    }
    const node = this.make('text', value)
    // Both objects of one str are the same to the constant cache.
    if (known !== undefined) node.key = known.key
    else this.#texts.set(value, node)
    node.literal = node
    if (known !== undefined) known.literal = node
    return node
  }

  #newName(value: string, plain: Node | undefined): Node {
    const node = this.make('text', value)
    node.interned = true
    node.immortal = true
    if (plain !== undefined) {
      node.key = plain.key
      node.literal = plain.literal
    }
    this.#texts.set(value, node)
    return node
  }

  #wideText(value: WideText): Node {
    const key = value.codePoints.join()
    let node = this.#wideTexts.get(key)
    if (node === undefined) this.#wideTexts.set(key, (node = this.make('text', value)))
    return node
  }

  #int(value: number | bigint): Node {
    let node = this.#ints.get(value)
    if (node === undefined) {
      this.#ints.set(value, (node = this.make('int', value, undefined, value >= -5 && value <= 256)))
    }
    return node
  }

  #float(box: Float): Node {
    const { value } = box
    if (Number.isNaN(value) || Object.is(value, -0)) {
      return this.#object(Number.isNaN(value) ? box : negativeZero, 'float', value)
    }
    let node = this.#floats.get(value)
    if (node === undefined) this.#floats.set(value, (node = this.make('float', value)))
    return node
  }

  #complex(value: Complex): Node {
    if (Number.isNaN(value.real + value.imag)) return this.#object(value, 'complex')
    const key = [value.real, value.imag].map((part) => (Object.is(part, -0) ? '-0' : part)).join()
    let node = this.#complexes.get(key)
    if (node === undefined) this.#complexes.set(key, (node = this.make('complex', value)))
    return node
  }

  #object(key: unknown, kind: Kind, value: unknown = key): Node {
    let node = this.#objects.get(key)
    if (node === undefined) this.#objects.set(key, (node = this.make(kind, value)))
    return node
  }
}

const negativeZero = {}

function singletonKind(value: unknown): Kind | undefined {
  if (value === null) return 'none'
  if (value === true) return 'true'
  if (value === false) return 'false'
  if (value === Ellipsis) return 'ellipsis'
  return value === StopIteration ? 'stopIteration' : undefined
}

function isLatinCharacter(value: string): boolean {
  return value.length === 1 && value.charCodeAt(0) < 256
}

// Tables of equal length that begin and end alike are rare enough.
function hashOf(bytes: Uint8Array): number {
  const size = bytes.length
  let hash = size
  for (let index = Math.min(size, 12) - 1; index >= 0; index--) {
    hash = Math.imul(hash ^ bytes[index]! ^ (bytes[size - 1 - index]! << 8), 0x01000193)
  }
  return hash
}

/** Whether two byte strings are equal. */
export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index++) {
    if (one[index] !== other[index]) return false
  }
  return true
}
