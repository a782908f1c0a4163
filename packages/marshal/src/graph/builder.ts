// Rebuilds, from values alone, the objects that one compile() leaves behind: which of them are one
// object, and how many hold each. That decides every FLAG_REF of a `.pyc`.
//
// What CPython does, and this repeats in the same order:
// - constants, tuples of names, location and exception tables all pass one cache keyed by value;
// - a code object is finished after those inside it; finishing it interns its names, its name-like
//   constants and its qualified name;
// - a frozenset that holds a str interned earlier as another object is made anew for its code object;
//   it holds what the cache holds, which may be the very identifier.
import { CodeObject } from '@pellucid/opcode-spec'
import { FrozenSetConstant } from '@pellucid/primitives'
import { faults } from '../errors.ts'
import { MAX_DEPTH } from '../type-codes.ts'
import { DictValue, FrozenSetValue, ListValue, SetValue } from '../values.ts'
import type { MarshalValue } from '../values.ts'
import { cachedNamesOf, dottedNamesOf, frozensetTextsOf, identifiersOf, nameConstants, qualnameConstant, stepAt } from './identifiers.ts'
import type { NameStep } from './identifiers.ts'
import type { Node } from './node.ts'
import { NodeTable } from './node-table.ts'
import { processNames } from './process-names.ts'
import { equalBytes, isNameLike, Scalars, spellingOf } from './scalars.ts'

/** A constant that waits for its parts. */
interface Frame {
  /** A tuple, a frozenset or a code object. */
  readonly value: object
  readonly parts: readonly MarshalValue[]
  /** The nodes of the parts before `next`; as long as there are parts, from the first. */
  readonly items: Node[]
  next: number
  /** The frame of what holds the value, where there is one. */
  readonly outer: Frame | undefined
  readonly depth: number
  /** What a code object's frame knows besides. */
  readonly code: CodeFacts | undefined
}

interface CodeFacts {
  readonly code: CodeObject
  /** Whether a class body's constant is the qualified name, so that both are one object. */
  readonly ownsQualname: boolean
  /** The index of a constant that is an identifier in any case, or -1. */
  readonly namedAt: number
  /** Which constants are identifiers, once somebody asked. */
  names: Map<number, NameStep> | undefined
}

/** A tuple of so many parts is faster looked at again than looked up. */
const CHEAP = 16

/** Builds the graph of one value. */
export class GraphBuilder {
  readonly #scalars = new Scalars()
  readonly #tuples = new NodeTable()
  readonly #frozensets = new Map<string, Node>()
  readonly #codes = new NodeTable()
  readonly #known = new Map<object, Node>()
  readonly #earlier: ReadonlySet<string>
  #root: CodeObject | undefined
  #identifiers: Set<string> | undefined
  #dottedNames: Set<string> | undefined
  #cachedNames: Set<string> | undefined
  #textsOfSets: Set<string> | undefined

  /** `interned`: strs that are interned before the compile, besides builtins' names and identifiers. */
  constructor(interned: Iterable<string> = []) {
    const extra = [...interned]
    this.#earlier = extra.length === 0 ? processNames() : new Set([...processNames(), ...extra])
  }

  /** How many nodes there are so far. */
  get count(): number {
    return this.#scalars.count
  }

  /** The node of any value. Lists, dicts, sets and tuples outside code objects go by their identity. */
  value(root: MarshalValue): Node {
    const pending: [node: Node, parts: readonly MarshalValue[]][] = []
    const enter = (value: MarshalValue): Node => {
      const known = this.#scalars.of(value) ?? this.#known.get(value as object)
      if (known !== undefined) return known
      if (value instanceof CodeObject) {
        this.#root = value
        this.#identifiers = undefined
        this.#dottedNames = undefined
        this.#cachedNames = undefined
        this.#textsOfSets = undefined
        return this.#constant(value)
      }
      const [kind, parts] = containerOf(value)
      if (kind === 'tuple' && parts.length === 0) return this.#tuple([])
      const node = this.#scalars.make(kind, undefined)
      // A container may hold itself: it is known before its parts are.
      this.#known.set(value as object, node)
      pending.push([node, parts])
      return node
    }
    const top = enter(root)
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const [node, parts] = next
      node.items = parts.map((part) => hold(enter(part)))
    }
    return top
  }

  /** The node of a constant: its parts first, so that code objects are finished inner before outer. */
  #constant(root: MarshalValue): Node {
    const known = this.#known.get(root as object)
    if (known !== undefined) return known
    for (let frame = this.#open(root, undefined); ;) {
      const waiting = this.#collect(frame)
      if (waiting !== undefined) {
        frame = this.#open(waiting, frame)
        continue
      }
      const node = this.#finish(frame)
      if (frame.code !== undefined || frame.items.length > CHEAP) this.#known.set(frame.value, node)
      if (frame.outer === undefined) return node
      frame = frame.outer
      frame.items[frame.next++] = node
    }
  }

  /** Takes parts that have no parts themselves, up to one that has some and is not known yet. */
  #collect(frame: Frame): MarshalValue | undefined {
    const { parts, items } = frame
    const scalars = this.#scalars
    for (let at = frame.next; at < parts.length; at++) {
      const part = parts[at]!
      let node = typeof part === 'string' ? scalars.literal(part) : scalars.of(part)
      if (node === undefined) {
        if (typeof part === 'string') node = this.#newText(part, frame, at)
        else node = this.#known.get(part as object)
      }
      if (node === undefined) {
        frame.next = at
        return part
      }
      items[at] = node
    }
    return undefined
  }

  // Only a name outside ASCII needs to be asked whether it is an identifier's object: others are interned in
  // any case.
  #newText(text: string, frame: Frame, at: number): Node {
    const spelling = spellingOf(text)
    const fromName = spelling === 'foreign' ? nameStep(frame, at) > 0 : spelling === 'name'
    return this.#scalars.newLiteral(text, fromName || at === frame.code?.namedAt)
  }

  #open(value: MarshalValue, outer: Frame | undefined): Frame {
    const depth = outer === undefined ? 0 : outer.depth + 1
    if (depth > MAX_DEPTH) throw faults.writeTooDeep()
    const code = value instanceof CodeObject ? this.#factsOf(value) : undefined
    const parts = code === undefined ? containerOf(value)[1] : code.code.consts
    return { value: value as object, parts, items: new Array<Node>(parts.length), next: 0, outer, depth, code }
  }

  #finish(frame: Frame): Node {
    if (frame.code !== undefined) return this.#finishCode(frame.code, frame.items)
    return Array.isArray(frame.value) ? this.#tuple(frame.items) : this.#frozenset(frame.items)
  }

  #frozenset(items: readonly Node[]): Node {
    const key = items.map((item) => item.key).sort((one, other) => one - other).join()
    let node = this.#frozensets.get(key)
    if (node === undefined) this.#frozensets.set(key, (node = this.#scalars.make('frozenset', undefined, items.map(hold))))
    return node
  }

  #factsOf(code: CodeObject): CodeFacts {
    const qualnameAt = qualnameConstant(code)
    const { qualname } = code
    const ownsQualname = qualnameAt >= 0 && code.consts[qualnameAt] === qualname
      && this.#scalars.literal(qualname) === undefined
    // Without a dot a class's qualified name is its name.
    const namedAt = ownsQualname && !qualname.includes('.') ? qualnameAt : -1
    const facts: CodeFacts = { code, ownsQualname, namedAt, names: undefined }
    if (holdForeignName(code.consts)) this.#meetKeys(code, namesOf(facts))
    return facts
  }

  /** Folded annotations stand behind the function's code, but their keys were constants before it. */
  #meetKeys(code: CodeObject, named: ReadonlyMap<number, NameStep>): void {
    for (const [index, step] of named) {
      const constant = code.consts[index]
      if (step !== 2 || !Array.isArray(constant)) continue
      constant.forEach((item: unknown, at) => {
        if (typeof item === 'string') this.#scalars.text(item, at % 2 === 0)
      })
    }
  }

  #finishCode({ code, ownsQualname }: CodeFacts, constants: readonly Node[]): Node {
    const scalars = this.#scalars
    const hashed = hashOf(constants)
    const consts = this.#findTuple(constants, hashed) ?? this.#internedConstants(this.#newTuple(constants, hashed))
    const names = this.#names(code.names)
    const localsplusnames = this.#names(code.localsplusnames)
    const filename = scalars.name(code.filename)
    const name = scalars.name(code.name)
    if (ownsQualname) this.#internQualname(code.qualname)
    const qualname = scalars.name(code.qualname)
    const linetable = scalars.bytes(code.linetable)
    const exceptiontable = scalars.bytes(code.exceptiontable)
    const hash = Math.imul(consts.key ^ Math.imul(names.key ^ code.firstlineno, 0x01000193) ^ linetable.key, 0x01000193)
      ^ name.key
    for (let twin = this.#codes.first(hash); twin !== undefined; twin = this.#codes.after(twin)) {
      const other = twin.code
      const same = other?.consts === consts && other.names === names && other.localsplusnames === localsplusnames
        && other.linetable === linetable && other.exceptiontable === exceptiontable
      if (same && equalCode(twin.value as CodeObject, code)) return twin
    }
    consts.holders++
    names.holders++
    localsplusnames.holders++
    linetable.holders++
    exceptiontable.holders++
    const node = scalars.make('code', code)
    this.#codes.add(hash, node)
    const { argcount, posonlyargcount, kwonlyargcount, flags, firstlineno, stacksize, localspluskinds } = code
    node.code = {
      argcount, posonlyargcount, kwonlyargcount, stacksize, flags, firstlineno,
      code: scalars.make('bytes', code.code),
      consts, names, localsplusnames,
      localspluskinds: localspluskinds.length === 0 ? scalars.bytes(localspluskinds) : scalars.make('bytes', localspluskinds),
      filename, name, qualname, linetable, exceptiontable,
    }
    return node
  }

  #names(names: readonly string[]): Node {
    const items = names.map((name) => this.#scalars.name(name))
    const tuple = this.#tuple(items)
    // A constant that equals the names is one tuple with them, and names are interned where they stand.
    if (tuple.items !== items && !sameItems(tuple.items, items)) {
      for (const item of tuple.items) item.holders--
      tuple.items = items.map(hold)
    }
    return tuple
  }

  #findTuple(items: readonly Node[], hash: number): Node | undefined {
    let node = this.#tuples.first(hash)
    while (node !== undefined && !equalKeys(node.items, items)) node = this.#tuples.after(node)
    return node
  }

  #newTuple(items: readonly Node[], hash: number): Node {
    const node = this.#scalars.make('tuple', undefined, items, items.length === 0)
    this.#tuples.add(hash, node)
    for (const item of items) hold(item)
    return node
  }

  #tuple(items: readonly Node[]): Node {
    const hash = hashOf(items)
    return this.#findTuple(items, hash) ?? this.#newTuple(items, hash)
  }

  #internedConstants(consts: Node): Node {
    if (this.#frozensets.size === 0) return consts
    if (!consts.items.some((item) => item.kind === 'frozenset' && this.#holdsEarlierName(item))) return consts
    consts.items = consts.items.map((item) => {
      if (item.kind !== 'frozenset' || !this.#holdsEarlierName(item)) return item
      const renewed = this.#scalars.make('frozenset', undefined, item.items)
      renewed.key = item.key
      return hold(renewed)
    })
    return consts
  }

  #holdsEarlierName(frozenset: Node): boolean {
    const pending = new Set([frozenset])
    for (const { value, items } of pending) {
      const isName = typeof value === 'string' && value.length > 1 && isNameLike(value)
      if (isName && this.#isEarlier(value) && !this.#isCachedName(value)) return true
      for (const item of items) pending.add(item)
    }
    return false
  }

  #internQualname(text: string): void {
    if (this.#scalars.hasName(text)) return
    // Without a dot it is the class's name, hence an identifier.
    const earlier = !text.includes('.') || this.#earlier.has(text) || this.#dotted().has(text)
    if (!earlier) this.#scalars.intern(this.#scalars.text(text, false))
  }

  // Most files with nested classes import no dotted module: their other names need not be gathered.
  #dotted(): Set<string> {
    return (this.#dottedNames ??= this.#root === undefined ? new Set() : dottedNamesOf(this.#root))
  }

  #isCachedName(text: string): boolean {
    if (this.#root === undefined) return false
    return (this.#cachedNames ??= cachedNamesOf(this.#root, this.#setTexts())).has(text)
  }

  #isEarlier(text: string): boolean {
    if (this.#earlier.has(text)) return true
    if (this.#root === undefined) return false
    return (this.#identifiers ??= identifiersOf(this.#root, this.#setTexts())).has(text)
  }

  // Only strs in frozensets are asked about.
  #setTexts(): Set<string> {
    return (this.#textsOfSets ??= this.#root === undefined ? new Set() : frozensetTextsOf(this.#root))
  }
}

function hold(node: Node): Node {
  node.holders++
  return node
}

function hashOf(items: readonly Node[]): number {
  let hash = items.length
  for (const item of items) hash = Math.imul(hash ^ item.key, 0x01000193) ^ (hash >>> 15)
  return hash ^ (hash >>> 13)
}

function sameItems(one: readonly Node[], other: readonly Node[]): boolean {
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false
  return true
}

function equalKeys(one: readonly Node[], other: readonly Node[]): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index++) {
    if (one[index]!.key !== other[index]!.key) return false
  }
  return true
}

function equalCode(one: CodeObject, other: CodeObject): boolean {
  return one.name === other.name && one.argcount === other.argcount && one.flags === other.flags
    && one.posonlyargcount === other.posonlyargcount && one.kwonlyargcount === other.kwonlyargcount
    && one.firstlineno === other.firstlineno && equalBytes(one.code, other.code)
}

type ContainerKind = 'tuple' | 'list' | 'dict' | 'set' | 'frozenset'

function containerOf(value: unknown): [ContainerKind, readonly MarshalValue[]] {
  if (Array.isArray(value)) return ['tuple', value as readonly MarshalValue[]]
  if (value instanceof FrozenSetConstant || value instanceof FrozenSetValue) return ['frozenset', value.items]
  if (value instanceof ListValue) return ['list', value.items]
  if (value instanceof DictValue) return ['dict', value.entries.flat(1) as MarshalValue[]]
  if (value instanceof SetValue) return ['set', value.items]
  throw faults.unmarshallable()
}

/** Whether a tuple among constants has a name outside ASCII. */
function holdForeignName(constants: readonly unknown[]): boolean {
  for (const constant of constants) {
    if (!Array.isArray(constant)) continue
    for (const item of constant as readonly unknown[]) {
      if (typeof item === 'string' && spellingOf(item) === 'foreign') return true
    }
  }
  return false
}

/** What of a frame's part is an identifier. */
function nameStep({ outer, code }: Frame, at: number): NameStep {
  if (code !== undefined) return namesOf(code).get(at) ?? 0
  return outer === undefined ? 0 : stepAt(nameStep(outer, outer.next), at)
}

function namesOf(facts: CodeFacts): Map<number, NameStep> {
  return (facts.names ??= nameConstants(facts.code))
}
