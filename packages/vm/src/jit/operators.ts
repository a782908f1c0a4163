// Operators: on ints and floats with JavaScript's own, results beyond the safe integers left to the interpreter; on
// anything else as the interpreter does it.
import { binaryOperators, compareOperators, INPLACE_OFFSET, opcodes } from '@pellucid/opcode-spec'
import { smallInt } from '../data/values.ts'
import { floatSample, type Assembly } from './assembly.ts'
import type { Emitter } from './emitter.ts'
import type { Item, Kind } from './item.ts'

const intSample = smallInt(1)
const isNumber = (kind: Kind): boolean => kind === 'int' || kind === 'float'

function pushInt(a: Assembly, expression: string): void {
  a.push1('int', expression, intSample)
}

function pushChecked(a: Assembly, expression: string): void {
  const sum = a.made('int', expression, intSample)
  a.guard(`${sum.name} <= MAX && ${sum.name} >= MIN`)
  a.push(sum)
}

/** The operators on two ints; what is not here the interpreter's function does. */
const ofInts: Readonly<Record<string, (a: Assembly, l: string, r: string) => void>> = {
  '+': (a, l, r) => pushChecked(a, `${l} + ${r}`),
  '-': (a, l, r) => pushChecked(a, `${l} - ${r}`),
  '*': (a, l, r) => pushChecked(a, `${l} * ${r} + 0`),
  '/': (a, l, r) => {
    a.guard(`${r} !== 0`)
    a.push1('float', `${l} / ${r}`, floatSample)
  },
  // Exact: the quotient of smaller ints is not rounded to the next one.
  '//': (a, l, r) => {
    a.guard(`${r} > 0 && ${l} <= HALF && ${l} >= -HALF`)
    pushInt(a, `Math.floor(${l} / ${r})`)
  },
  '%': (a, l, r) => {
    a.guard(`${r} > 0`)
    const rest = a.made('int', `${l} % ${r}`)
    pushInt(a, `${rest.name} < 0 ? ${rest.name} + ${r} : ${rest.name} + 0`)
  },
  '&': (a, l, r) => ofWords(a, l, r, `${l} & ${r}`),
  '|': (a, l, r) => ofWords(a, l, r, `${l} | ${r}`),
  '^': (a, l, r) => ofWords(a, l, r, `${l} ^ ${r}`),
  '<<': (a, l, r) => {
    a.guard(`${r} >= 0 && ${r} < 22 && (${l} | 0) === ${l}`)
    pushInt(a, `${l} * (1 << ${r}) + 0`)
  },
  '>>': (a, l, r) => {
    a.guard(`${r} >= 0 && ${r} < 32 && (${l} | 0) === ${l}`)
    pushInt(a, `${l} >> ${r}`)
  },
}

function ofWords(a: Assembly, l: string, r: string, expression: string): void {
  a.guard(`(${l} | 0) === ${l} && (${r} | 0) === ${r}`)
  pushInt(a, expression)
}

/** The same where one of the two is a float. */
const ofFloats: Readonly<Record<string, (a: Assembly, l: string, r: string) => void>> = {
  '+': (a, l, r) => a.push1('float', `${l} + ${r}`, floatSample),
  '-': (a, l, r) => a.push1('float', `${l} - ${r}`, floatSample),
  '*': (a, l, r) => a.push1('float', `${l} * ${r}`, floatSample),
  '/': (a, l, r) => divided(a, r, `${l} / ${r}`),
  '//': (a, l, r) => divided(a, r, `floatFloorDivide(${l}, ${r})`),
  '%': (a, l, r) => divided(a, r, `floatModulo(${l}, ${r})`),
  '**': (a, l, r) => {
    const value = a.made('float', `positivePower(${l}, ${r})`, floatSample)
    a.guard(`${value.name} !== undefined`)
    a.push(value)
  },
}

function divided(a: Assembly, r: string, expression: string): void {
  a.guard(`${r} !== 0`)
  a.push1('float', expression, floatSample)
}

const binary: Emitter = (a, { arg }) => {
  const symbol = arg < INPLACE_OFFSET ? binaryOperators[arg]?.[1] ?? '' : (binaryOperators[arg]?.[1] ?? '').slice(0, -1)
  let right = a.pop()
  let left = a.pop()
  const [l, r] = [a.expected(left), a.expected(right)]
  const quick = isNumber(l) && isNumber(r) && !a.unit.generic.has(a.at)
  const known = !quick ? undefined : l === 'int' && r === 'int' ? ofInts[symbol] : ofFloats[symbol]
  if (known !== undefined) {
    const both = left === right
    left = a.as(left, l)
    right = both ? left : a.as(right, r)
    return known(a, left.name, right.name)
  }
  if (symbol === '+' && l === 'str' && r === 'str') {
    left = a.as(left, 'str')
    right = a.as(right, 'str')
    return a.push1('str', `${left.name} + ${right.name}`, left.sample)
  }
  a.save()
  const sample = l === r && (l === 'str' || l === 'list' || l === 'tuple') ? left.sample : undefined
  a.push1('any', `arithmetic(${a.boxed(left)}, ${a.boxed(right)}, ${arg}, py)`, sample)
}

const signs: Readonly<Record<string, string>> = { '==': '===', '!=': '!==' }

const compare: Emitter = (a, { arg }) => {
  let right = a.pop()
  let left = a.pop()
  const [l, r] = [a.expected(left), a.expected(right)]
  if ((isNumber(l) && isNumber(r)) || (l === 'str' && r === 'str')) {
    const both = left === right
    left = a.as(left, l)
    right = both ? left : a.as(right, r)
    const symbol = compareOperators[arg >> 5] ?? ''
    return a.push1('bool', `${left.name} ${signs[symbol] ?? symbol} ${right.name}`)
  }
  a.save()
  a.push1((arg & 16) !== 0 ? 'bool' : 'any', `comparison(${a.boxed(left)}, ${a.boxed(right)}, ${arg}, py)`)
}

const identical: Emitter = (a, { arg }) => {
  const right = a.pop()
  const left = a.pop()
  const single = [left, right].some(({ kind }) => kind === 'none' || kind === 'bool')
  const [l, r] = [a.boxed(left), a.boxed(right)]
  if (single) a.push1('bool', `${l} ${arg === 1 ? '!==' : '==='} ${r}`)
  else a.push1('bool', `same(${l}, ${r}) !== ${arg === 1}`)
}

const truths: Partial<Record<Kind, (name: string) => string>> = {
  int: (name) => `${name} !== 0`,
  float: (name) => `${name} !== 0`,
  str: (name) => `${name} !== ''`,
  none: () => 'false',
  list: (name) => `${name}.items.length !== 0`,
  tuple: (name) => `${name}.items.length !== 0`,
  dict: (name) => `${name}.size !== 0`,
}

const toBool: Emitter = (a) => {
  const value = a.pop()
  const kind = a.expected(value)
  if (kind === 'bool') return a.push(a.as(value, 'bool'))
  const test = truths[kind]
  if (test !== undefined) return a.push1('bool', test(a.as(value, kind).name))
  a.save()
  a.push1('bool', `truth(${a.boxed(value)}, py)`)
}

const negative: Emitter = (a) => {
  const value: Item = a.pop()
  const kind = a.expected(value)
  if (kind === 'int') return pushInt(a, `0 - ${a.as(value, kind).name}`)
  if (kind === 'float') return a.push1('float', `-${a.as(value, kind).name}`, floatSample)
  a.save()
  a.push1('any', `unary(${a.boxed(value)}, 'negative', py)`)
}

export const operators: ReadonlyMap<number, Emitter> = new Map<number, Emitter>([
  [opcodes.BINARY_OP, binary],
  [opcodes.COMPARE_OP, compare],
  [opcodes.IS_OP, identical],
  [opcodes.TO_BOOL, toBool],
  [opcodes.UNARY_NEGATIVE, negative],
  [opcodes.UNARY_NOT, (a) => a.push1('bool', `${a.pop().name} === false`)],
])
