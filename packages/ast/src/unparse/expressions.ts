// Expressions, and the parts of them that are not nodes of type expr.
import { Ellipsis } from '@pellucid/primitives'
import type { Constant } from '@pellucid/primitives'
import type * as ast from '../nodes.generated.ts'
import { formattedValue, joinedStr } from './fstrings.ts'
import { constantText } from './literals.ts'
import type { NodeWriter, Output, WriterTable } from './output.ts'
import { binaryOperators, comparisons, precedence, tighter, unaryOperators } from './precedence.ts'

type Written = ast.expr | ast.comprehension | ast.arguments | ast.arg | ast.keyword

function tupleText(items: readonly Constant[]): string {
  const text = items.map(constantText).join(', ')
  return items.length === 1 ? `(${text},)` : `(${text})`
}

function writeComprehension(
  out: Output,
  brackets: string,
  elements: readonly ast.expr[],
  generators: readonly ast.comprehension[],
): void {
  out.text += brackets[0]
  elements.forEach((element, index) => {
    if (index > 0) out.text += ': '
    out.visit(element)
  })
  for (const generator of generators) out.visit(generator)
  out.text += brackets[1]
}

function writeAnnotated(out: Output, node: ast.arg): void {
  out.text += node.arg
  if (node.annotation === null) return
  out.text += ': '
  out.visit(node.annotation)
}

function writeDefault(out: Output, node: ast.arg, value: ast.expr | null | undefined): void {
  out.visit(node)
  if (value === null || value === undefined) return
  out.text += '='
  out.visit(value)
}

const writeArguments: NodeWriter<ast.arguments> = (out, node) => {
  const positional = [...node.posonlyargs, ...node.args]
  const undefaulted = Math.max(0, positional.length - node.defaults.length)
  let separator = ''
  const separate = (): void => {
    out.text += separator
    separator = ', '
  }
  positional.forEach((arg, index) => {
    separate()
    writeDefault(out, arg, node.defaults[index - undefaulted])
    if (index + 1 === node.posonlyargs.length) out.text += ', /'
  })
  if (node.vararg !== null || node.kwonlyargs.length > 0) {
    separate()
    out.text += '*'
    if (node.vararg !== null) writeAnnotated(out, node.vararg)
  }
  node.kwonlyargs.slice(0, node.kw_defaults.length).forEach((arg, index) => {
    out.text += ', '
    writeDefault(out, arg, node.kw_defaults[index])
  })
  if (node.kwarg !== null) {
    separate()
    out.text += '**'
    writeAnnotated(out, node.kwarg)
  }
}

/** Positional and keyword arguments in their parentheses, of calls and of classes. */
export function writeCallArguments(
  out: Output,
  args: readonly ast.expr[],
  keywords: readonly ast.keyword[],
): void {
  out.text += '('
  const all: readonly ast.Node[] = [...args, ...keywords]
  all.forEach((argument, index) => {
    if (index > 0) out.text += ', '
    out.visit(argument)
  })
  out.text += ')'
}

export const expressions: { readonly [N in Written as N['nodeType']]: NodeWriter<N> } & WriterTable = {
  BoolOp(out, node, place) {
    const [level, text] = node.op.nodeType === 'And' ? [precedence.AND, ' and '] : [precedence.OR, ' or ']
    out.parenthesised(place, level, () => {
      // Each operand asks for more than the one before it: CPython's quirk, seen after ten operands.
      node.values.forEach((value, index) => {
        if (index > 0) out.text += text
        out.visit(value, Math.min(level + 1 + index, precedence.ATOM), 2)
      })
    })
  },
  NamedExpr(out, node, place) {
    out.parenthesised(place, precedence.NAMED_EXPR, () => {
      out.visit(node.target, precedence.ATOM)
      out.text += ' := '
      out.visit(node.value, precedence.ATOM)
    })
  },
  BinOp(out, node, place) {
    const { text, level } = binaryOperators[node.op.nodeType]
    const rightToLeft = node.op.nodeType === 'Pow'
    out.parenthesised(place, level, () => {
      out.visit(node.left, rightToLeft ? tighter(level) : level)
      out.text += ` ${text} `
      out.visit(node.right, rightToLeft ? level : tighter(level))
    })
  },
  UnaryOp(out, node, place) {
    const { text, level } = unaryOperators[node.op.nodeType]
    out.parenthesised(place, level, () => {
      out.text += text
      out.visit(node.operand, level)
    })
  },
  Lambda(out, node, place) {
    out.parenthesised(place, precedence.TEST, () => {
      const args = out.captured(() => out.visit(node.args))
      out.text += args === '' ? 'lambda: ' : `lambda ${args}: `
      out.visit(node.body, precedence.TEST)
    })
  },
  IfExp(out, node, place) {
    out.parenthesised(place, precedence.TEST, () => {
      out.visit(node.body, tighter(precedence.TEST))
      out.text += ' if '
      out.visit(node.test, tighter(precedence.TEST))
      out.text += ' else '
      out.visit(node.orelse, precedence.TEST)
    })
  },
  Dict(out, node) {
    out.text += '{'
    const count = Math.min(node.keys.length, node.values.length)
    for (let index = 0; index < count; index++) {
      const key = node.keys[index] as ast.expr | null
      const value = node.values[index] as ast.expr
      if (index > 0) out.text += ', '
      if (key === null) {
        out.text += '**'
        out.visit(value, precedence.EXPR, 2)
      } else {
        out.visit(key, precedence.TEST, 3)
        out.text += ': '
        out.visit(value, precedence.TEST, 3)
      }
    }
    out.text += '}'
  },
  Set(out, node) {
    if (node.elts.length === 0) {
      // `{}` is a dictionary, and the name `set` may be shadowed.
      out.text += '{*()}'
      return
    }
    out.text += '{'
    out.list(node.elts)
    out.text += '}'
  },
  ListComp: (out, node) => writeComprehension(out, '[]', [node.elt], node.generators),
  SetComp: (out, node) => writeComprehension(out, '{}', [node.elt], node.generators),
  DictComp: (out, node) => writeComprehension(out, '{}', [node.key, node.value], node.generators),
  GeneratorExp: (out, node) => writeComprehension(out, '()', [node.elt], node.generators),
  comprehension(out, node) {
    out.text += node.is_async ? ' async for ' : ' for '
    out.visit(node.target, precedence.TUPLE)
    out.text += ' in '
    out.visit(node.iter, tighter(precedence.TEST))
    for (const condition of node.ifs) {
      out.text += ' if '
      out.visit(condition, tighter(precedence.TEST))
    }
  },
  Await(out, node, place) {
    out.parenthesised(place, precedence.AWAIT, () => {
      out.text += 'await '
      out.visit(node.value, precedence.ATOM)
    })
  },
  Yield(out, node, place) {
    out.parenthesised(place, precedence.YIELD, () => {
      out.text += 'yield'
      if (node.value === null) return
      out.text += ' '
      out.visit(node.value, precedence.ATOM)
    })
  },
  YieldFrom(out, node, place) {
    out.parenthesised(place, precedence.YIELD, () => {
      out.text += 'yield from '
      out.visit(node.value, precedence.ATOM)
    })
  },
  Compare(out, node, place) {
    out.parenthesised(place, precedence.CMP, () => {
      out.visit(node.left, tighter(precedence.CMP))
      const count = Math.min(node.ops.length, node.comparators.length)
      for (let index = 0; index < count; index++) {
        out.text += comparisons[(node.ops[index] as ast.cmpop).nodeType]
        out.visit(node.comparators[index] as ast.expr, tighter(precedence.CMP))
      }
    })
  },
  Call(out, node) {
    out.visit(node.func, precedence.ATOM)
    writeCallArguments(out, node.args, node.keywords)
  },
  FormattedValue: formattedValue,
  JoinedStr: joinedStr,
  Constant(out, node) {
    const { value } = node
    if (Array.isArray(value)) out.text += tupleText(value as readonly Constant[])
    else if (value === Ellipsis) out.text += '...'
    else out.text += (node.kind === 'u' ? 'u' : '') + constantText(value)
  },
  Attribute(out, node) {
    out.visit(node.value, precedence.ATOM)
    // `3.real` would be a float and a name: `3 .real`. In Python, bools are integers here.
    const type = node.value.nodeType === 'Constant' ? typeof node.value.value : ''
    if (type === 'number' || type === 'bigint' || type === 'boolean') out.text += ' '
    out.text += '.' + node.attr
  },
  Subscript(out, node) {
    out.visit(node.value, precedence.ATOM)
    out.text += '['
    if (node.slice.nodeType === 'Tuple' && node.slice.elts.length > 0) out.items(node.slice.elts)
    else out.visit(node.slice)
    out.text += ']'
  },
  Starred(out, node) {
    out.text += '*'
    out.visit(node.value, precedence.EXPR)
  },
  Name(out, node) {
    out.text += node.id
  },
  List(out, node) {
    out.text += '['
    out.list(node.elts)
    out.text += ']'
  },
  Tuple(out, node, place) {
    const parens = node.elts.length === 0 || place > precedence.TUPLE
    if (parens) out.text += '('
    out.items(node.elts)
    if (parens) out.text += ')'
  },
  Slice(out, node) {
    if (node.lower !== null) out.visit(node.lower)
    out.text += ':'
    if (node.upper !== null) out.visit(node.upper)
    if (node.step === null) return
    out.text += ':'
    out.visit(node.step)
  },
  arguments: writeArguments,
  arg: writeAnnotated,
  keyword(out, node) {
    out.text += node.arg === null ? '**' : node.arg + '='
    out.visit(node.value)
  },
}
