// A value with the identity CPython's object would have.
//
// JavaScript strings, numbers and data structures carry no such identity, so it is computed from
// values: the builder makes one node for all that CPython would have made one object.
import type { CodeParts } from '../factory.ts'
import type { Kind } from '../inspector.ts'

/** One object. */
export class Node {
  readonly kind: Kind
  /** What kinds without parts stand for. */
  readonly value: unknown
  /** Parts of a tuple, list, set, frozenset; keys and values of a dict in turn. */
  items: readonly Node[]
  code: CodeParts<Node> | undefined
  /** How many places of live objects hold it. */
  holders = 0
  /** Shared whatever the count: immortal, or an interned str. */
  immortal: boolean
  interned = false
  /** Number among the nodes of its graph. */
  readonly id: number
  /** The same for nodes whose values a compiler's constant cache takes for equal. */
  key: number
  /** What its table finds it by, and the next node of the same bucket. */
  hash = 0
  next: Node | undefined = undefined
  /** The object that constants of this str are. */
  literal: Node | undefined = undefined

  constructor(kind: Kind, id: number, value: unknown, items: readonly Node[] = noItems, immortal = false) {
    this.kind = kind
    this.id = id
    this.key = id
    this.value = value
    this.items = items
    this.immortal = immortal
    this.code = undefined
  }
}

const noItems: readonly Node[] = []
