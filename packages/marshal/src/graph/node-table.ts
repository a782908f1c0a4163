// Nodes found by a hash of what they stand for: a chain a bucket, twice as many buckets as the nodes need.
import type { Node } from './node.ts'

/** A hash table of nodes; whoever asks compares what has the same hash. */
export class NodeTable {
  #heads: (Node | undefined)[] = newHeads(256)
  #count = 0

  /** The newest node with a hash. */
  first(hash: number): Node | undefined {
    return sameHash(this.#heads[hash & (this.#heads.length - 1)], hash)
  }

  /** The next older node with a node's hash. */
  after(node: Node): Node | undefined {
    return sameHash(node.next, node.hash)
  }

  add(hash: number, node: Node): void {
    if (++this.#count > this.#heads.length) this.#grow()
    node.hash = hash
    this.#link(node)
  }

  #link(node: Node): void {
    const at = node.hash & (this.#heads.length - 1)
    node.next = this.#heads[at]
    this.#heads[at] = node
  }

  #grow(): void {
    const heads = this.#heads
    this.#heads = newHeads(heads.length * 4)
    for (let node of heads) {
      while (node !== undefined) {
        const { next }: Node = node
        this.#link(node)
        node = next
      }
    }
  }
}

function newHeads(size: number): (Node | undefined)[] {
  return new Array<Node | undefined>(size).fill(undefined)
}

function sameHash(node: Node | undefined, hash: number): Node | undefined {
  while (node !== undefined && node.hash !== hash) node = node.next
  return node
}
