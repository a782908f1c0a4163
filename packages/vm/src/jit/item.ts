// A value as the compiler knows it: under which name the code it writes has it, in which form, and what is known of it.
import { PyDict } from '../data/dict.ts'
import { PyListIterator, PyRangeIterator, PyTupleIterator } from '../data/iterators.ts'
import { PyList, PyTuple } from '../data/sequences.ts'
import { None, PyFloat, type Value } from '../data/values.ts'

/**
 * A float is a bare number under its name, every other kind the Python value itself. `any` may be unbound (undefined);
 * `unbound` always is.
 */
export type Kind =
  | 'any' | 'unbound' | 'int' | 'float' | 'bool' | 'str' | 'none' | 'list' | 'tuple' | 'dict' | 'range iterator' | 'list iterator' | 'tuple iterator'

/**
 * Whether a float has its object: `none` so far, `some` if the box variable is not undefined, `sure`. A float that was
 * made is given an object once only: `is`, `id` and the membership of NaN see which.
 */
export type Boxing = 'none' | 'some' | 'sure'

export interface Item {
  /** An expression without effect. */
  readonly name: string
  readonly kind: Kind
  /** Of a float: where its object is. */
  readonly box: string
  readonly boxing: Boxing
  /** A value that was seen here, or one like it: what the code may be written for, after a test. */
  readonly sample: Value | undefined
  /** The sample is what it always is. */
  readonly constant: boolean
}

export function item(name: string, kind: Kind, sample?: Value, constant = false): Item {
  return { name, kind, box: '', boxing: 'none', sample, constant }
}

export function boxedFloat(name: string, box: string, sample: Value | undefined): Item {
  return { name, kind: 'float', box, boxing: 'sure', sample, constant: false }
}

/** What a value is, if the compiler has a word for it; only plain builtin objects count. */
export function kindOf(value: Value | undefined): Kind {
  switch (typeof value) {
    case 'undefined':
      return 'unbound'
    case 'number':
      return 'int'
    case 'boolean':
      return 'bool'
    case 'string':
      return 'str'
    case 'bigint':
      return 'any'
    default:
  }
  if (value === None) return 'none'
  for (const [layout, kind] of layouts) {
    if (value instanceof layout) return value.type === layout.prototype.type ? kind : 'any'
  }
  return 'any'
}

const layouts = [
  [PyFloat, 'float'], [PyList, 'list'], [PyTuple, 'tuple'], [PyDict, 'dict'],
  [PyRangeIterator, 'range iterator'], [PyListIterator, 'list iterator'], [PyTupleIterator, 'tuple iterator'],
] as const

/** The JavaScript test that the value under `name` is of a kind; floats are tested as objects. */
export function testOf(name: string, kind: Kind): string {
  switch (kind) {
    case 'any':
      return 'true'
    case 'unbound':
      return `${name} === undefined`
    case 'none':
      return `${name} === None`
    case 'int':
      return `typeof ${name} === 'number'`
    case 'bool':
      return `typeof ${name} === 'boolean'`
    case 'str':
      return `typeof ${name} === 'string'`
    case 'float':
      return `${name} instanceof PyFloat && ${name}.type === floatType`
    case 'list':
      return `${name} instanceof PyList && ${name}.type === listType`
    case 'tuple':
      return `${name} instanceof PyTuple && ${name}.type === tupleType`
    case 'dict':
      return `${name} instanceof PyDict && ${name}.type === dictType`
    case 'range iterator':
      return `${name} instanceof PyRangeIterator`
    case 'list iterator':
      return `${name} instanceof PyListIterator`
    case 'tuple iterator':
      return `${name} instanceof PyTupleIterator`
  }
}

/** What two ways to the same place know in common. */
export function joinKinds(a: Kind, b: Kind): Kind {
  return a === b ? a : 'any'
}

export function joinBoxing(a: Boxing, b: Boxing): Boxing {
  return a === b ? a : 'some'
}
