// Reads an ASDL module (Zephyr ASDL, as CPython writes it) with our two additions:
// `--: text` is the example of the node before it, `@order …` on the same line its source order.

export type Quantity = 'one' | 'optional' | 'many' | 'many-optional'

export interface Field {
  readonly type: string
  readonly quantity: Quantity
  readonly name: string
}

export interface NodeSpec {
  readonly name: string
  readonly fields: readonly Field[]
  readonly example: string | undefined
  /** Names of fields in source order; two names where the items of two sequences alternate. */
  readonly order: readonly (readonly string[])[] | undefined
}

export interface TypeSpec {
  readonly name: string
  /** A product is its only node. */
  readonly product: boolean
  readonly nodes: readonly NodeSpec[]
  readonly attributes: readonly Field[]
}

export interface Model {
  readonly name: string
  readonly types: readonly TypeSpec[]
}

interface MutableNode {
  name: string
  fields: Field[]
  example: string | undefined
  order: string[][] | undefined
}

interface Token {
  readonly kind: 'word' | 'mark' | 'example'
  readonly text: string
  readonly line: number
}

function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  text.split('\n').forEach((source, index) => {
    const comment = source.indexOf('--')
    const code = comment < 0 ? source : source.slice(0, comment)
    for (const [word] of code.matchAll(/\w+|[^\s\w]/g)) {
      tokens.push({ kind: /^\w/.test(word) ? 'word' : 'mark', text: word, line: index + 1 })
    }
    if (comment >= 0 && source.startsWith('--:', comment)) {
      tokens.push({ kind: 'example', text: source.slice(comment + 3).trim(), line: index + 1 })
    }
  })
  return tokens
}

class Reader {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(text: string) {
    this.#tokens = readTokens(text)
  }

  peek(): string | undefined {
    const token = this.#tokens[this.#at]
    return token?.kind === 'example' ? undefined : token?.text
  }

  take(): string {
    const token = this.#tokens[this.#at]
    if (token === undefined || token.kind === 'example') throw this.#error('a word or a mark')
    this.#at++
    return token.text
  }

  expect(text: string): void {
    if (this.take() !== text) {
      this.#at--
      throw this.#error(`'${text}'`)
    }
  }

  accept(text: string): boolean {
    if (this.peek() !== text) return false
    this.#at++
    return true
  }

  takeExample(): string | undefined {
    const token = this.#tokens[this.#at]
    if (token?.kind !== 'example') return undefined
    this.#at++
    return token.text
  }

  #error(wanted: string): Error {
    const token = this.#tokens[this.#at]
    return new Error(`line ${token?.line ?? 'last'}: expected ${wanted}, found ${token?.text ?? 'the end'}`)
  }
}

function readFields(reader: Reader): Field[] {
  const fields: Field[] = []
  reader.expect('(')
  while (!reader.accept(')')) {
    const type = reader.take()
    const optional = reader.accept('?')
    const many = reader.accept('*')
    const quantity = many ? (optional ? 'many-optional' : 'many') : optional ? 'optional' : 'one'
    fields.push({ type, quantity, name: reader.take() })
    reader.accept(',')
  }
  return fields
}

function readExample(reader: Reader, node: MutableNode): void {
  const text = reader.takeExample()
  if (text === undefined) return
  const [example, order] = text.split('@order')
  node.example = example?.trim()
  node.order = order?.trim().split(/\s+/).map(item => item.split('&'))
  for (const name of node.order?.flat() ?? []) {
    if (!node.fields.some(field => field.name === name)) throw new Error(`${node.name}: @order names ${name}`)
  }
}

function readType(reader: Reader): TypeSpec {
  const name = reader.take()
  const nodes: MutableNode[] = []
  reader.expect('=')
  const product = reader.peek() === '('
  do {
    const nodeName = product ? name : reader.take()
    const fields = reader.peek() === '(' ? readFields(reader) : []
    const node: MutableNode = { name: nodeName, fields, example: undefined, order: undefined }
    readExample(reader, node)
    nodes.push(node)
  } while (reader.accept('|'))
  const attributes = reader.accept('attributes') ? readFields(reader) : []
  return { name, product, nodes, attributes }
}

/** Parses the text of an ASDL file. */
export function readAsdl(text: string): Model {
  const reader = new Reader(text)
  reader.expect('module')
  const name = reader.take()
  reader.expect('{')
  const types: TypeSpec[] = []
  while (!reader.accept('}')) types.push(readType(reader))
  return { name, types }
}
