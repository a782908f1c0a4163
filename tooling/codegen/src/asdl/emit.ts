// Writes the four generated files of packages/ast from the model of its ASDL.
// Invariant: a factory's object literal lists nodeType, the fields in ASDL's order, the attributes;
// so all nodes of one type share one hidden class.
import { header, Writer } from '../writer.ts'
import type { Field, Model, NodeSpec, TypeSpec } from './read.ts'

const builtin: Readonly<Record<string, string>> = {
  identifier: 'string',
  string: 'string',
  int: 'number',
  constant: 'ConstantValue',
}

const isBuiltin = (field: Field): boolean => field.type in builtin
const isSingleton = (type: TypeSpec, node: NodeSpec): boolean =>
  node.fields.length === 0 && type.attributes.length === 0
const isSimple = (type: TypeSpec): boolean => type.nodes.every(node => isSingleton(type, node))

function typeOf(field: Field, prefix = ''): string {
  const base = builtin[field.type] ?? prefix + field.type
  if (field.quantity === 'optional') return `${base} | null`
  if (field.quantity === 'many') return `${base}[]`
  if (field.quantity === 'many-optional') return `(${base} | null)[]`
  return base
}

const head = (from: string): string => header('asdl', from)

/** The interfaces, the unions, and Node. */
export function emitNodes(model: Model, from: string): string {
  const out = new Writer()
  const everyNode: string[] = []
  out.line("import type { Constant as ConstantValue } from '@pellucid/primitives'")
  out.line()
  out.line('/** Where a node lies: 1-based lines, 0-based columns in UTF-8 bytes. */')
  out.block('export interface Located {', () => {
    for (const name of ['lineno', 'col_offset', 'end_lineno', 'end_col_offset']) out.line(`${name}: number`)
  }, '}')
  for (const type of model.types) {
    for (const node of type.nodes) {
      everyNode.push(node.name)
      out.line()
      if (node.example !== undefined) out.line(`/** \`${node.example}\` */`)
      const base = type.attributes.length > 0 ? ' extends Located' : ''
      out.block(`export interface ${node.name}${base} {`, () => {
        out.line(`${isSingleton(type, node) ? 'readonly ' : ''}nodeType: '${node.name}'`)
        for (const field of node.fields) out.line(`${field.name}: ${typeOf(field)}`)
      }, '}')
    }
    if (!type.product) {
      out.line()
      out.line(`/** Any node of the ASDL type \`${type.name}\`. */`)
      out.line(`export type ${type.name} =`)
      for (const node of type.nodes) out.line(`  | ${node.name}`)
    }
  }
  out.line()
  out.line('/** Any node. */')
  out.line('export type Node =')
  for (const type of model.types) out.line(`  | ${type.name}`)
  out.line()
  out.line('/** A node that has a place in the source. */')
  out.line('export type LocatedNode =')
  for (const type of model.types.filter(type => type.attributes.length > 0)) out.line(`  | ${type.name}`)
  out.line()
  out.line('/** The name of a node, its discriminant. */')
  out.line("export type NodeType = Node['nodeType']")
  return head(from) + out.toString()
}

/** One function a node; the nodes without fields and places are single frozen objects. */
export function emitFactories(model: Model, from: string): string {
  const out = new Writer()
  out.line("import type { Constant as ConstantValue } from '@pellucid/primitives'")
  out.line("import type * as ast from './nodes.generated.ts'")
  for (const type of model.types.filter(isSimple)) {
    out.line()
    for (const node of type.nodes) {
      out.line(`const ${node.name}: ast.${node.name} = Object.freeze({ nodeType: '${node.name}' })`)
    }
  }
  out.line()
  out.line('/**')
  out.line(' * Builds nodes: `factories.Return(value, lineno, col_offset, end_lineno, end_col_offset)`.')
  out.line(' * Contexts and operators are single objects: `factories.Load`.')
  out.line(' */')
  out.block('export const factories = {', () => {
    for (const type of model.types) {
      for (const node of type.nodes) emitFactory(out, type, node)
    }
  }, '}')
  return head(from) + out.toString()
}

function emitFactory(out: Writer, type: TypeSpec, node: NodeSpec): void {
  if (isSingleton(type, node)) {
    out.line(`${node.name},`)
    return
  }
  // In a tree that is whole every attribute is a number, also those ASDL calls optional.
  const attributes = type.attributes.map((attribute): Field => ({ ...attribute, quantity: 'one' }))
  const members = [...node.fields, ...attributes]
  const parameters = members.map(member => `${member.name}: ${typeOf(member, 'ast.')}`)
  const values = members.map(member => member.name).join(', ')
  out.block(`${node.name}(`, () => {
    for (const parameter of parameters) out.line(`${parameter},`)
  }, `): ast.${node.name} {`)
  out.line(`  return { nodeType: '${node.name}', ${values} }`)
  out.line('},')
}

const quoted = (names: readonly string[]): string => `[${names.map(name => `'${name}'`).join(', ')}]`

const suffix = { one: '', optional: '?', many: '*', 'many-optional': '?*' } as const

/** What programs ask about nodes: field names, field types, children in source order, attributes. */
export function emitFields(model: Model, from: string): string {
  const out = new Writer()
  const table = (name: string, doc: string, row: (node: NodeSpec, type: TypeSpec) => string): void => {
    out.line(`/** ${doc} */`)
    out.block(`export const ${name} = {`, () => {
      for (const type of model.types) {
        for (const node of type.nodes) out.line(`${node.name}: ${row(node, type)},`)
      }
    }, '} as const')
    out.line()
  }
  table('fields', 'The fields of each node, in ASDL\'s order (`_fields` in Python).', node =>
    quoted(node.fields.map(field => field.name)))
  table('fieldTypes', 'The ASDL types of the fields, in order: `?` may be null, `*` is an array.', node =>
    quoted(node.fields.map(field => field.type + suffix[field.quantity])))
  table('childFields', 'The fields that hold nodes, in source order; the items of `a&b` alternate.', node =>
    quoted(sourceOrder(node)))
  table('typeOfNode', 'The ASDL type each node belongs to: `If` is a `stmt`.', (_, type) => `'${type.name}'`)
  out.line('/** The ASDL types, in order, and their nodes. */')
  out.block('export const nodesOfType = {', () => {
    for (const type of model.types) out.line(`${type.name}: ${quoted(type.nodes.map(node => node.name))},`)
  }, '} as const')
  out.line()
  out.line('/** The attributes of located nodes (`_attributes` in Python). */')
  out.line("export const attributes = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'] as const")
  out.line()
  out.line('/** The ASDL types whose nodes have attributes. */')
  const located = model.types.filter(type => type.attributes.length > 0)
  out.line(`export const locatedTypes = ${quoted(located.map(type => type.name))} as const`)
  out.line()
  const withOptionalEnd = located.filter(type => type.attributes.some(field => field.quantity === 'optional'))
  out.line('/** Those of them for which the end may be left out: it is then the start. */')
  out.line(`export const typesWithOptionalEnd = ${quoted(withOptionalEnd.map(type => type.name))} as const`)
  return head(from) + out.toString()
}

function sourceOrder(node: NodeSpec): string[] {
  if (node.order !== undefined) return node.order.map(item => item.join('&'))
  return node.fields.filter(field => !isBuiltin(field)).map(field => field.name)
}

/** Tables of functions by node type. */
export function emitVisitor(model: Model, from: string): string {
  const out = new Writer()
  out.line("import type * as ast from './nodes.generated.ts'")
  out.line()
  out.line('/** From the name of a node to its interface. */')
  out.block('export interface NodesByType {', () => {
    for (const type of model.types) for (const node of type.nodes) out.line(`${node.name}: ast.${node.name}`)
  }, '}')
  out.line()
  out.line('/**')
  out.line(' * One function for every node of `N`: a table that misses a node does not compile.')
  out.line(' * The first argument is what the pass carries along, the second the node.')
  out.line(' */')
  out.block('export type Visitor<N extends ast.Node, Context = undefined, Result = void> = {', () => {
    out.line("readonly [T in N['nodeType']]: (context: Context, node: NodesByType[T]) => Result")
  }, '}')
  out.line()
  out.line('/** The same with any node left out. */')
  out.line('export type PartialVisitor<Context = undefined, Result = void> = Partial<')
  out.line('  Visitor<ast.Node, Context, Result>')
  out.line('>')
  return head(from) + out.toString()
}
