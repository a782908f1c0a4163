// The tree as JSON and back.
//
// A node is an object of its nodeType, fields and attributes, as in memory. Constants that JSON lacks:
//   {"int": "1267650600228229401496703205376"}   {"float": "1.5"}   {"complex": ["0.0", "1.0"]}
//   {"bytes": "6869"} (hexadecimal)   {"text": [55296]} (code points)   {"ellipsis": true}
//   {"tuple": […]}   {"frozenset": […]}
import { Complex, Ellipsis, Float, FrozenSetConstant, reprFloat, WideText } from '@pellucid/primitives'
import type { Constant } from '@pellucid/primitives'
import { PyCompileError } from '@pellucid/source'
import { attributes, locatedTypes, typeOfNode } from './fields.generated.ts'
import { factories } from './factories.generated.ts'
import { fieldsOf, fieldTypesOf, isNode, isNodeType, open } from './node-access.ts'
import type { Node } from './nodes.generated.ts'
import { recursionError } from './recursion.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

// JSON of such depth could not be written or read.
const nestingLimit = 1000

/** A constant as JSON. */
export function constantToJson(value: Constant, depth = 0): Json {
  if (depth > nestingLimit) throw recursionError()
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return { int: String(value) }
  if (value instanceof Float) return { float: reprFloat(value.value) }
  if (value instanceof Complex) return { complex: [reprFloat(value.real), reprFloat(value.imag)] }
  if (value instanceof Uint8Array) {
    return { bytes: Array.from(value, byte => byte.toString(16).padStart(2, '0')).join('') }
  }
  if (value instanceof WideText) return { text: value.codePoints }
  if (value === Ellipsis) return { ellipsis: true }
  const inner = (item: Constant): Json => constantToJson(item, depth + 1)
  if (value instanceof FrozenSetConstant) return { frozenset: value.items.map(inner) }
  return { tuple: (value as readonly Constant[]).map(inner) }
}

const malformed = (what: string): PyCompileError =>
  new PyCompileError('ValueError', `not the JSON of ${what}`)

function readFloat(text: Json | undefined): number {
  if (typeof text !== 'string') throw malformed('a float')
  return Number(text.replace('inf', 'Infinity'))
}

/** The constant that `constantToJson` wrote. */
export function constantFromJson(json: Json, depth = 0): Constant {
  if (depth > nestingLimit) throw recursionError()
  if (json === null || typeof json !== 'object') return json
  const record = json as { readonly [key: string]: Json }
  const { int, float, complex, bytes, text, tuple, frozenset } = record
  if (typeof int === 'string' && /^-?\d+$/.test(int)) {
    const value = BigInt(int)
    return Number.isSafeInteger(Number(value)) ? Number(value) : value
  }
  if (float !== undefined) return new Float(readFloat(float))
  if (Array.isArray(complex)) return new Complex(readFloat(complex[0]), readFloat(complex[1]))
  if (typeof bytes === 'string') {
    return Uint8Array.from(bytes.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
  }
  if (Array.isArray(text)) return new WideText(text.map(Number))
  const inner = (item: unknown): Constant => constantFromJson(item as Json, depth + 1)
  if (Array.isArray(tuple)) return tuple.map(inner)
  if (Array.isArray(frozenset)) return new FrozenSetConstant(frozenset.map(inner))
  if (record['ellipsis'] === true) return Ellipsis
  throw malformed('a constant')
}

interface Pending {
  readonly target: Record<string, unknown> | unknown[]
  readonly key: string | number
  readonly value: unknown
}

const located: ReadonlySet<string> = new Set(locatedTypes)

// Both directions keep their own stack: a tree may be deeper than JavaScript's.
function convert(root: unknown, node: (value: unknown, todo: Pending[]) => unknown): unknown {
  const result: unknown[] = [undefined]
  const todo: Pending[] = [{ target: result, key: 0, value: root }]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { target, key, value } = next
    let converted: unknown = value
    if (Array.isArray(value)) {
      const items: unknown[] = new Array(value.length).fill(null)
      value.forEach((item: unknown, index) => todo.push({ target: items, key: index, value: item }))
      converted = items
    } else if (typeof value === 'object' && value !== null) {
      converted = node(value, todo)
    }
    ;(target as Record<string | number, unknown>)[key] = converted
  }
  return result[0]
}

/** The tree as data that `JSON.stringify` takes. */
export function toJson(root: Node): Json {
  return convert(root, (value, todo) => {
    if (!isNode(value)) throw malformed('a node')
    const record = open(value)
    const out: Record<string, unknown> = { nodeType: value.nodeType }
    const types = fieldTypesOf(value.nodeType)
    fieldsOf(value.nodeType).forEach((name, index) => {
      out[name] = null
      if (types[index] === 'constant') out[name] = constantToJson(record[name] as Constant)
      else todo.push({ target: out, key: name, value: record[name] ?? null })
    })
    if (!located.has(typeOfNode[value.nodeType])) return out
    for (const name of attributes) out[name] = record[name]
    return out
  }) as Json
}

/** The tree that `toJson` wrote; contexts and operators are the shared nodes of `factories`. */
export function fromJson(json: Json): Node {
  const root = convert(json, (value, todo) => {
    const record = value as Readonly<Record<string, unknown>>
    const type = record['nodeType']
    if (!isNodeType(type)) throw malformed('a node')
    const factory: unknown = factories[type]
    if (typeof factory === 'object') return factory
    const out: Record<string, unknown> = { nodeType: type }
    const types = fieldTypesOf(type)
    fieldsOf(type).forEach((name, index) => {
      out[name] = null
      if (types[index] === 'constant') out[name] = constantFromJson(record[name] as Json)
      else todo.push({ target: out, key: name, value: record[name] ?? null })
    })
    if (located.has(typeOfNode[type])) for (const name of attributes) out[name] = record[name] ?? null
    return out
  })
  if (!isNode(root)) throw malformed('a node')
  return root
}
