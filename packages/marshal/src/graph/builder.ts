// Rebuilds, from values alone, the objects that one compile() leaves behind: which of them are one
// object, and how many hold each. That decides every FLAG_REF of a `.pyc`.
//
// What CPython does, and this repeats in the same order:
// - constants, tuples of names, location and exception tables all pass one cache keyed by value;
// - a code object is finished after those inside it; finishing it interns its names, its name-like
//   constants and its qualified name;
// - a frozenset that holds a str interned earlier as another object is made anew for its code object.
import { CodeObject } from '@pellucid/opcode-spec'
import { FrozenSetConstant } from '@pellucid/primitives'
import { faults } from '../errors.ts'
import { MAX_DEPTH } from '../type-codes.ts'
import { DictValue, FrozenSetValue, ListValue, SetValue } from '../values.ts'
import type { MarshalValue } from '../values.ts'
import { identifiersOf, nameConstants, qualnameConstant } from './identifiers.ts'
import type { Node } from './node.ts'
import { processNames } from './process-names.ts'
import { equalBytes, isForeignName, isNameLike, Scalars } from './scalars.ts'

/** Builds the graph of one value. */
export class GraphBuilder {
  readonly #scalars = new Scalars()
  readonly #tuples = new Map<number, Node>()
  readonly #frozensets = new Map<string, Node>()
  readonly #codes = new Map<number, Node>()
  readonly #known = new Map<object, Node>()
  readonly #earlier: ReadonlySet<string>
  #root: CodeObject | undefined
  #identifiers: Set<string> | undefined

  /** `interned`: strs that are interned before the compile, besides builtins' names and identifiers. */
  constructor(interned: Iterable<string> = []) {
    const extra = [...interned]
    this.#earlier = extra.length === 0 ? processNames : new Set([...processNames, ...extra])
  }

  /** How many nodes there are so far. */
  get count(): number {
    return this.#scalars.count
  }

  /** The node of any value. Lists, dicts, sets and tuples outside code objects go by their identity. */
  value(value: MarshalValue, depth = 1): Node {
    if (depth > MAX_DEPTH) throw faults.writeTooDeep()
    const scalar = this.#scalars.of(value)
    if (scalar !== undefined) return scalar
    if (typeof value !== 'object' || value === null) throw faults.unmarshallable()
    const known = this.#known.get(value)
    if (known !== undefined) return known
    if (value instanceof CodeObject) {
      this.#root = value
      this.#identifiers = undefined
      return this.code(value, depth)
    }
    const [kind, parts] = containerOf(value)
    if (kind === 'tuple' && parts.length === 0) return this.#tuple([])
    const node = this.#scalars.make(kind, undefined)
    // A container may hold itself: it is known before its parts are.
    this.#known.set(value, node)
    node.items = parts.map((part) => hold(this.value(part, depth + 1)))
    return node
  }

  /** The node of a code object. */
  code(code: CodeObject, depth: number): Node {
    const qualnameIndex = qualnameConstant(code)
    const qualnameText = code.consts[qualnameIndex]
    const ownQualname = typeof qualnameText === 'string' && !this.#scalars.hasText(qualnameText)
    const constants = this.#constants(code, depth)
    const consts = this.#findTuple(constants) ?? this.#internedConstants(this.#tuple(constants))
    const names = this.#tuple(code.names.map((name) => this.#scalars.name(name)))
    const localsplusnames = this.#tuple(code.localsplusnames.map((name) => this.#scalars.name(name)))
    const filename = this.#scalars.name(code.filename)
    const name = this.#scalars.name(code.name)
    if (ownQualname && qualnameText === code.qualname) this.#internQualname(qualnameText)
    const qualname = this.#scalars.name(code.qualname)
    const linetable = this.#scalars.bytes(code.linetable)
    const exceptiontable = this.#scalars.bytes(code.exceptiontable)
    const shared = [consts, names, localsplusnames, linetable, exceptiontable]
    const { argcount, posonlyargcount, kwonlyargcount, flags, firstlineno, stacksize } = code
    const hash = Math.imul(hashOf(shared) ^ firstlineno, 0x01000193) ^ name.key
    const first = this.#codes.get(hash)
    for (let twin = first; twin !== undefined; twin = twin.next) {
      if (shared.every((node, index) => node === sharedParts(twin)[index]) && equalCode(twin.value as CodeObject, code)) {
        return twin
      }
    }
    for (const node of shared) hold(node)
    const node = this.#scalars.make('code', code)
    node.code = {
      argcount, posonlyargcount, kwonlyargcount, stacksize, flags, firstlineno,
      code: this.#scalars.make('bytes', code.code),
      consts, names, localsplusnames,
      localspluskinds: code.localspluskinds.length === 0
        ? this.#scalars.bytes(code.localspluskinds)
        : this.#scalars.make('bytes', code.localspluskinds),
      filename, name, qualname, linetable, exceptiontable,
    }
    node.next = first
    this.#codes.set(hash, node)
    return node
  }

  #constants(code: CodeObject, depth: number): Node[] {
    let named: Set<number> | undefined
    return code.consts.map((constant, index) => {
      // Only a name outside ASCII tells whether a constant is an identifier's object: others are
      // interned in any case.
      const foreign = mayHoldForeignName(constant) && (named ??= nameConstants(code)).has(index)
      return this.#constant(constant, depth + 2, foreign)
    })
  }

  #constant(constant: MarshalValue, depth: number, fromName: boolean): Node {
    if (depth > MAX_DEPTH) throw faults.writeTooDeep()
    if (typeof constant === 'string') return this.#scalars.text(constant, fromName)
    const scalar = this.#scalars.of(constant)
    if (scalar !== undefined) return scalar
    if (constant instanceof CodeObject) return this.code(constant, depth)
    if (typeof constant !== 'object' || constant === null) throw faults.unmarshallable()
    const known = this.#known.get(constant)
    if (known !== undefined) return known
    const node = this.#composite(constant, depth, fromName)
    this.#known.set(constant, node)
    return node
  }

  #composite(constant: object, depth: number, fromName: boolean): Node {
    const [kind, parts] = containerOf(constant)
    const items = parts.map((part) => this.#constant(part, depth + 1, fromName))
    if (kind === 'tuple') return this.#tuple(items)
    const key = items.map((item) => item.key).sort((one, other) => one - other).join()
    let node = this.#frozensets.get(key)
    if (node === undefined) this.#frozensets.set(key, (node = this.#scalars.make(kind, undefined, items.map(hold))))
    return node
  }

  #findTuple(items: readonly Node[]): Node | undefined {
    let node = this.#tuples.get(hashOf(items))
    while (node !== undefined && !equalKeys(node.items, items)) node = node.next
    return node
  }

  #tuple(items: readonly Node[]): Node {
    const found = this.#findTuple(items)
    if (found !== undefined) return found
    const node = this.#scalars.make('tuple', undefined, items, items.length === 0)
    const hash = hashOf(items)
    node.next = this.#tuples.get(hash)
    this.#tuples.set(hash, node)
    for (const item of items) hold(item)
    return node
  }

  #internedConstants(consts: Node): Node {
    if (!consts.items.some((item) => item.kind === 'frozenset' && this.#holdsEarlierName(item))) return consts
    consts.items = consts.items.map((item) => {
      if (item.kind !== 'frozenset' || !this.#holdsEarlierName(item)) return item
      const renewed = this.#scalars.make('frozenset', undefined, item.items)
      renewed.key = item.key
      return hold(renewed)
    })
    return consts
  }

  #holdsEarlierName(node: Node): boolean {
    if (node.kind === 'tuple' || node.kind === 'frozenset') {
      return node.items.some((item) => this.#holdsEarlierName(item))
    }
    const { value } = node
    return typeof value === 'string' && value.length > 1 && isNameLike(value) && this.#isEarlier(value)
  }

  #internQualname(text: string): void {
    if (!this.#scalars.hasName(text) && !this.#isEarlier(text)) this.#scalars.intern(this.#scalars.text(text, false))
  }

  #isEarlier(text: string): boolean {
    if (this.#earlier.has(text)) return true
    if (this.#root === undefined) return false
    return (this.#identifiers ??= identifiersOf(this.#root)).has(text)
  }
}

function hold(node: Node): Node {
  node.holders++
  return node
}

function hashOf(items: readonly Node[]): number {
  let hash = items.length
  for (const item of items) hash = Math.imul(hash ^ item.key, 0x01000193) ^ (hash >>> 15)
  return hash
}

function equalKeys(one: readonly Node[], other: readonly Node[]): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index++) {
    if (one[index]!.key !== other[index]!.key) return false
  }
  return true
}

function sharedParts({ code }: Node): readonly (Node | undefined)[] {
  return [code?.consts, code?.names, code?.localsplusnames, code?.linetable, code?.exceptiontable]
}

function equalCode(one: CodeObject, other: CodeObject): boolean {
  return one.name === other.name && one.argcount === other.argcount && one.flags === other.flags
    && one.posonlyargcount === other.posonlyargcount && one.kwonlyargcount === other.kwonlyargcount
    && one.firstlineno === other.firstlineno && equalBytes(one.code, other.code)
}

function containerOf(value: object): ['tuple' | 'list' | 'dict' | 'set' | 'frozenset', readonly MarshalValue[]] {
  if (Array.isArray(value)) return ['tuple', value as readonly MarshalValue[]]
  if (value instanceof FrozenSetConstant || value instanceof FrozenSetValue) return ['frozenset', value.items]
  if (value instanceof ListValue) return ['list', value.items]
  if (value instanceof DictValue) return ['dict', value.entries.flat(1) as MarshalValue[]]
  if (value instanceof SetValue) return ['set', value.items]
  throw faults.unmarshallable()
}

function mayHoldForeignName(constant: unknown): boolean {
  if (typeof constant === 'string') return isForeignName(constant)
  return Array.isArray(constant) && (constant as readonly unknown[]).some(mayHoldForeignName)
}
