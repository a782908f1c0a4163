// The nodes of an image by number. Those of a unit are parsed when the first of them is asked for.
import type { Entries, Image, Node, Unit } from './format.ts'
import { textAt } from './packed.ts'

export class Nodes {
  readonly #image: Image
  readonly #bytes: Uint8Array
  readonly #units: (readonly Node[] | undefined)[] = []

  constructor(image: Image, bytes: Uint8Array) {
    this.#image = image
    this.#bytes = bytes
  }

  at(number: number): Node {
    const { nodes, units } = this.#image
    if (number < nodes.length) return nodes[number] as Node
    let low = 0
    for (let high = units.length - 1; low < high; ) {
      const middle = (low + high + 1) >> 1
      if ((units[middle] as Unit)[0] <= number) low = middle
      else high = middle - 1
    }
    const unit = units[low] as Unit
    const parsed = (this.#units[low] ??= JSON.parse(textAt(this.#bytes, [unit[1], unit[2]])) as Node[])
    return parsed[number - unit[0]] as Node
  }

  /** What fills a namespace. */
  entries(number: number): Entries {
    return this.at(number)[1] as Entries
  }
}
