// Values over the border: JavaScript to Python and back, as copies. What has no counterpart stays a PythonObject.
import {
  asInt, asStr, newBytes, newDict, newFloat, newInt, newList, newSet, newStr, None, PyByteArray, PyBytes, PyDict, PyFloat,
  PyList, PySet, PyTuple, reprText, strValue, type Thread, type Value,
} from '@pellucid/vm/machine'

/** A Python object that JavaScript can hold and hand back, and look at by its repr. */
export class PythonObject {
  /** The object itself: for this package only. */
  readonly value: Value
  readonly #py: Thread
  constructor(value: Value, py: Thread) {
    this.value = value
    this.#py = py
  }
  /** `repr(object)`. */
  toString(): string {
    return reprText(this.value, this.#py)
  }
}

/** What `toJs` makes: numbers (bigint beyond 2⁵³), strings, arrays, Maps, Sets, Uint8Arrays, PythonObjects. */
export type JsValue =
  | null | boolean | number | bigint | string | Uint8Array | PythonObject
  | readonly JsValue[] | ReadonlyMap<JsValue, JsValue> | ReadonlySet<JsValue>

/** A copy of a Python value for JavaScript. Containers inside themselves raise RangeError. */
export function toJs(value: Value, py: Thread, outer: readonly Value[] = []): JsValue {
  if (value === None) return null
  if (typeof value === 'boolean') return value
  const int = asInt(value)
  if (int !== undefined) return int as number | bigint
  const text = asStr(value)
  if (text !== undefined) return strValue(text)
  if (value instanceof PyFloat) return value.value
  if (value instanceof PyBytes || value instanceof PyByteArray) return value.bytes.slice()
  if (outer.includes(value)) throw new RangeError('a container that holds itself has no copy')
  const inside = [...outer, value]
  if (value instanceof PyList || value instanceof PyTuple) return value.items.map((item) => toJs(item, py, inside))
  if (value instanceof PySet) return new Set(value.items(py.keys).map((item) => toJs(item, py, inside)))
  if (value instanceof PyDict) {
    const map = new Map<JsValue, JsValue>()
    value.keys.forEach((key, i) => {
      if (key !== undefined) map.set(toJs(key, py, inside), toJs(value.values[i] as Value, py, inside))
    })
    return map
  }
  return new PythonObject(value, py)
}

/** A Python value for a JavaScript one; integral numbers become ints. TypeError for functions and other objects. */
export function fromJs(value: unknown, py: Thread): Value {
  switch (typeof value) {
    case 'undefined':
      return None
    case 'boolean':
      return value
    case 'string':
      return newStr(value)
    case 'bigint':
      return newInt(value)
    case 'number':
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? newInt(value) : newFloat(value)
    default:
  }
  if (value === null) return None
  if (value instanceof PythonObject) return value.value
  if (value instanceof Uint8Array) return newBytes(value.slice())
  if (Array.isArray(value)) return newList(value.map((item) => fromJs(item, py)))
  if (value instanceof Set) {
    const set = newSet()
    for (const item of value) set.add(fromJs(item, py), py.keys)
    return set
  }
  const entries = value instanceof Map ? [...(value as Map<unknown, unknown>)] : isRecord(value) ? Object.entries(value) : undefined
  if (entries === undefined) throw new TypeError('only data crosses the border: null, booleans, numbers, strings, bytes, arrays, Maps, Sets, records')
  const dict = newDict()
  for (const [key, item] of entries) dict.set(fromJs(key, py), fromJs(item, py), py.keys)
  return dict
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

