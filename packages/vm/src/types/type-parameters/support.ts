// What the kinds of type parameters have in common.
import { newTuple } from '../../data/sequences.ts'
import { narrowStr, newStr, None, strValue, type Value } from '../../data/values.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { call } from '../../protocols/call.ts'
import type { Attribute } from '../../object/define-type.ts'
import type { Thread } from '../../thread.ts'
import { importModule } from '../../protocols/import-module.ts'
import { type Lazy, NoDefault, type PyTypeParameter } from './layouts.ts'

/** A function of Lib/typing.py. */
export function callTyping(name: string, args: Value[], py: Thread): Value {
  return call(getAttr(importModule('typing', py), narrowStr(name), py), args, py)
}

/** The value of something lazy; undefined when it was never given. */
export function force(lazy: Lazy, py: Thread): Value | undefined {
  if (lazy.value === undefined && lazy.evaluate !== undefined) lazy.value = call(lazy.evaluate, [], py)
  return lazy.value
}

/** `__module__` of what Python code makes: the module that is running. */
export function callerModule(py: Thread): Value {
  return py.frame?.globals.getStr('__name__') ?? None
}

export const commonAttributes = {
  __name__: { member: true, get: (self: PyTypeParameter) => self.name },
  __default__: { get: (self: PyTypeParameter, py: Thread) => force(self.fallback, py) ?? NoDefault },
  __module__: { get: (self: PyTypeParameter) => self.module ?? None, set: (self: PyTypeParameter, value) => void (self.module = value) },
} satisfies Record<string, Attribute<PyTypeParameter>>

export function hasDefault(self: PyTypeParameter): boolean {
  return self.fallback.evaluate !== undefined || (self.fallback.value !== undefined && self.fallback.value !== NoDefault)
}

export function reprWithVariance(name: string, variance: { covariant: boolean; contravariant: boolean; inferVariance: boolean }) {
  const sign = variance.inferVariance ? '' : variance.covariant ? '+' : variance.contravariant ? '-' : '~'
  return newStr(sign + name)
}

/** `X[…]` of a generic made of one parameter: a tuple of arguments. */
export const single = (value: Value) => newTuple([value])
export const text = strValue
