// The operators as functions.
import { bytesOf } from '../../protocols/buffer.ts'
import type { Compare } from '../../data/slots.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, newInt, None, strValue, type Value } from '../../data/values.ts'
import { fn, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { call as callValue } from '../../protocols/call.ts'
import { compare, equal } from '../../protocols/compare.ts'
import { OverflowError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { same } from '../../protocols/identity.ts'
import { index as indexOf } from '../../protocols/index-number.ts'
import { iterateArgument, next } from '../../protocols/iterate.ts'
import { lengthHint } from '../../protocols/length-hint.ts'
import { binary, inplace, operators, power, unary } from '../../protocols/number.ts'
import { raise } from '../../protocols/raise.ts'
import { contains, deleteItem, getItem, setItem } from '../../protocols/subscript.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'

type OperatorName = keyof typeof operators

const binaryFunctions = (
  [
    ['add', 'add', '+'], ['sub', 'subtract', '-'], ['mul', 'multiply', '*'], ['matmul', 'matrixMultiply', '@'],
    ['floordiv', 'floorDivide', '//'], ['truediv', 'trueDivide', '/'], ['mod', 'remainder', '%'], ['lshift', 'lshift', '<<'],
    ['rshift', 'rshift', '>>'], ['and_', 'and', '&'], ['xor', 'xor', '^'], ['or_', 'or', '|'],
  ] as const satisfies readonly (readonly [string, OperatorName, string])[]
).flatMap(([name, slot, symbol]) => [
  fn(`${name}(a: object, b: object, /)` as 'f(a: object, b: object, /)', `Same as a ${symbol} b.`, (a, b, py) =>
    binary(a, b, operators[slot], py),
  ),
  fn(`i${name.replace('_', '')}(a: object, b: object, /)` as 'f(a: object, b: object, /)', `Same as a ${symbol}= b.`, (a, b, py) =>
    inplace(a, b, operators[slot], py),
  ),
])

const comparisons = (['lt', 'le', 'eq', 'ne', 'gt', 'ge'] as const).map((name, op) =>
  fn(`${name}(a: object, b: object, /)` as 'f(a: object, b: object, /)', `Compare a and b: ${name}.`, (a, b, py) =>
    compare(a, b, op as Compare, py),
  ),
)

const unaryFunctions = (
  [['neg', 'negative', '-a'], ['pos', 'positive', '+a'], ['abs', 'absolute', 'abs(a)'], ['inv', 'invert', '~a'], ['invert', 'invert', '~a']] as const
).map(([name, slot, text]) => fn(`${name}(a: object, /)` as 'f(a: object, /)', `Same as ${text}.`, (a, py) => unary(a, slot, py)))

/** Visit items until one is equal; -1 for none. */
function placeOf(a: Value, b: Value, py: Thread): number {
  const iterator = iterateArgument(a, py)
  for (let place = 0; ; place++) {
    const item = next(iterator, py)
    if (item === undefined) return -1
    if (equal(item, b, py)) return place
  }
}

const concat = (inplaceForm: boolean) => (a: Value, b: Value, py: Thread): Value => {
  const { slots } = typeOf(a)
  const adds = slots.add !== undefined || (inplaceForm && slots.inplaceAdd !== undefined)
  if (slots.concat === undefined && (slots.getitem === undefined || !adds)) {
    raise(PyTypeError, `'${typeOf(a).tpName}' object can't be concatenated`)
  }
  if (!inplaceForm && typeof b !== 'object' && typeof b !== 'string' && slots.concat === undefined) {
    raise(PyTypeError, `'${typeOf(a).tpName}' object can't be concatenated`)
  }
  return (inplaceForm ? inplace : binary)(a, b, operators.add, py)
}

function compareDigest(a: Value, b: Value, py: Thread): boolean {
  const texts = [asStr(a), asStr(b)]
  let left: ArrayLike<number>
  let right: ArrayLike<number>
  if (texts[0] !== undefined && texts[1] !== undefined) {
    const [x, y] = [strValue(texts[0]), strValue(texts[1])]
    if (/[^\0-\x7f]/.test(x + y)) raise(PyTypeError, 'comparing strings with non-ASCII characters is not supported')
    left = Array.from(x, (c) => c.charCodeAt(0))
    right = Array.from(y, (c) => c.charCodeAt(0))
  } else {
    if (typeOf(a).slots.buffer === undefined && typeOf(b).slots.buffer === undefined) {
      raise(PyTypeError, `unsupported operand types(s) or combination of types: '${typeOf(a).tpName}' and '${typeOf(b).tpName}'`)
    }
    const [x, y] = [bytesOf(a, py), bytesOf(b, py)]
    left = x
    right = y
  }
  let difference = left.length ^ right.length
  for (let i = 0; i < right.length; i++) difference |= (left[i % Math.max(left.length, 1)] ?? 0) ^ (right[i] as number)
  return difference === 0
}

export const functions: readonly BuiltinDefinition[] = [
  fn('truth(a: object, /)', 'Answer True if a is true, False otherwise.', (a, py) => truth(a, py)),
  fn('contains(a: object, b: object, /)', 'Same as b in a (mind the order).', (a, b, py) => contains(a, b, py)),
  fn('indexOf(a: object, b: object, /)', 'Answer the first place of b in a.', (a, b, py) => {
    const place = placeOf(a, b, py)
    return place < 0 ? raise(ValueError, 'sequence.index(x): x not in sequence') : newInt(place)
  }),
  fn('countOf(a: object, b: object, /)', 'Answer how many items of a are equal to b.', (a, b, py) => {
    const iterator = iterateArgument(a, py)
    let count = 0
    for (let item = next(iterator, py); item !== undefined; item = next(iterator, py)) if (equal(item, b, py)) count++
    return newInt(count)
  }),
  fn('is_(a: object, b: object, /)', 'Same as a is b.', (a, b) => same(a, b)),
  fn('is_not(a: object, b: object, /)', 'Same as a is not b.', (a, b) => !same(a, b)),
  fn('not_(a: object, /)', 'Same as not a.', (a, py) => !truth(a, py)),
  ...binaryFunctions,
  ...unaryFunctions,
  ...comparisons,
  fn('concat(a: object, b: object, /)', 'Same as a + b, for sequences.', concat(false)),
  fn('iconcat(a: object, b: object, /)', 'Same as a += b, for sequences.', concat(true)),
  fn('getitem(a: object, b: object, /)', 'Same as a[b].', (a, b, py) => getItem(a, b, py)),
  fn('setitem(a: object, b: object, c: object, /)', 'Same as a[b] = c.', (a, b, c, py) => setItem(a, b, c, py)),
  fn('delitem(a: object, b: object, /)', 'Same as del a[b].', (a, b, py) => deleteItem(a, b, py)),
  fn('pow(a: object, b: object, /)', 'Same as a ** b.', (a, b, py) => power(a, b, None, py)),
  fn('ipow(a: object, b: object, /)', 'Same as a **= b.', (a, b, py) => power(a, b, None, py, true)),
  fn('index(a: object, /)', 'Same as a.__index__().', (a, py) => indexOf(a, py)),
  fn('length_hint(obj: object, default: object = 0, /)', 'Estimate the number of items: len(), __length_hint__(), or default.', (obj, fallback, py) => {
    const given = indexOf(fallback, py)
    if (typeof given !== 'number') raise(OverflowError, 'Python int too large to convert to C ssize_t')
    return newInt(lengthHint(obj, given as number, py))
  }),
  fn('call(*args, **kwargs)', 'Same as obj(*args, **kwargs).', ([obj, ...args], kwargs, py) => {
    if (obj === undefined) return raise(PyTypeError, 'call expected at least 1 argument, got 0')
    const names = kwargs.keys.filter((key): key is Value => key !== undefined)
    return callValue(obj, [...args, ...kwargs.values], py, names.length > 0 ? (names as never) : undefined)
  }, { text: '($module, obj, /, *args, **kwargs)' }),
  fn('_compare_digest(a: object, b: object, /)', 'Tell whether two strs or bytes are equal, in a time that does not depend on them.', compareDigest),
]
