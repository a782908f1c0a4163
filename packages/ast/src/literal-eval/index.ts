// `ast.literal_eval`: the value of an expression made of literals only.
import { Complex, Float } from '@pellucid/primitives'
import { PyCompileError } from '@pellucid/source'
import type { BinOp, Call, Dict, expr, Expression } from '../nodes.generated.ts'
import { recursionError, recursionLimit } from '../recursion.ts'
import { ListValue, newDictValue, newSetValue } from './values.ts'
import type { DictValue, LiteralValue } from './values.ts'

type Num = number | bigint | Float | Complex

/** How `literalEval` words its errors. */
export interface LiteralEvalOptions {
  /** The address that the error for a malformed node shows (default '0x7f0000000000'). */
  address?: (node: expr) => string
}

class Evaluator {
  readonly #address: (node: expr) => string

  constructor(options: LiteralEvalOptions) {
    this.#address = options.address ?? (() => '0x7f0000000000')
  }

  #malformed(node: expr | null): PyCompileError {
    const line = node?.lineno ? ` on line ${node.lineno}` : ''
    const shown = node === null ? 'None' : `<ast.${node.nodeType} object at ${this.#address(node)}>`
    return new PyCompileError('ValueError', `malformed node or string${line}: ${shown}`)
  }

  convert(node: expr | null, depth: number): LiteralValue {
    // The module, literal_eval, this call, and the one that reads a number.
    if (depth + 3 > recursionLimit) throw recursionError()
    const each = (nodes: readonly expr[]): LiteralValue[] => nodes.map(item => this.convert(item, depth + 1))
    switch (node?.nodeType) {
      case 'Constant':
        return node.value
      case 'Tuple':
        return each(node.elts)
      case 'List':
        return new ListValue(each(node.elts))
      case 'Set':
        return newSetValue(this.#items(node.elts, depth))
      case 'Call':
        if (isEmptySet(node)) return newSetValue([])
        break
      case 'Dict':
        return this.#dict(node, depth)
      case 'BinOp': {
        const sum = this.#complexSum(node)
        if (sum !== undefined) return sum
        break
      }
    }
    return this.#signedNumber(node)
  }

  #dict(node: Dict, depth: number): DictValue {
    if (node.keys.length !== node.values.length) throw this.#malformed(node)
    return newDictValue(this.#entries(node, depth))
  }

  *#items(nodes: readonly expr[], depth: number): Iterable<LiteralValue> {
    for (const node of nodes) yield this.convert(node, depth + 1)
  }

  *#entries({ keys, values }: Dict, depth: number): Iterable<readonly [LiteralValue, LiteralValue]> {
    for (const [index, key] of keys.entries()) {
      yield [this.convert(key, depth + 1), this.convert(values[index] as expr, depth + 1)]
    }
  }

  #number(node: expr | null): Num {
    if (node?.nodeType === 'Constant') {
      const { value } = node
      if (typeof value === 'number' || typeof value === 'bigint') return value
      if (value instanceof Float || value instanceof Complex) return value
    }
    throw this.#malformed(node)
  }

  #signedNumber(node: expr | null): Num {
    if (node?.nodeType === 'UnaryOp' && (node.op.nodeType === 'UAdd' || node.op.nodeType === 'USub')) {
      const operand = this.#number(node.operand)
      return node.op.nodeType === 'UAdd' ? operand : negate(operand)
    }
    return this.#number(node)
  }

  #complexSum(node: BinOp): Complex | undefined {
    if (node.op.nodeType !== 'Add' && node.op.nodeType !== 'Sub') return undefined
    const left = this.#signedNumber(node.left)
    const right = this.#number(node.right)
    if (left instanceof Complex || !(right instanceof Complex)) return undefined
    const real = toFloat(left)
    return node.op.nodeType === 'Add'
      ? new Complex(real + right.real, 0 + right.imag)
      : new Complex(real - right.real, 0 - right.imag)
  }
}

function isEmptySet({ func, args, keywords }: Call): boolean {
  return func.nodeType === 'Name' && func.id === 'set' && args.length + keywords.length === 0
}

function negate(value: Num): Num {
  if (value instanceof Float) return new Float(-value.value)
  if (value instanceof Complex) return new Complex(-value.real, -value.imag)
  if (typeof value === 'bigint') {
    const negated = -value
    return Number.isSafeInteger(Number(negated)) ? Number(negated) : negated
  }
  return value === 0 ? 0 : -value
}

function toFloat(value: number | bigint | Float): number {
  const float = value instanceof Float ? value.value : Number(value)
  if (!(value instanceof Float) && !Number.isFinite(float)) {
    throw new PyCompileError('OverflowError', 'int too large to convert to float')
  }
  return float
}

/**
 * The value of an expression of literals (`ast.literal_eval`), or a ValueError naming the node in the way.
 * @example
 * literalEval(parse('{1: [2.5]}', { mode: 'eval' })) // a DictValue
 */
export function literalEval(node: Expression | expr, options: LiteralEvalOptions = {}): LiteralValue {
  return new Evaluator(options).convert(node.nodeType === 'Expression' ? node.body : node, 0)
}
