// The text of `ast.dump`.
// Invariant: a node's text is built from its children's by concatenation only, so cost is linear.
import { reprConstant, reprText } from '@pellucid/primitives'
import type { Constant, TextConstant } from '@pellucid/primitives'
import { PyCompileError } from '@pellucid/source'
import { attributes, fields, fieldTypes, locatedTypes, typeOfNode } from './fields.generated.ts'
import { isNode, open } from './node-access.ts'
import type { Node, NodeType } from './nodes.generated.ts'
import { recursionError, recursionLimit } from './recursion.ts'

/** What `dump` shows, and how. */
export interface DumpOptions {
  /** Spaces a level, or the text of a level; without it all is one line. */
  indent?: number | string | null
  /** Whether fields are shown with their names (default true). */
  annotateFields?: boolean
  /** Whether line numbers and columns are shown. */
  includeAttributes?: boolean
  /** Whether empty lists are shown. */
  showEmpty?: boolean
  /** Python frames below the call (default 2): a tree too deep for the rest is a RecursionError. */
  frames?: number
}

type Kind = 'node' | 'list' | 'constant' | 'text' | 'int'

interface FieldPlan {
  readonly name: string
  readonly kind: Kind
  readonly label: string
  readonly optional: boolean
}

interface NodePlan {
  readonly fields: readonly FieldPlan[]
  readonly located: boolean
  /** A node whose fields appear even if None. */
  readonly constant: boolean
}

function planField(name: string, type: string): FieldPlan {
  const base = type.replace(/[?*]+$/, '')
  let kind: Kind = 'node'
  if (type.endsWith('*')) kind = 'list'
  else if (base === 'constant') kind = 'constant'
  else if (base === 'identifier' || base === 'string') kind = 'text'
  else if (base === 'int') kind = 'int'
  return { name, kind, label: name + '=', optional: type.endsWith('?') }
}

const located: ReadonlySet<string> = new Set(locatedTypes)

const plans = new Map<NodeType, NodePlan>(
  (Object.keys(fields) as NodeType[]).map(type => [
    type,
    {
      fields: fields[type].map((name, index) => planField(name, fieldTypes[type][index] as string)),
      located: located.has(typeOfNode[type]),
      constant: type === 'Constant' || type === 'MatchSingleton',
    },
  ]),
)

const attributePlan = attributes.map(name => ({ name, optional: name.startsWith('end_') }))

class Dumper {
  readonly #indent: string | null
  readonly #annotate: boolean
  readonly #attributes: boolean
  readonly #showEmpty: boolean
  readonly #limit: number
  /** Whether the text last returned may share a line with its siblings. */
  #simple = true

  constructor(options: DumpOptions) {
    const { indent = null } = options
    this.#indent = typeof indent === 'number' ? ' '.repeat(Math.max(0, indent)) : indent
    this.#annotate = options.annotateFields ?? true
    this.#attributes = options.includeAttributes ?? false
    this.#showEmpty = options.showEmpty ?? false
    this.#limit = recursionLimit - (options.frames ?? 2)
  }

  #prefix(level: number): string {
    return this.#indent === null ? '' : '\n' + this.#indent.repeat(level)
  }

  node(node: Node, level: number, depth: number): string {
    // A node's own call, and the one for the last of its values.
    if (depth >= this.#limit) throw recursionError()
    const plan = plans.get(node.nodeType) as NodePlan
    const record = open(node)
    const args: string[] = []
    let hidden: string[] = []
    let keywords = this.#annotate
    let allSimple = true
    for (const field of plan.fields) {
      const value = record[field.name]
      if (value === undefined || (value === null && field.optional)) {
        keywords = true
        continue
      }
      const empty = value === null || (field.kind === 'list' && isEmpty(value))
      if (empty && !this.#showEmpty && !plan.constant) {
        hidden.push(value === null ? 'None' : '[]')
        continue
      }
      if (!keywords && hidden.length > 0) {
        args.push(...hidden)
        hidden = []
      }
      const text = this.#value(value, field.kind, level + 1, depth + 1)
      allSimple &&= this.#simple
      args.push(keywords ? field.label + text : text)
    }
    if (this.#attributes && plan.located) {
      for (const { name, optional } of attributePlan) {
        const value = record[name]
        if (value === undefined || (value === null && optional)) continue
        args.push(`${name}=${value === null ? 'None' : String(value)}`)
      }
    }
    this.#simple = allSimple && args.length <= 3
    if (this.#simple || this.#indent === null) {
      const text = `${node.nodeType}(${args.join(', ')})`
      this.#simple &&= args.length === 0
      return text
    }
    return `${node.nodeType}(${this.#joined(args, level + 1)})`
  }

  #joined(items: readonly string[], level: number): string {
    const prefix = this.#prefix(level)
    const separator = ',' + prefix
    let out = ''
    for (const item of items) out += (out === '' ? prefix : separator) + item
    return out === '' ? prefix : out
  }

  #value(value: unknown, kind: Kind, level: number, depth: number): string {
    if (kind === 'list' && Array.isArray(value)) return this.#list(value, level, depth)
    if (isNode(value)) return this.node(value, level, depth)
    if (depth >= this.#limit) throw recursionError()
    this.#simple = true
    return kind === 'text' ? reprText(value as TextConstant) : reprConstant(value as Constant)
  }

  #list(items: readonly unknown[], level: number, depth: number): string {
    if (depth >= this.#limit) throw recursionError()
    if (items.length === 0) {
      this.#simple = true
      return '[]'
    }
    const separator = this.#indent === null ? ', ' : ',' + this.#prefix(level + 1)
    let out = '[' + this.#prefix(level + 1)
    // CPython's list takes two frames more: the generator, and the item's own.
    for (let index = 0; index < items.length; index++) {
      if (index > 0) out += separator
      out += this.#value(items[index], 'node', level + 1, depth + 2)
    }
    this.#simple = false
    return out + ']'
  }
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/**
 * The text of `ast.dump(node)`.
 * @example
 * dump(factories.Pass(1, 0, 1, 4)) // 'Pass()'
 */
export function dump(node: Node, options: DumpOptions = {}): string {
  if (!isNode(node)) {
    throw new PyCompileError('TypeError', `expected AST, got ${reprText(pythonTypeName(node))}`)
  }
  return new Dumper(options).node(node, 0, 0)
}

function pythonTypeName(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType'
  if (typeof value === 'string') return 'str'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number' || typeof value === 'bigint') return 'int'
  return Array.isArray(value) ? 'list' : 'object'
}
