// The text under construction, and the dispatch from a node to its writer.
//
// `depth` counts the Python frames ast.unparse would have open: three a node (traverse, visit,
// visit_X), one more where its code goes through another function of its own.
import type { Node, NodeType, stmt } from '../nodes.generated.ts'
import { recursionError, recursionLimit } from '../recursion.ts'
import { precedence } from './precedence.ts'

/** Writes one kind of node; the last argument is the precedence its place asks for. */
export type NodeWriter<N> = (out: Output, node: N, place: number) => void

export type WriterTable = { readonly [T in NodeType]?: NodeWriter<never> }

const framesOfNode = 3
const framesOfLeaf = 1
const framesOfParens = 6

export class Output {
  text = ''
  inTryStar = false
  /** Lines with `# type: ignore[…]`, and the text after `# type: `. */
  typeIgnores: ReadonlyMap<number, string> = new Map()
  #indent = ''
  #depth: number
  readonly #writers: WriterTable

  constructor(writers: WriterTable, depth: number) {
    this.#writers = writers
    this.#depth = depth
  }

  /** Starts a line. */
  fill(text: string): void {
    this.newline()
    this.text += this.#indent + text
  }

  newline(): void {
    if (this.text !== '') this.text += '\n'
  }

  /** Writes a node where an expression of the given precedence may stand unparenthesised. */
  visit(node: Node, place: number = precedence.TEST, frames = 0): void {
    const writer = this.#writers[node.nodeType] as NodeWriter<Node> | undefined
    if (writer === undefined) return
    const outer = this.#depth
    this.#depth = outer + framesOfNode + frames
    if (this.#depth + framesOfLeaf > recursionLimit + 1) throw recursionError()
    writer(this, node, place)
    this.#depth = outer
  }

  /** Writes nodes with commas between. */
  list(nodes: readonly Node[]): void {
    for (let index = 0; index < nodes.length; index++) {
      if (index > 0) this.text += ', '
      this.visit(nodes[index] as Node, precedence.TEST, 1)
    }
  }

  /** The same, with the comma that makes a single item a tuple. */
  items(nodes: readonly Node[]): void {
    this.list(nodes)
    if (nodes.length === 1) this.text += ','
  }

  /** Calls the body between parentheses if the place binds tighter than the node. */
  parenthesised(place: number, level: number, body: () => void): void {
    if (place <= level) return body()
    if (this.#depth + framesOfParens > recursionLimit + 1) throw recursionError()
    this.text += '('
    body()
    this.text += ')'
  }

  /** A colon and the indented statements; `frames` for what stands between the node and them. */
  block(body: readonly stmt[], frames = 1, comment = ''): void {
    this.text += ':' + comment
    this.indented(() => {
      for (const statement of body) this.visit(statement, precedence.TEST, frames)
    })
  }

  indented(body: () => void): void {
    const outer = this.#indent
    this.#indent += '    '
    body()
    this.#indent = outer
  }

  /** The text of a node by itself, as if unparsed anew. */
  apart(node: Node, place: number, frames: number): string {
    const inner = new Output(this.#writers, this.#depth + frames)
    inner.visit(node, place)
    return inner.text
  }

  /** What the body writes, taken out of the text. */
  captured(body: () => void): string {
    const outer = this.text
    this.text = ''
    body()
    const text = this.text
    this.text = outer
    return text
  }
}
