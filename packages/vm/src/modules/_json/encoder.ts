// json's encoder: a Python value as the text of a JSON document.
import { PyBuiltin } from '../../data/callables.ts'
import { PyDict } from '../../data/dict.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { newList, newTuple, PyList, PyTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import {
  asInt, asStr, codePointsOf, newFloat, newInt, newStr, None, PyFloat, strOfCodePoints, strValue, type Int, type NarrowStr, type Str, type Value,
} from '../../data/values.ts'
import { makeArguments } from '../../object/binder.ts'
import { BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { toArray } from '../../protocols/iterate.ts'
import { countedCall, enterNative, stackError } from '../../protocols/native-depth.ts'
import { binary, operators } from '../../protocols/number.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { quoteAscii, quotePlain, quotePlainStr } from './strings.ts'

const WHERE = ' while encoding a JSON object'

function separatorOf(value: Value, place: number): Str {
  return asStr(value) ?? raise(PyTypeError, `make_encoder() argument ${place} must be str, not ${typeOf(value).tpName}`)
}

/** So many keys' quoted forms are kept, and so many lines' beginnings. */
const KEPT = 1_000

const byUnits = (a: string, b: string): number => (a < b ? -1 : 1)

class PyEncoder extends PyObject {
  readonly markers: Value
  readonly default: Value
  readonly encoder: Value
  readonly indent: Value
  readonly keySeparator: Str
  readonly itemSeparator: Str
  readonly sortKeys: boolean
  readonly skipKeys: boolean
  readonly allowNan: boolean
  /** Containers being written. */
  readonly open = new Set<Value>()
  /** Our own quoting, when the encoder function is one of this module's. */
  readonly quote: ((text: string) => string) | undefined
  constructor(args: readonly unknown[]) {
    super()
    const [markers, fallback, encoder, indent, keySeparator, itemSeparator, sortKeys, skipKeys, allowNan] = args as [
      Value, Value, Value, Value, Value, Value, boolean, boolean, boolean,
    ]
    if (markers !== None && !(markers instanceof PyDict)) {
      raise(PyTypeError, `make_encoder() argument 1 must be dict or None, not ${typeOf(markers).tpName}`)
    }
    this.markers = markers
    this.default = fallback
    this.encoder = encoder
    this.indent = indent
    this.keySeparator = separatorOf(keySeparator, 5)
    this.itemSeparator = separatorOf(itemSeparator, 6)
    this.sortKeys = sortKeys
    this.skipKeys = skipKeys
    this.allowNan = allowNan
    const name = encoder instanceof PyBuiltin && encoder.definition.ownerName === '_json' ? encoder.definition.name : ''
    this.quote = name === 'encode_basestring_ascii' ? quoteAscii : name === 'encode_basestring' ? quotePlain : undefined
  }
  override traverse(visit: Visit): void {
    for (const child of [this.markers, this.default, this.encoder, this.indent]) visit(child)
  }
}

/** One document being written. */
class Writer {
  readonly #encoder: PyEncoder
  readonly #py: Thread
  readonly #keySeparator: string
  readonly #itemSeparator: string
  text = ''
  /** Quoted keys with their separator, and lines' beginnings by level: records repeat them. */
  readonly #keys = new Map<string, string>()
  readonly #newlines: string[] = []
  /** What was written before `text` and holds surrogates, which no text keeps apart. */
  #before: number[] | undefined
  constructor(encoder: PyEncoder, py: Thread) {
    this.#encoder = encoder
    this.#py = py
    this.#keySeparator = strValue(encoder.keySeparator)
    this.#itemSeparator = strValue(encoder.itemSeparator)
  }

  value(value: Value, level: number): void {
    switch (typeof value) {
      case 'boolean':
        this.text += value ? 'true' : 'false'
        return
      case 'number':
        this.text += value
        return
      case 'string':
        this.#string(value)
        return
      default:
    }
    if (value === None) {
      this.text += 'null'
      return
    }
    const str = asStr(value)
    if (str !== undefined) {
      this.#string(value)
      return
    }
    const int = asInt(value)
    if (int !== undefined) this.text += this.#int(int)
    else if (value instanceof PyFloat) this.text += this.#float(value)
    else if (value instanceof PyList || value instanceof PyTuple) this.#list(value, level)
    else if (value instanceof PyDict) this.#dict(value, level)
    else this.#fallback(value, level)
  }

  /** Refuse a container that is being written already; one whose body fails stays marked, as in CPython. */
  #enter(value: Value): void {
    enterNative(this.#py, WHERE)
    const { open, markers } = this.#encoder
    if (markers === None) return
    if (open.has(value)) raise(ValueError, 'Circular reference detected')
    open.add(value)
  }
  #leave(value: Value): void {
    this.#py.nativeDepth--
    this.#encoder.open.delete(value)
  }

  #string(value: Value): void {
    const { quote, encoder } = this.#encoder
    if (quote !== undefined && (quote === quoteAscii || typeof value === 'string')) {
      this.text += quote(strValue(asStr(value) as Str))
      return
    }
    const made = quote === undefined ? call(encoder, [value], this.#py) : quotePlainStr(asStr(value) as Str)
    const text = asStr(made)
    if (text === undefined) return raise(PyTypeError, `encoder() must return a string, not ${typeOf(made).tpName}`)
    const points = typeof text === 'string' ? undefined : codePointsOf(text)
    if (points?.some((point) => point >= 0xd800 && point <= 0xdfff) === true) {
      const before = this.#points()
      for (const point of points) before.push(point)
    } else this.text += strValue(text)
  }

  /** All of the document so far; `text` begins anew. */
  #points(): number[] {
    this.#before ??= []
    for (const point of codePointsOf(newStr(this.text))) this.#before.push(point)
    this.text = ''
    return this.#before
  }
  finish(): Str {
    return this.#before === undefined ? newStr(this.text) : strOfCodePoints(this.#points())
  }
  #int(value: Int): string {
    return typeof value === 'number' ? String(value) : reprText(value, this.#py)
  }
  #float(value: PyFloat): string {
    const plain = newFloat(value.value)
    if (Number.isFinite(value.value)) return reprText(plain, this.#py)
    if (!this.#encoder.allowNan) raise(ValueError, `Out of range float values are not JSON compliant: ${reprText(value, this.#py)}`)
    return value.value !== value.value ? 'NaN' : value.value > 0 ? 'Infinity' : '-Infinity'
  }

  /** What starts a line at a level of indentation; empty without indentation. */
  #newline(level: number): string {
    const { indent } = this.#encoder
    if (indent === None) return ''
    if (typeof indent === 'string' && level >= 0 && level < KEPT) return (this.#newlines[level] ??= '\n' + indent.repeat(level))
    const text = binary(newStr('\n'), binary(indent, newInt(level), operators.multiply, this.#py), operators.add, this.#py)
    return strValue(asStr(text) as Str)
  }

  #list(value: PyList | PyTuple, level: number): void {
    const items = Object.hasOwn(value, 'type') && value instanceof PyList ? toArray(value, this.#py) : value.items
    if (items.length === 0) {
      this.text += '[]'
      return
    }
    this.#enter(value)
    const newline = this.#newline(level + 1)
    this.text += '[' + newline
    const between = this.#itemSeparator + newline
    for (let i = 0; i < items.length; i++) {
      if (i > 0) this.text += between
      this.value(items[i] as Value, level + 1)
    }
    this.text += this.#newline(level) + ']'
    this.#leave(value)
  }

  #dict(value: PyDict, level: number): void {
    if (value.size === 0) {
      this.text += '{}'
      return
    }
    this.#enter(value)
    const newline = this.#newline(level + 1)
    this.text += '{' + newline
    const between = this.#itemSeparator + newline
    let first = true
    for (const [key, item] of this.#items(value)) {
      const name = this.#key(key)
      if (name === undefined) continue
      if (!first) this.text += between
      first = false
      this.#name(name)
      this.value(item, level + 1)
    }
    this.text += this.#newline(level) + '}'
    this.#leave(value)
  }

  /** A key and what separates it from its value. */
  #name(name: Value): void {
    const { quote } = this.#encoder
    if (typeof name !== 'string' || quote === undefined) {
      this.#string(name)
      this.text += this.#keySeparator
      return
    }
    let text = this.#keys.get(name)
    if (text === undefined) {
      text = quote(name) + this.#keySeparator
      if (this.#keys.size < KEPT) this.#keys.set(name, text)
    }
    this.text += text
  }

  #items(value: PyDict): [Value, Value][] {
    const { sortKeys } = this.#encoder
    if (!sortKeys && !Object.hasOwn(value, 'type')) {
      const items: [Value, Value][] = []
      value.keys.forEach((key, i) => {
        if (key !== undefined) items.push([key, value.values[i] as Value])
      })
      return items
    }
    if (!Object.hasOwn(value, 'type') && value.keys.every((key) => key === undefined || typeof key === 'string')) {
      // Narrow strs of one dict: all differ, and their units are their code points.
      const keys = value.keys.filter((key): key is NarrowStr => key !== undefined).sort(byUnits)
      return keys.map((key) => [key, value.getStr(key) as Value])
    }
    const items = newList(toArray(callMethod(value, 'items', [], this.#py), this.#py))
    if (sortKeys) callMethod(items, 'sort', [], this.#py)
    return items.items.map((item) => {
      if (!(item instanceof PyTuple) || item.items.length !== 2) return raise(ValueError, 'items must return 2-tuples')
      return [item.items[0] as Value, item.items[1] as Value]
    })
  }

  /** A key as a str; undefined when it is to be skipped. */
  #key(key: Value): Value | undefined {
    if (asStr(key) !== undefined) return key
    if (key instanceof PyFloat) return newStr(this.#float(key))
    if (typeof key === 'boolean') return newStr(key ? 'true' : 'false')
    if (key === None) return newStr('null')
    const int = asInt(key)
    if (int !== undefined) return newStr(this.#int(int))
    if (this.#encoder.skipKeys) return undefined
    return raise(PyTypeError, `keys must be str, int, float, bool or None, not ${typeOf(key).tpName}`)
  }

  #fallback(value: Value, level: number): void {
    this.#enter(value)
    this.value(call(this.#encoder.default, [value], this.#py), level)
    this.#leave(value)
  }
}

const argumentsOf = (signature: string): ReturnType<typeof makeArguments> =>
  makeArguments(new BuiltinDefinition(signature, '', (() => None) as never, 'function', {}))
const makeEncoderArguments = argumentsOf(
  'make_encoder(markers: object, default: object, encoder: object, indent: object, key_separator: object, item_separator: object, sort_keys: bool, skipkeys: bool, allow_nan: bool)',
)
const encodeArguments = argumentsOf('_iterencode(obj: object, _current_indent_level: index)')

export const encoderType = defineType<'_json.Encoder', PyEncoder>('_json.Encoder', {
  doc: 'Writes Python values as JSON.',
  instance: PyEncoder,
  text: null,
  newRaw: (_cls, args, names, py) => new PyEncoder(makeEncoderArguments(args, names, py)),
  slots: {
    call: countedCall((self: PyEncoder, args, names, py) => {
      const [value, level] = encodeArguments(args, names, py) as [Value, number]
      const writer = new Writer(self, py)
      const depth = py.nativeDepth
      try {
        writer.value(value, level)
      } catch (caught) {
        if (caught instanceof RangeError) throw stackError(py, WHERE)
        throw caught
      } finally {
        py.nativeDepth = depth
      }
      return newTuple([writer.finish()])
    }),
  },
  attributes: () => ({
    markers: { get: (self) => self.markers, doc: 'markers' },
    default: { get: (self) => self.default, doc: 'default' },
    encoder: { get: (self) => self.encoder, doc: 'encoder' },
    indent: { get: (self) => self.indent, doc: 'indent' },
    key_separator: { get: (self) => self.keySeparator, doc: 'key_separator' },
    item_separator: { get: (self) => self.itemSeparator, doc: 'item_separator' },
    sort_keys: { get: (self) => self.sortKeys, doc: 'sort_keys' },
    skipkeys: { get: (self) => self.skipKeys, doc: 'skipkeys' },
  }),
})
