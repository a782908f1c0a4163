// The text of an annotation under `from __future__ import annotations`.
//
// The compiler has its own unparser, whose spacing, quotes and parentheses are not those of `ast.unparse`.
import type {
  Visitor,
  arg,
  arguments as ArgumentsNode,
  cmpop,
  comprehension,
  expr,
  operator,
} from '@pellucid/ast'
import { Complex, Ellipsis, Float, reprConstant } from '@pellucid/primitives'
import type { Constant } from '@pellucid/primitives'
import { PyCompileError } from '@pellucid/source'

/** How tightly an expression binds; it gets parentheses where something tighter is expected. */
const TUPLE = 0
const TEST = 1
const OR = 2
const AND = 3
const NOT = 4
const COMPARISON = 5
const EXPRESSION = 6
const SHIFT = 9
const ARITHMETIC = 10
const TERM = 11
const FACTOR = 12
const POWER = 13
const AWAIT = 14
const ATOM = 15

/** The source text of an annotation. */
export function annotationText(node: expr): string {
  return text(node, TEST)
}

function text(node: expr, level: number): string {
  const write = writers[node.nodeType] as (level: number, node: expr) => string
  return write(level, node)
}

function parenthesize(body: string, needed: boolean): string {
  return needed ? `(${body})` : body
}

function list(nodes: readonly expr[]): string {
  return nodes.map((node) => text(node, TEST)).join(', ')
}

function clauses(generators: readonly comprehension[]): string {
  return generators
    .map((clause) => {
      const conditions = clause.ifs.map((condition) => ` if ${text(condition, TEST + 1)}`).join('')
      const keyword = clause.is_async ? ' async for ' : ' for '
      return `${keyword}${text(clause.target, TUPLE)} in ${text(clause.iter, TEST + 1)}${conditions}`
    })
    .join('')
}

/** The largest float has exponent 308: this literal overflows to infinity. */
const INFINITY_LITERAL = '1e309'

function constantText(value: Constant): string {
  if (Array.isArray(value)) {
    const items = value.map(constantText)
    return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`
  }
  const repr = reprConstant(value)
  const mayBeInfinite = value instanceof Complex || (value instanceof Float && !Number.isFinite(value.value))
  return mayBeInfinite && !repr.includes('nan') ? repr.replaceAll('inf', INFINITY_LITERAL) : repr
}

const operators: { readonly [name in operator['nodeType']]: readonly [string, number] } = {
  Add: ['+', ARITHMETIC],
  Sub: ['-', ARITHMETIC],
  Mult: ['*', TERM],
  MatMult: ['@', TERM],
  Div: ['/', TERM],
  Mod: ['%', TERM],
  FloorDiv: ['//', TERM],
  Pow: ['**', POWER],
  LShift: ['<<', SHIFT],
  RShift: ['>>', SHIFT],
  BitOr: ['|', EXPRESSION],
  BitXor: ['^', EXPRESSION + 1],
  BitAnd: ['&', EXPRESSION + 2],
}

const comparisons: { readonly [name in cmpop['nodeType']]: string } = {
  Eq: '==',
  NotEq: '!=',
  Lt: '<',
  LtE: '<=',
  Gt: '>',
  GtE: '>=',
  Is: 'is',
  IsNot: 'is not',
  In: 'in',
  NotIn: 'not in',
}

const unary: { readonly [name: string]: readonly [string, number] } = {
  Invert: ['~', FACTOR],
  Not: ['not ', NOT],
  UAdd: ['+', FACTOR],
  USub: ['-', FACTOR],
}

function parameterText(node: arg): string {
  return node.annotation === null ? node.arg : `${node.arg}: ${text(node.annotation, TEST)}`
}

function parametersText(args: ArgumentsNode): string {
  const parts: string[] = []
  const positional = [...args.posonlyargs, ...args.args]
  const firstDefault = positional.length - args.defaults.length
  positional.forEach((parameter, i) => {
    const value = args.defaults[i - firstDefault]
    const suffix = i >= firstDefault && value !== undefined ? `=${text(value, TEST)}` : ''
    const slash = i + 1 === args.posonlyargs.length ? ', /' : ''
    parts.push(parameterText(parameter) + suffix + slash)
  })
  if (args.vararg !== null) parts.push(`*${parameterText(args.vararg)}`)
  else if (args.kwonlyargs.length > 0) parts.push('*')
  args.kwonlyargs.forEach((parameter, i) => {
    const value = args.kw_defaults[i] ?? null
    parts.push(parameterText(parameter) + (value === null ? '' : `=${text(value, TEST)}`))
  })
  if (args.kwarg !== null) parts.push(`**${parameterText(args.kwarg)}`)
  return parts.join(', ')
}

function joinedBody(values: readonly expr[], inSpec: boolean): string {
  return values.map((value) => fstringPart(value, inSpec)).join('')
}

function fstringPart(node: expr, inSpec: boolean): string {
  switch (node.nodeType) {
    case 'Constant':
      return String(node.value).replaceAll('{', '{{').replaceAll('}', '}}')
    case 'JoinedStr': {
      const body = joinedBody(node.values, inSpec)
      return inSpec ? body : `f${reprConstant(body)}`
    }
    case 'FormattedValue':
      return text(node, TEST)
    default:
      throw new PyCompileError('SystemError', 'unknown expression kind inside f-string')
  }
}

const writers: Visitor<expr, number, string> = {
  BoolOp(level, node) {
    const isAnd = node.op.nodeType === 'And'
    const own = isAnd ? AND : OR
    const body = node.values.map((value) => text(value, own + 1)).join(isAnd ? ' and ' : ' or ')
    return parenthesize(body, level > own)
  },
  BinOp(level, node) {
    const [symbol, own] = operators[node.op.nodeType]
    const isPower = own === POWER
    const left = text(node.left, isPower ? own + 1 : own)
    const right = text(node.right, isPower ? own : own + 1)
    return parenthesize(`${left} ${symbol} ${right}`, level > own)
  },
  UnaryOp(level, node) {
    const [symbol, own] = unary[node.op.nodeType] as readonly [string, number]
    return parenthesize(symbol + text(node.operand, own), level > own)
  },
  Lambda(level, node) {
    const { args } = node
    const space = args.args.length + args.posonlyargs.length > 0 ? ' ' : ''
    const body = `lambda${space}${parametersText(args)}: ${text(node.body, TEST)}`
    return parenthesize(body, level > TEST)
  },
  IfExp(level, node) {
    const test = text(node.test, TEST + 1)
    const body = `${text(node.body, TEST + 1)} if ${test} else ${text(node.orelse, TEST)}`
    return parenthesize(body, level > TEST)
  },
  Dict(_, node) {
    const items = node.values.map((value, i) => {
      const key = node.keys[i] ?? null
      return key === null ? `**${text(value, EXPRESSION)}` : `${text(key, TEST)}: ${text(value, TEST)}`
    })
    return `{${items.join(', ')}}`
  },
  Set: (_, node) => `{${list(node.elts)}}`,
  GeneratorExp: (_, node) => `(${text(node.elt, TEST)}${clauses(node.generators)})`,
  ListComp: (_, node) => `[${text(node.elt, TEST)}${clauses(node.generators)}]`,
  SetComp: (_, node) => `{${text(node.elt, TEST)}${clauses(node.generators)}}`,
  DictComp: (_, node) => `{${text(node.key, TEST)}: ${text(node.value, TEST)}${clauses(node.generators)}}`,
  Yield: (_, node) => (node.value === null ? '(yield)' : `(yield ${text(node.value, TEST)})`),
  YieldFrom: (_, node) => `(yield from ${text(node.value, TEST)})`,
  Await: (level, node) => parenthesize(`await ${text(node.value, ATOM)}`, level > AWAIT),
  Compare(level, node) {
    let body = text(node.left, COMPARISON + 1)
    node.comparators.forEach((comparator, i) => {
      body += ` ${comparisons[(node.ops[i] as cmpop).nodeType]} ${text(comparator, COMPARISON + 1)}`
    })
    return parenthesize(body, level > COMPARISON)
  },
  Call(_, node) {
    const callee = text(node.func, ATOM)
    const [only] = node.args
    if (only?.nodeType === 'GeneratorExp' && node.args.length === 1 && node.keywords.length === 0) {
      return callee + text(only, TEST)
    }
    const parts = node.args.map((value) => text(value, TEST))
    for (const keyword of node.keywords) {
      parts.push(`${keyword.arg === null ? '**' : `${keyword.arg}=`}${text(keyword.value, TEST)}`)
    }
    return `${callee}(${parts.join(', ')})`
  },
  Constant: (_, node) =>
    node.value === Ellipsis ? '...' : (node.kind ?? '') + constantText(node.value),
  JoinedStr: (_, node) => fstringPart(node, false),
  FormattedValue(_, node) {
    const value = text(node.value, TEST + 1)
    const open = value.startsWith('{') ? '{ ' : '{'
    const conversion = node.conversion > 0 ? `!${String.fromCharCode(node.conversion)}` : ''
    const spec = node.format_spec === null ? '' : `:${fstringPart(node.format_spec, true)}`
    return `${open}${value}${conversion}${spec}}`
  },
  Attribute(_, node) {
    const { value } = node
    const isInt =
      value.nodeType === 'Constant' && (typeof value.value === 'number' || typeof value.value === 'bigint')
    return `${text(value, ATOM)}${isInt ? ' .' : '.'}${node.attr}`
  },
  Subscript: (_, node) => `${text(node.value, ATOM)}[${text(node.slice, TUPLE)}]`,
  Starred: (_, node) => `*${text(node.value, EXPRESSION)}`,
  Slice(_, node) {
    const part = (value: expr | null): string => (value === null ? '' : text(value, TEST))
    return `${part(node.lower)}:${part(node.upper)}${node.step === null ? '' : `:${part(node.step)}`}`
  },
  Name: (_, node) => node.id,
  List: (_, node) => `[${list(node.elts)}]`,
  Tuple(level, node) {
    if (node.elts.length === 0) return '()'
    return parenthesize(list(node.elts) + (node.elts.length === 1 ? ',' : ''), level > TUPLE)
  },
  NamedExpr: (level, node) =>
    parenthesize(`${text(node.target, ATOM)} := ${text(node.value, ATOM)}`, level > TUPLE),
}
