// Trees that a program changed: each field of each node of the snippets gets what does not belong there, or what may.
// What `compile` makes of them is compared, errors included.
import { fields, fieldTypes, isNode, locatedTypes, toJson, typeOfNode, validate, type mod, type Node, type NodeType } from '@pellucid/ast'
import { compileTree } from '@pellucid/compiler'
import type { TreeChange } from '@pellucid/oracle'
import { parse } from '@pellucid/parser'
import { Complex, Ellipsis, Float } from '@pellucid/primitives'
import { codeText } from '../code-text.ts'
import { answerOf } from './answer.ts'
import { pieces, type HelperCase } from './case.ts'
import { snippets } from './snippets.ts'

type Json = ReturnType<typeof toJson>

const place = { lineno: 1, col_offset: 0, end_lineno: 1, end_col_offset: 1 }
const node = (nodeType: string, own: object = {}, at: object = place) => ({ nodeType, ...own, ...at })
const leaf = (nodeType: string) => ({ nodeType })
const name = node('Name', { id: 'z', ctx: leaf('Load') })

const expressions = [
  'z', '1', 'z.y', 'z[0]', 'z[1:2]', '(z, 1)', '[z, *y]', '{1: z}', '{z}', 'z()', 'z(*y)', 'lambda: z', 'z if y else x', 'z and y', 'z + 1', '-z',
  'z < y', '[z for y in x]', '(z for y in x)', '(z := 1)', 'f"{z}"', '"s"', 'None', 'True', 'b"b"', '-1', '1 + 2j', '1 + z', '...',
]
const inFunction = ['await z', 'yield', 'yield z', 'yield from z', '[z async for y in x]']
const statements = [
  'pass', 'return', 'return z', 'z = 1', 'z: int', 'del z', 'break', 'continue', 'global z', 'nonlocal z', 'import z', 'from z import *', 'raise z', 'assert z',
  'from __future__ import annotations', 'from __future__ import nested', 'async def z(): pass', 'class Z: pass', 'type Z = int', 'try: z\nexcept: y\nexcept x: w',
  'async for z in y: pass', 'match z:\n case y: pass\n case x: pass', '"doc"', 'z', 'with z: pass',
]
const patterns = ['1', '-1', '1+2j', 'None', '"s"', '_', 'z', 'z.y', '[z, *y]', '{1: z, **y}', 'Z(z, y=x)', 'z as y', '1 | 2', 'z | y', '[*_]', '[z, z]', '{1: z, 1: y}']

/** A part of a parsed source as JSON. */
function written(source: string, path: readonly (string | number)[]): Json {
  let found: unknown = parse(source)
  for (const step of path) found = (found as Record<string | number, unknown>)[step]
  return toJson(found as Node)
}

const ofType: Readonly<Record<string, readonly unknown[]>> = {
  expr: [
    ...expressions.map((text) => written(text.startsWith('z[1:2]') ? 'z[1:2]' : `(${text})`, ['body', 0, 'value'])),
    ...inFunction.map((text) => written(`async def f(): (${text})`, ['body', 0, 'body', 0, 'value'])),
    node('Slice'), node('Starred', { value: name, ctx: leaf('Load') }), node('FormattedValue', { value: name, conversion: -1 }),
    node('JoinedStr', { values: [name] }), node('Name', { id: 'None', ctx: leaf('Load') }), node('Tuple', { elts: [null], ctx: leaf('Load') }),
    node('Constant', { value: { tuple: [1, { tuple: ['a'] }] } }), node('Constant', { value: [] }), node('Compare', { left: name, ops: [], comparators: [] }),
    node('BoolOp', { op: leaf('And'), values: [name] }), node('Dict', { keys: [name], values: [] }), node('ListComp', { elt: name, generators: [] }),
  ],
  stmt: [
    ...statements.map((text) => written(text, ['body', 0])),
    node('Delete', { targets: [] }), node('Import', { names: [] }), node('Global', { names: [] }), node('Try', { body: [written('z', ['body', 0])] }),
    node('ImportFrom', { names: [{ nodeType: 'alias', name: 'z', ...place }] }), node('ImportFrom', { module: 'z', names: [], level: 0 }),
  ],
  pattern: [
    ...patterns.map((text) => written(`match z:\n case ${text}: pass`, ['body', 0, 'cases', 0, 'pattern'])),
    node('MatchStar'), node('MatchStar', { name: '_' }), node('MatchAs', { pattern: null, name: null }), node('MatchOr', { patterns: [] }),
    node('MatchValue', { value: name }), node('MatchSingleton', { value: 1 }), node('MatchMapping', { keys: [name], patterns: [] }),
    node('MatchAs', { pattern: node('MatchAs', { pattern: null, name: 'y' }), name: null }), node('MatchClass', { cls: node('Constant', { value: 1 }), patterns: [], kwd_attrs: ['a'], kwd_patterns: [] }),
  ],
  expr_context: ['Load', 'Store', 'Del'].map(leaf),
  boolop: ['And', 'Or'].map(leaf),
  operator: ['Add', 'Mod', 'Pow', 'MatMult'].map(leaf),
  unaryop: ['Not', 'USub', 'Invert'].map(leaf),
  cmpop: ['Is', 'In', 'Lt', 'NotEq'].map(leaf),
  identifier: ['None', 'True', '__debug__', '__class__', 'é', 'ﬁ', '', 'a b', '__x', '*', '.'],
  string: ['', 'u', 'é', 'type'],
  int: [0, 1, -1, 2, 97, 114, 115, 3, 2147483647, { int: '2147483648' }, { int: '1099511627776' }, { int: '-2147483649' }, true, { float: '1.0' }, '1'],
  constant: [null, true, 1, -1, 's', '', { float: '1.5' }, { bytes: '61' }, { ellipsis: true }, { tuple: [] }, { tuple: [1, null] }, { tuple: [[1]] }, [1], name],
  arguments: [{ nodeType: 'arguments' }, { nodeType: 'arguments', args: [{ nodeType: 'arg', arg: 'z', ...place }], defaults: [name, name] },
    { nodeType: 'arguments', kwonlyargs: [{ nodeType: 'arg', arg: 'z', ...place }] }, { nodeType: 'arguments', args: [{ nodeType: 'arg', arg: 'z', ...place }, { nodeType: 'arg', arg: 'z', ...place }] }],
  arg: [{ nodeType: 'arg', ...place }, { nodeType: 'arg', arg: 'z' }, { nodeType: 'arg', arg: 'None', ...place }],
  keyword: [{ nodeType: 'keyword', arg: 'a', value: name, ...place }, { nodeType: 'keyword', ...place }],
  alias: [{ nodeType: 'alias', name: '*', ...place }, { nodeType: 'alias', ...place }, { nodeType: 'alias', name: 'a.b', asname: 'c', ...place }],
  withitem: [{ nodeType: 'withitem' }, { nodeType: 'withitem', context_expr: name, optional_vars: name }],
  comprehension: [{ nodeType: 'comprehension', target: name, iter: name, ifs: [], is_async: 0 }, { nodeType: 'comprehension' }],
  match_case: [{ nodeType: 'match_case' }, { nodeType: 'match_case', pattern: node('MatchAs'), body: [] }],
  excepthandler: [node('ExceptHandler'), node('ExceptHandler', { body: [] }), node('ExceptHandler', { name: 'z', body: [written('z', ['body', 0])] })],
  type_param: [node('TypeVar', { name: 'Z' }), node('ParamSpec', { name: 'None' }), node('TypeVarTuple', { name: 'Z', default_value: node('Starred', { value: name, ctx: leaf('Load') }) }), node('TypeVar')],
  type_ignore: [{ nodeType: 'TypeIgnore', lineno: 1, tag: '' }, { nodeType: 'TypeIgnore' }],
}

/** What belongs into no field, or into few. */
const strangers: readonly unknown[] = [
  null, 1, 'text', true, { float: '1.5' }, { bytes: '62' }, [], [null], [1], ['text'], name, [name], leaf('Load'), leaf('Add'), node('Pass'), [node('Pass')],
  { nodeType: 'Name', id: 'z', ctx: leaf('Load') }, { nodeType: 'Pass' }, { nodeType: 'arguments' }, { nodeType: 'Module', body: [] }, node('MatchAs'), { tuple: [] },
]
const places = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'] as const
const misplaced: readonly unknown[] = [null, 0, 1, -1, 5, 1000, true, '1', { float: '1.0' }, { int: '2147483648' }, { int: '-2147483649' }, [], name]
const located: ReadonlySet<string> = new Set(locatedTypes)

function ofField(type: NodeType, field: string, path: TreeChange['path'], now: unknown): TreeChange[] {
  const declared = fieldTypes[type][(fields[type] as readonly string[]).indexOf(field)]!
  const base = declared.replace(/[?*]+$/, '')
  const change = (value: unknown): TreeChange => ({ path, field, value })
  const values = ofType[base] ?? []
  if (!declared.endsWith('*')) return [{ path, field }, ...[...strangers, ...values].map(change)]
  const before = Array.isArray(now) ? (now as unknown[]).map((item) => (isNode(item) ? toJson(item) : item)) : []
  const lists = [before.slice(1), [...before, ...before], [...before, null], [null, ...before]]
  return [{ path, field }, ...[...strangers, ...lists, ...values.map((value) => [value]), ...values.map((value) => [...before, value])].map(change)]
}

function ofNode(at: Node, path: TreeChange['path']): TreeChange[] {
  const { nodeType } = at
  const open = at as unknown as Record<string, unknown>
  const inFields = fields[nodeType].flatMap((field) => ofField(nodeType, field, path, open[field]))
  if (!located.has(typeOfNode[nodeType])) return inFields
  return [...inFields, ...places.flatMap((field) => [{ path, field }, ...misplaced.map((value) => ({ path, field, value }))])]
}

/** All changes of a tree, outer nodes first. */
function changesOf(root: Node): TreeChange[] {
  const found: TreeChange[] = []
  const waiting: { at: Node; path: (string | number)[] }[] = [{ at: root, path: [] }]
  for (const { at, path } of waiting) {
    found.push(...ofNode(at, path))
    for (const field of fields[at.nodeType]) {
      const value = (at as unknown as Record<string, unknown>)[field]
      if (isNode(value)) waiting.push({ at: value, path: [...path, field] })
      if (Array.isArray(value)) value.forEach((item, index) => isNode(item) && waiting.push({ at: item, path: [...path, field, index] }))
    }
  }
  return found
}

function valueOf(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(valueOf)
  if (typeof data !== 'object' || data === null) return data
  const record = data as Record<string, unknown>
  if ('nodeType' in record) return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, key === 'nodeType' ? value : valueOf(value)]))
  if ('int' in record) return Number.isSafeInteger(Number(record['int'])) ? Number(record['int']) : BigInt(record['int'] as string)
  if ('float' in record) return new Float(Number(record['float']))
  if ('bytes' in record) return new Uint8Array(Buffer.from(record['bytes'] as string, 'hex'))
  if ('complex' in record) return new Complex(Number((record['complex'] as string[])[0]), Number((record['complex'] as string[])[1]))
  return 'ellipsis' in record ? Ellipsis : (record['tuple'] as unknown[]).map(valueOf)
}

function changed(source: string, { path, field, ...rest }: TreeChange): mod {
  const tree = parse(source)
  let target = tree as unknown as Record<string | number, unknown>
  for (const step of path) target = target[step] as typeof target
  if ('value' in rest) target[field] = valueOf(rest.value)
  else delete target[field]
  return tree
}

/** Whether a TypeScript tree can hold the value: there a tuple and a list are both arrays, a tuple in constants only. */
function expressible(value: unknown, inConstant: boolean): boolean {
  if (Array.isArray(value)) return !inConstant && value.every((item) => expressible(item, false))
  if (typeof value !== 'object' || value === null) return true
  if ('tuple' in value) return inConstant && (value.tuple as unknown[]).every((item) => expressible(item, true))
  const isConstant = 'nodeType' in value && value.nodeType === 'Constant'
  return Object.entries(value).every(([key, item]) => expressible(item, isConstant && key === 'value'))
}

/** The type of what a path leads to. */
function typeAt(source: string, path: TreeChange['path']): string {
  let target = parse(source) as unknown as Record<string | number, unknown>
  for (const step of path) target = target[step] as typeof target
  return target['nodeType'] as string
}

/** What our packages compile the changed tree to; undefined where a tree in TypeScript is not that tree. */
function ours(source: string, change: TreeChange): string | undefined {
  const inConstant = change.field === 'value' && typeAt(source, change.path) === 'Constant'
  if (!expressible(change.value, inConstant)) return undefined
  return answerOf(() => {
    const tree = changed(source, change)
    validate(tree, 'exec')
    return codeText(compileTree(tree, '<changed>'))
  })
}

/** Every n-th change, compiled. */
export function changeCases(every: number): HelperCase[] {
  let count = 0
  return snippets.flatMap((source) => {
    const chosen = changesOf(parse(source)).filter(() => count++ % every === 0)
    return pieces(chosen, 400).map((changes): HelperCase => ({
      label: 'compile of a changed tree',
      names: changes.map((change) => `${JSON.stringify(change)} in ${JSON.stringify(source)}`),
      request: { stage: 'changes', action: 'compile', source, changes },
      ours: () => changes.map((change) => ours(source, change)),
    }))
  })
}
