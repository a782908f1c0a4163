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
import { cachedNamesOf, dottedNamesOf, identifiersOf, nameConstants, qualnameConstant, stepAt } from './identifiers.ts'
import type { NameStep } from './identifiers.ts'
import type { Node } from './node.ts'
import { processNames } from './process-names.ts'
import { equalBytes, isForeignName, isNameLike, Scalars } from './scalars.ts'

/** A constant that waits for its parts. */
interface Frame {
  readonly value: object
  readonly parts: readonly MarshalValue[]
  /** The nodes of the parts so far. */
  readonly items: Node[]
  /** What of a part is an identifier of the source. */
  readonly step: (at: number) => NameStep
  readonly finish: () => Node
}

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
  #dottedNames: Set<string> | undefined
  #cachedNames: Set<string> | undefined

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
        return this.#constant(value, 0)
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
  #constant(root: MarshalValue, step: NameStep): Node {
    const frames: Frame[] = []
    let node = this.#known.get(root as object)
    if (node !== undefined) return node
    this.#open(root, step, frames)
    for (let frame = frames[0]; frame !== undefined; frame = frames[frames.length - 1]) {
      const { parts, items } = frame
      const at = items.length
      if (at < parts.length) {
        const part = parts[at]!
        node = this.#leaf(part, frame, at)
        if (node === undefined) this.#open(part, frame.step(at), frames)
        else items.push(node)
        continue
      }
      frames.pop()
      node = frame.finish()
      this.#known.set(frame.value, node)
      frames[frames.length - 1]?.items.push(node)
    }
    if (node === undefined) throw faults.unmarshallable()
    return node
  }

  #leaf(part: MarshalValue, frame: Frame, at: number): Node | undefined {
    if (typeof part === 'string') {
      return this.#scalars.literal(part) ?? this.#scalars.text(part, frame.step(at) > 0)
    }
    return this.#scalars.of(part) ?? this.#known.get(part as object)
  }

  #open(constant: MarshalValue, step: NameStep, frames: Frame[]): void {
    if (frames.length > MAX_DEPTH) throw faults.writeTooDeep()
    if (constant instanceof CodeObject) frames.push(this.#codeFrame(constant))
    else frames.push(this.#compositeFrame(constant, step))
  }

  #compositeFrame(constant: MarshalValue, step: NameStep): Frame {
    const [kind, parts] = containerOf(constant)
    const items: Node[] = []
    const finish = (): Node => {
      if (kind === 'tuple') return this.#tuple(items)
      const key = items.map((item) => item.key).sort((one, other) => one - other).join()
      const found = this.#frozensets.get(key)
      if (found !== undefined) return found
      const node = this.#scalars.make(kind, undefined, items.map(hold))
      this.#frozensets.set(key, node)
      return node
    }
    return { value: constant as object, parts, items, step: (at) => stepAt(step, at), finish }
  }

  #codeFrame(code: CodeObject): Frame {
    const items: Node[] = []
    const qualnameAt = qualnameConstant(code)
    const qualname = code.consts[qualnameAt]
    const ownsQualname = qualname === code.qualname && this.#scalars.literal(qualname) === undefined
    // Without a dot a class's qualified name is its name.
    const namedAt = ownsQualname && !qualname.includes('.') ? qualnameAt : -1
    let named: Map<number, NameStep> | undefined
    if (code.consts.some((constant) => Array.isArray(constant) && mayHoldForeignName(constant))) {
      named = nameConstants(code)
      this.#meetKeys(code, named)
    }
    return {
      value: code,
      parts: code.consts,
      items,
      // Only a name outside ASCII tells whether a constant is an identifier's object: others are
      // interned in any case.
      step: (at) => {
        if (at === namedAt) return 1
        return mayHoldForeignName(code.consts[at]) ? ((named ??= nameConstants(code)).get(at) ?? 0) : 0
      },
      finish: () => this.#finishCode(code, items, ownsQualname),
    }
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

  #finishCode(code: CodeObject, constants: readonly Node[], ownsQualname: boolean): Node {
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
    const { argcount, posonlyargcount, kwonlyargcount, flags, firstlineno, stacksize } = code
    const hash = Math.imul(consts.key ^ Math.imul(names.key ^ firstlineno, 0x01000193) ^ linetable.key, 0x01000193)
      ^ name.key
    const first = this.#codes.get(hash)
    for (let twin = first; twin !== undefined; twin = twin.next) {
      const other = twin.code
      const same = other?.consts === consts && other.names === names && other.localsplusnames === localsplusnames
        && other.linetable === linetable && other.exceptiontable === exceptiontable
      if (same && equalCode(twin.value as CodeObject, code)) return twin
    }
    hold(consts)
    hold(names)
    hold(localsplusnames)
    hold(linetable)
    hold(exceptiontable)
    const node = scalars.make('code', code)
    node.next = first
    this.#codes.set(hash, node)
    node.code = {
      argcount, posonlyargcount, kwonlyargcount, stacksize, flags, firstlineno,
      code: scalars.make('bytes', code.code),
      consts, names, localsplusnames,
      localspluskinds: code.localspluskinds.length === 0
        ? scalars.bytes(code.localspluskinds)
        : scalars.make('bytes', code.localspluskinds),
      filename, name, qualname, linetable, exceptiontable,
    }
    return node
  }

  #names(names: readonly string[]): Node {
    const scalars = this.#scalars
    const items: Node[] = []
    for (let index = 0; index < names.length; index++) items.push(scalars.name(names[index]!))
    const tuple = this.#tuple(items)
    // A constant that equals the names is one tuple with them, and names are interned where they stand.
    if (tuple.items !== items && tuple.items.some((item, at) => item !== items[at])) {
      for (const item of tuple.items) item.holders--
      tuple.items = items.map(hold)
    }
    return tuple
  }

  #findTuple(items: readonly Node[], hash: number): Node | undefined {
    let node = this.#tuples.get(hash)
    while (node !== undefined && !equalKeys(node.items, items)) node = node.next
    return node
  }

  #newTuple(items: readonly Node[], hash: number): Node {
    const node = this.#scalars.make('tuple', undefined, items, items.length === 0)
    node.next = this.#tuples.get(hash)
    this.#tuples.set(hash, node)
    for (const item of items) hold(item)
    return node
  }

  #tuple(items: readonly Node[]): Node {
    const hash = hashOf(items)
    return this.#findTuple(items, hash) ?? this.#newTuple(items, hash)
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
    return (this.#cachedNames ??= cachedNamesOf(this.#root)).has(text)
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

function mayHoldForeignName(constant: unknown): boolean {
  if (typeof constant === 'string') return isForeignName(constant)
  if (!Array.isArray(constant)) return false
  return (constant as readonly unknown[]).some((item) => typeof item === 'string' && isForeignName(item))
}
