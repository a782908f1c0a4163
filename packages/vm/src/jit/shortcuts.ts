// Builtins that compiled code does on the spot where the arguments are of the common kinds.
import { PyMethodDescriptor, type PyBuiltin } from '../data/callables.ts'
import { None, smallInt } from '../data/values.ts'
import { floatSample, type Assembly } from './assembly.ts'
import type { Call } from './calls.ts'
import { item, type Kind } from './item.ts'

/** Writes the call and answers true, or nothing and false. */
type Shortcut = (a: Assembly, call: Call) => boolean

const sizes: Partial<Record<Kind, string>> = { list: 'items.length', tuple: 'items.length', dict: 'size', str: 'length' }

const length: Shortcut = (a, { args }) => {
  const [value] = args
  if (args.length !== 1 || value === undefined) return false
  const kind = a.expected(value)
  const size = sizes[kind]
  if (size === undefined) return false
  a.push1('int', `${a.as(value, kind).name}.${size}`, smallInt(1))
  return true
}

const append: Shortcut = (a, { args }) => {
  const [list, value] = args
  if (args.length !== 2 || list === undefined || value === undefined || a.expected(list) !== 'list') return false
  const { name } = a.as(list, 'list')
  a.guard(`${name}.items.length < MOST_ITEMS`)
  a.line(`listAppend(${name}, ${a.boxed(value)})`)
  a.push(item('None', 'none', None, true))
  return true
}

const absolute: Shortcut = (a, { args }) => {
  const [value] = args
  if (args.length !== 1 || value === undefined) return false
  const kind = a.expected(value)
  if (kind !== 'int' && kind !== 'float') return false
  a.push1(kind, `Math.abs(${a.as(value, kind).name})`, kind === 'int' ? smallInt(1) : floatSample)
  return true
}

const root: Shortcut = (a, { args }) => {
  const [value] = args
  if (args.length !== 1 || value === undefined) return false
  const kind = a.expected(value)
  if (kind !== 'int' && kind !== 'float') return false
  const { name } = a.as(value, kind)
  a.guard(`${name} >= 0`)
  a.push1('float', `Math.sqrt(${name})`, floatSample)
  return true
}

/** `min` and `max` of two ints: the first of equal ones, which look the same. */
const extreme = (sign: string): Shortcut => (a, { args }) => {
  const [one, two] = args
  if (args.length !== 2 || one === undefined || two === undefined) return false
  if (a.expected(one) !== 'int' || a.expected(two) !== 'int') return false
  const [left, right] = [a.as(one, 'int').name, a.as(two, 'int').name]
  a.push1('int', `${right} ${sign} ${left} ? ${right} : ${left}`, smallInt(1))
  return true
}

const shortcuts: Readonly<Record<string, Shortcut>> = {
  'builtins.len': length,
  'builtins.abs': absolute,
  'builtins.min': extreme('<'),
  'builtins.max': extreme('>'),
  'list.append': append,
  'math.sqrt': root,
}

/** The way to do a builtin's call on the spot, if there is one. */
export function shortcutOf(callee: PyBuiltin | PyMethodDescriptor): Shortcut | undefined {
  const place = callee instanceof PyMethodDescriptor ? callee.owner.name : callee.module
  return typeof place === 'string' ? shortcuts[`${place}.${callee.definition.name}`] : undefined
}
