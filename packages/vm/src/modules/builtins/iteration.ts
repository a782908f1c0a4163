// all, any, iter, next, len, max, min, sorted, sum, aiter, anext.
import { checkKeywordCount } from '../../object/keyword-count.ts'
import type { KeywordNames } from '../../data/slots.ts'
import { PyByteArray, PyBytes } from '../../data/bytes.ts'
import { newList } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, narrowStr, None, PyFloat, newFloat, smallInt, strValue, type Value } from '../../data/values.ts'
import type { PyObject } from '../../data/object.ts'
import { fn } from '../../object/define-builtin.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { Compare } from '../../data/slots.ts'
import { compare } from '../../protocols/compare.ts'
import { StopIteration, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { sizeInt } from '../../protocols/index-number.ts'
import { forEach, iterate, collect } from '../../protocols/iterate.ts'
import { isRaised, raise, raiseWith } from '../../protocols/raise.ts'
import { binary, operators } from '../../protocols/number.ts'
import { length } from '../../protocols/subscript.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'
import { settle } from '../../types/list/index.ts'
import { newCallableIterator } from '../../types/callable-iterator.ts'
import { newAnextAwaitable } from '../../types/anext-awaitable.ts'
import type { PyDict } from '../../data/dict.ts'

function keywordsOf(names: PyDict, allowed: readonly string[], title: string): Record<string, Value> {
  const out: Record<string, Value> = {}
  checkKeywordCount(title, names.size, allowed.length)
  names.keys.forEach((key, i) => {
    if (key === undefined) return
    const name = strValue(asStr(key) ?? narrowStr(''))
    if (!allowed.includes(name)) raise(PyTypeError, `${title}() got an unexpected keyword argument '${name}'`)
    out[name] = names.values[i] as Value
  })
  return out
}

function extreme(title: 'max' | 'min', args: readonly Value[], names: PyDict, py: Thread): Value {
  if (args.length === 2 && names.size === 0) {
    const [first, second] = args as [Value, Value]
    return truth(compare(second, first, title === 'max' ? Compare.GT : Compare.LT, py), py) ? second : first
  }
  if (args.length === 0) raise(PyTypeError, `${title} expected at least 1 argument, got 0`)
  const { key = None, default: fallback } = keywordsOf(names, ['key', 'default'], title)
  if (args.length > 1 && fallback !== undefined) {
    raise(PyTypeError, `Cannot specify a default for ${title}() with multiple positional arguments`)
  }
  const op = title === 'max' ? Compare.GT : Compare.LT
  let best: Value | undefined
  let bestKey: Value | undefined
  const consider = (item: Value): void => {
    const value = key === None ? item : call(key, [item], py)
    if (bestKey === undefined || truth(compare(value, bestKey, op, py), py)) {
      best = item
      bestKey = value
    }
  }
  if (args.length > 1) args.forEach(consider)
  else forEach(args[0] as Value, py, consider)
  return best ?? fallback ?? raise(ValueError, `${title}() iterable argument is empty`)
}

/** sum() with CPython's fast paths: exact ints, then floats added with compensation. */
function sum(iterable: Value, start: Value, py: Thread): Value {
  if (asStr(start) !== undefined) raise(PyTypeError, "sum() can't sum strings [use ''.join(seq) instead]")
  if (start instanceof PyBytes) raise(PyTypeError, "sum() can't sum bytes [use b''.join(seq) instead]")
  if (start instanceof PyByteArray) raise(PyTypeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
  let total = start
  let high = 0
  let low = 0
  let mode: 'int' | 'float' | 'object' = typeof start === 'number' || typeof start === 'bigint' ? 'int' : 'object'
  if (start instanceof PyFloat && !Object.hasOwn(start, 'type')) {
    mode = 'float'
    high = start.value
  }
  const settle = (): Value => newFloat(low !== 0 && Number.isFinite(low) ? high + low : high)
  forEach(iterable, py, (item) => {
    if (mode === 'int') {
      if (typeof total === 'number') {
        const sum = (total as number) + Number(typeof item === 'number' || item === true ? item : NaN)
        if (sum <= Number.MAX_SAFE_INTEGER && sum >= Number.MIN_SAFE_INTEGER) {
          total = smallInt(sum)
          return
        }
        if (item === false) return
      }
      if (typeof item === 'number' || typeof item === 'bigint' || typeof item === 'boolean') {
        total = binary(total, item, operators.add, py)
        return
      }
      if (item instanceof PyFloat && !Object.hasOwn(item, 'type')) {
        mode = 'float'
        high = Number(total as number)
      } else mode = 'object'
    }
    if (mode === 'float') {
      const x =
        item instanceof PyFloat && !Object.hasOwn(item, 'type') ? item.value : typeof item === 'number' ? (item as number) : undefined
      if (x !== undefined) {
        // Neumaier's variant of Kahan summation, as CPython 3.12 and later.
        const next = high + x
        if (item instanceof PyFloat) low += Math.abs(high) >= Math.abs(x) ? high - next + x : x - next + high
        high = next
        return
      }
      total = settle()
      mode = 'object'
    }
    total = binary(total, item, operators.add, py)
  })
  return mode === ('float' as string) ? settle() : total
}

export const iterationFunctions = [
  fn('all(iterable: object, /)', 'Tell whether every item is true.', (iterable, py) => {
    let result = true
    forEach(iterable, py, (item) => (result = truth(item, py)))
    return result
  }),
  fn('any(iterable: object, /)', 'Tell whether some item is true.', (iterable, py) => {
    let result = false
    forEach(iterable, py, (item) => !(result = truth(item, py)))
    return result
  }),
  fn('iter(object: object, sentinel: object = <unrepresentable>, /)', 'Answer an iterator over an object, or over calls until a sentinel.', (object, sentinel, py) => {
    if (sentinel === undefined) return iterate(object, py)
    if (typeOf(object).slots.call === undefined) raise(PyTypeError, 'iter(v, w): v must be callable')
    return newCallableIterator(object, sentinel)
  }, { text: null }),
  fn('next(iterator: object, default: object = <unrepresentable>, /)', 'Answer the next item, or a default at the end.', (iterator, fallback, py) => {
    const slot = typeOf(iterator).slots.next
    if (slot === undefined) return raise(PyTypeError, `'${typeOf(iterator).tpName}' object is not an iterator`)
    if (fallback === undefined) return slot(iterator, py) ?? raiseWith(StopIteration)
    try {
      return slot(iterator, py) ?? fallback
    } catch (caught) {
      if (isRaised(caught, StopIteration)) return fallback
      throw caught
    }
  }, { text: null }),
  fn('len(obj: object, /)', 'Answer the number of items.', (object, py) => sizeInt(length(object, py))),
  fn('max(*args, **kwargs)', 'Answer the largest item.', (args, names, py) => extreme('max', args, names, py), { text: null }),
  fn('min(*args, **kwargs)', 'Answer the smallest item.', (args, names, py) => extreme('min', args, names, py), { text: null }),
  fn('sorted(*args, **kwargs)', 'Answer a sorted list of the items.', (args, names, py) => {
    if (args.length !== 1) raise(PyTypeError, `sorted expected 1 argument, got ${args.length}`)
    const list = newList(collect(args[0] as Value, py))
    settle(list, args[0] as Value)
    const keys = names.keys.filter((key): key is Value => key !== undefined)
    callMethod(list, 'sort', keys.map((_, i) => names.values[i] as Value), py, keys as unknown as KeywordNames)
    return list
  }, { text: '($module, iterable, /, *, key=None, reverse=False)' }),
  fn('sum(iterable: object, /, start: object = 0)', 'Answer the sum of the items and a start value.', (iterable, start, py) => sum(iterable, start, py)),
  fn('aiter(async_iterable: object, /)', 'Answer an asynchronous iterator.', (iterable, py) => {
    const slot = typeOf(iterable).slots.aiter
    if (slot === undefined) return raise(PyTypeError, `'${typeOf(iterable).tpName}' object is not an async iterable`)
    const iterator = slot(iterable, py)
    if (typeOf(iterator).slots.anext === undefined) {
      raise(PyTypeError, `aiter() returned not an async iterator of type '${typeOf(iterator).tpName}'`)
    }
    return iterator
  }),
  fn('anext(aiterator: object, default: object = <unrepresentable>, /)', 'Answer an awaitable for the next item.', (iterator, fallback, py) => {
    const slot = typeOf(iterator).slots.anext
    if (slot === undefined) return raise(PyTypeError, `'${typeOf(iterator).tpName}' object is not an async iterator`)
    const awaitable = slot(iterator, py)
    return fallback === undefined ? awaitable : newAnextAwaitable(awaitable as PyObject, fallback)
  }, { text: '($module, aiterator, default=<unrepresentable>, /)' }),
]
