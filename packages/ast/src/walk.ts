// A walk over the tree in source order, without recursion and without garbage: the frames of the
// path are reused, so any depth is fine and a visit costs a call.
import { childFields } from './fields.generated.ts'
import { isNode, open } from './node-access.ts'
import type { Node, NodeType } from './nodes.generated.ts'

/** A visit's answer: nothing, not to look below, to end the walk, a node instead, or null to remove it. */
export type WalkAnswer = void | undefined | 'skip' | 'stop' | Node | null

/** Called with the node and its place: `parent[key]` or, if index ≥ 0, `parent[key][index]`. */
export type WalkVisit = (node: Node, parent: Node | null, key: string, index: number) => WalkAnswer

/** The visits before and after a node's children. */
export interface WalkVisitor {
  enter?: WalkVisit
  leave?: WalkVisit
}

interface Slot {
  readonly first: string
  /** A second list whose items stand between the first's. */
  readonly second: string | undefined
}

const slots: { [Type in NodeType]?: readonly Slot[] } = {}

/** Made for a type when it is first met. */
const slotsOf = (type: NodeType): readonly Slot[] =>
  (slots[type] ??= childFields[type].map((names: string): Slot => {
    const [first = '', second] = names.split('&')
    return { first, second }
  }))

interface ItemPlace {
  readonly key: string
  readonly index: number
  /** Whether the lists end before it. */
  readonly past: boolean
}

class Frame {
  node: Node
  parent: Node | null = null
  key = ''
  index = -1
  slot = 0
  item = 0
  constructor(node: Node) {
    this.node = node
  }
}

class Walk {
  readonly #enter: WalkVisit | undefined
  readonly #leave: WalkVisit | undefined
  readonly #path: Frame[] = []
  #top = -1
  #stopped = false
  root: Node | null

  constructor(root: Node, visitor: WalkVisitor) {
    this.root = root
    this.#enter = visitor.enter
    this.#leave = visitor.leave
  }

  run(): void {
    if (this.root !== null) this.#begin(this.root, null, '', -1)
    while (this.#top >= 0 && !this.#stopped) this.#advance(this.#path[this.#top] as Frame)
  }

  #begin(node: Node, parent: Node | null, key: string, index: number): void {
    const answer = this.#enter?.(node, parent, key, index)
    let below = node
    if (answer !== undefined) {
      if (answer === 'skip') return
      if (answer === 'stop') {
        this.#stopped = true
        return
      }
      this.#replace(answer, parent, key, index)
      if (answer === null) return
      below = answer
    }
    const frame = (this.#path[++this.#top] ??= new Frame(below))
    frame.node = below
    frame.parent = parent
    frame.key = key
    frame.index = index
    frame.slot = 0
    frame.item = 0
  }

  #advance(frame: Frame): void {
    const slot = slotsOf(frame.node.nodeType)[frame.slot]
    if (slot === undefined) {
      this.#end(frame)
      return
    }
    const value = open(frame.node)[slot.first]
    if (!Array.isArray(value)) {
      frame.slot++
      if (isNode(value)) this.#begin(value, frame.node, slot.first, -1)
      return
    }
    const { key, index, past } = this.#itemOf(frame, slot, value)
    if (past) {
      frame.slot++
      frame.item = 0
      return
    }
    frame.item++
    const item: unknown = (open(frame.node)[key] as unknown[])[index]
    if (isNode(item)) this.#begin(item, frame.node, key, index)
  }

  #itemOf(frame: Frame, slot: Slot, first: readonly unknown[]): ItemPlace {
    if (slot.second === undefined) {
      return { key: slot.first, index: frame.item, past: frame.item >= first.length }
    }
    const second = open(frame.node)[slot.second]
    const length = Math.max(first.length, Array.isArray(second) ? second.length : 0)
    const even = frame.item % 2 === 0 || !Array.isArray(second)
    return { key: even ? slot.first : slot.second, index: frame.item >> 1, past: frame.item >= 2 * length }
  }

  #end(frame: Frame): void {
    this.#top--
    const answer = this.#leave?.(frame.node, frame.parent, frame.key, frame.index)
    if (answer === undefined || answer === 'skip') return
    if (answer === 'stop') this.#stopped = true
    else this.#replace(answer, frame.parent, frame.key, frame.index)
  }

  #replace(node: Node | null, parent: Node | null, key: string, index: number): void {
    if (parent === null) {
      this.root = node
      return
    }
    const record = open(parent) as Record<string, unknown>
    if (index < 0) {
      record[key] = node
      return
    }
    const list = record[key] as (Node | null)[]
    const paired = slotsOf(parent.nodeType).some(
      slot => slot.second !== undefined && (slot.first === key || slot.second === key),
    )
    if (node !== null || paired) {
      list[index] = node
    } else {
      list.splice(index, 1)
      const frame = this.#path[this.#top] as Frame
      frame.item--
    }
  }
}

/**
 * Visits every node in source order and answers the root, or what replaced it.
 * Removing an item of two lists that alternate (the keys and values of a Dict) leaves null in its place.
 * @example
 * const names: string[] = []
 * walk(parse('a + b'), { enter: node => void (node.nodeType === 'Name' && names.push(node.id)) })
 * names // ['a', 'b']
 */
export function walk(root: Node, visitor: WalkVisitor | WalkVisit): Node | null {
  const walk = new Walk(root, typeof visitor === 'function' ? { enter: visitor } : visitor)
  walk.run()
  return walk.root
}
