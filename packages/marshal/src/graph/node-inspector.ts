// Shows nodes to the writer. Numbers are kept by node id, plus one: in an array for a whole graph, in a map
// for the few nodes of a set's element.
import type { TextConstant } from '@pellucid/primitives'
import type { CodeParts } from '../factory.ts'
import { SHARED, UNSHARED } from '../inspector.ts'
import type { Inspector, Kind } from '../inspector.ts'
import type { Node } from './node.ts'

/** The inspector of nodes. */
export class NodeInspector implements Inspector<Node> {
  readonly #all: Int32Array | undefined
  readonly #few: Map<number, number> | undefined

  /** `count`: how many nodes the graph has. */
  constructor(count?: number) {
    this.#all = count === undefined ? undefined : new Int32Array(count)
    this.#few = count === undefined ? new Map() : undefined
  }

  kind(node: Node): Kind {
    return node.kind
  }

  reference(node: Node): number {
    const number = this.#all === undefined ? this.#few?.get(node.id) : this.#all[node.id]
    if (number) return number - 1
    return node.immortal || node.holders > 1 ? SHARED : UNSHARED
  }

  remember(node: Node, index: number): void {
    if (this.#all === undefined) this.#few?.set(node.id, index + 1)
    else this.#all[node.id] = index + 1
  }

  int(node: Node): number | bigint {
    return node.value as number | bigint
  }

  float(node: Node): number {
    return node.value as number
  }

  complex(node: Node): { readonly real: number; readonly imag: number } {
    return node.value as { readonly real: number; readonly imag: number }
  }

  text(node: Node): TextConstant {
    return node.value as TextConstant
  }

  interned(node: Node): boolean {
    return node.interned
  }

  bytes(node: Node): Uint8Array {
    return node.value as Uint8Array
  }

  items(node: Node): readonly Node[] {
    return node.items
  }

  *entries(node: Node): Generator<readonly [Node, Node], void> {
    const { items } = node
    for (let index = 0; index + 1 < items.length; index += 2) yield [items[index]!, items[index + 1]!]
  }

  code(node: Node): CodeParts<Node> {
    if (node.code === undefined) throw new Error('a code node without parts')
    return node.code
  }

  fresh(): NodeInspector {
    return new NodeInspector()
  }
}
