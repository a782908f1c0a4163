// One node for each value that has no parts, as a compiler's constant cache keeps one object for each:
// 0, 0.0, -0.0 and False apart, every NaN an object of its own.
//
// A str may have two objects: the interned one, which names and name-like constants are, and a plain
// one, made from a literal. Small ints, short bytes and Latin-1 characters exist once in a process.
import { CodeObject } from '@pellucid/opcode-spec'
import { Complex, Ellipsis, Float, WideText } from '@pellucid/primitives'
import type { TextConstant } from '@pellucid/primitives'
import type { Kind } from '../inspector.ts'
import { StopIteration } from '../values.ts'
import { Node } from './node.ts'
import { NodeTable } from './node-table.ts'

/** Whether CPython interns a str constant of these characters: ASCII letters, digits, underscores. */
export function isNameLike(text: string): boolean {
  return spellingOf(text) === 'name'
}

/** ASCII letters, digits and underscores; the same with characters outside ASCII; anything else. */
export type Spelling = 'name' | 'foreign' | 'other'

/** How a str is spelled. */
export function spellingOf(text: string): Spelling {
  let foreign = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code > 127) foreign = true
    else if (!isNameCode(code)) return 'other'
  }
  return foreign ? 'foreign' : 'name'
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
  readonly #bytes = new NodeTable()
  readonly #objects = new Map<unknown, Node>()
  /** How many nodes there are. */
  count = 0

  /** A node that is equal to no other. */
  make(kind: Kind, value: unknown, items?: readonly Node[], immortal?: boolean): Node {
    return new Node(kind, this.count++, value, items, immortal)
  }

  /** The node of a value without parts; undefined for one with parts. */
  of(value: unknown): Node | undefined {
    if (value === null) return this.#object(value, 'none')
    switch (typeof value) {
      case 'string': return this.text(value, false)
      case 'number': case 'bigint': return this.#int(value)
      case 'boolean': return this.#object(value, value ? 'true' : 'false')
      default:
    }
    if (value instanceof CodeObject || Array.isArray(value)) return undefined
    if (value instanceof Float) return this.#float(value)
    if (value instanceof Uint8Array) return this.bytes(value)
    if (value instanceof Complex) return this.#complex(value)
    if (value instanceof WideText) return this.#wideText(value)
    if (value === Ellipsis) return this.#object(value, 'ellipsis')
    return value === StopIteration ? this.#object(value, 'stopIteration') : undefined
  }

  /** A str constant; `fromName` when the object is an identifier of the source. */
  text(value: string, fromName: boolean): Node {
    return this.literal(value) ?? this.newLiteral(value, fromName || isNameLike(value))
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
    for (let node = this.#bytes.first(hash); node !== undefined; node = this.#bytes.after(node)) {
      if (equalBytes(node.value as Uint8Array, value)) return node
    }
    const node = this.make('bytes', value, undefined, value.length < 2)
    this.#bytes.add(hash, node)
    return node
  }

  /** The object of a str that is no constant yet; `name` when it is to be the interned one. */
  newLiteral(value: string, name: boolean): Node {
    const known = this.#texts.get(value)
    if (name || isLatinCharacter(value)) {
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

function isLatinCharacter(value: string): boolean {
  return value.length === 1 && value.charCodeAt(0) < 256
}

// All of what is short; of what is long both ends, where tables differ, and some of the middle.
function hashOf(bytes: Uint8Array): number {
  const size = bytes.length
  let hash = size
  const ends = size > 64 ? 12 : (size + 1) >> 1
  for (let index = 0; index < ends; index++) {
    hash = Math.imul(hash ^ bytes[index]! ^ (bytes[size - 1 - index]! << 8), 0x01000193)
  }
  if (size > 64) {
    const step = Math.max(1, size >> 6)
    for (let index = ends; index < size; index += step) hash = Math.imul(hash ^ bytes[index]!, 0x01000193)
  }
  return hash ^ (hash >>> 15)
}

/** Whether two byte strings are equal. */
export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index++) {
    if (one[index] !== other[index]) return false
  }
  return true
}
