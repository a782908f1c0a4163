// json's scanner: one JSON value at a position of a str.
import { PyDict } from '../../data/dict.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { newList, newTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, narrowStr, newFloat, newInt, None, type Value } from '../../data/values.ts'
import { makeArguments } from '../../object/binder.ts'
import { BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { call } from '../../protocols/call.ts'
import { StopIteration, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { countedCall, enterNative, stackError } from '../../protocols/native-depth.ts'
import { raise, raiseWith } from '../../protocols/raise.ts'
import { truth } from '../../protocols/truth.ts'
import { floatType } from '../../types/float/index.ts'
import { intType } from '../../types/int/index.ts'
import type { Thread } from '../../thread.ts'
import { scanned, scanString, Source } from './strings.ts'

const number = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y
const blanks = /[ \t\n\r]*/y

const [POINT, ZERO, LARGE_E, SMALL_E] = [46, 48, 69, 101]

export class PyScanner extends PyObject {
  readonly strict: Value
  readonly objectHook: Value
  readonly objectPairsHook: Value
  readonly parseFloat: Value
  readonly parseInt: Value
  readonly parseConstant: Value
  readonly isStrict: boolean
  constructor(context: Value, py: Thread) {
    super()
    const read = (name: string): Value => getAttr(context, narrowStr(name), py)
    this.strict = read('strict')
    this.isStrict = truth(this.strict, py)
    this.objectHook = read('object_hook')
    this.objectPairsHook = read('object_pairs_hook')
    this.parseFloat = read('parse_float')
    this.parseInt = read('parse_int')
    this.parseConstant = read('parse_constant')
  }
  override traverse(visit: Visit): void {
    for (const child of [this.objectHook, this.objectPairsHook, this.parseFloat, this.parseInt, this.parseConstant]) visit(child)
  }
}

/** One run of a scanner over a document; `at` moves behind what was read. */
class Scan {
  readonly #scanner: PyScanner
  readonly #source: Source
  readonly #text: string
  readonly #py: Thread
  readonly #memo = new Map<string, Value>()
  #kind: 'object' | 'array' = 'array'
  at: number
  constructor(scanner: PyScanner, source: Source, at: number, py: Thread) {
    this.#scanner = scanner
    this.#source = source
    this.#text = source.text
    this.#py = py
    this.at = at
  }

  value(): Value {
    const text = this.#text
    const start = this.at
    switch (text[start]) {
      case '"': {
        const read = scanString(this.#source, start + 1, this.#scanner.isStrict, this.#py)
        this.at = scanned.end
        return read
      }
      case '{':
        return this.#object()
      case '[':
        return this.#array()
      case 'n':
        if (text.startsWith('null', start)) return this.#word(4, None)
        break
      case 't':
        if (text.startsWith('true', start)) return this.#word(4, true)
        break
      case 'f':
        if (text.startsWith('false', start)) return this.#word(5, false)
        break
      case 'N':
        if (text.startsWith('NaN', start)) return this.#constant('NaN')
        break
      case 'I':
        if (text.startsWith('Infinity', start)) return this.#constant('Infinity')
        break
      case '-':
        if (text.startsWith('-Infinity', start)) return this.#constant('-Infinity')
    }
    return this.#number(start)
  }

  #word(length: number, value: Value): Value {
    this.at += length
    return value
  }
  #constant(name: string): Value {
    this.at += name.length
    return call(this.#scanner.parseConstant, [narrowStr(name)], this.#py)
  }

  #number(start: number): Value {
    const whole = this.#wholeNumber(start)
    if (whole !== undefined) return whole
    number.lastIndex = start
    const match = number.exec(this.#text)
    if (match === null) return raiseWith(StopIteration, newInt(start))
    this.at = start + match[0].length
    const { parseFloat, parseInt } = this.#scanner
    if (match[2] !== undefined || match[3] !== undefined) {
      return parseFloat === floatType ? newFloat(Number(match[0])) : call(parseFloat, [narrowStr(match[0])], this.#py)
    }
    if (parseInt === intType && match[0].length < 16) return newInt(Number(match[0]))
    return call(parseInt, [narrowStr(match[0])], this.#py)
  }

  /** A non-negative int of few digits; undefined for all other numbers. */
  #wholeNumber(start: number): Value | undefined {
    if (this.#scanner.parseInt !== intType) return undefined
    const text = this.#text
    const first = text.charCodeAt(start) - ZERO
    let at = start + 1
    // Nothing follows a leading zero.
    if (!(first >= 0 && first <= 9)) return undefined
    let value = first
    for (let digit = text.charCodeAt(at) - ZERO; first > 0 && digit >= 0 && digit <= 9; digit = text.charCodeAt(++at) - ZERO) value = value * 10 + digit
    const next = text.charCodeAt(at)
    if (at - start > 15 || next === POINT || next === SMALL_E || next === LARGE_E) return undefined
    this.at = at
    return newInt(value)
  }

  /** One level deeper: the caller undoes it when it is through. */
  #enter(kind: 'object' | 'array'): void {
    this.#kind = kind
    enterNative(this.#py, this.where)
    this.at++
  }
  get where(): string {
    return ` while decoding a JSON ${this.#kind} from a unicode string`
  }

  #blanks(): string | undefined {
    const c = this.#text.charCodeAt(this.at)
    if (c === 32 || (c >= 9 && c <= 13)) {
      blanks.lastIndex = this.at
      blanks.test(this.#text)
      this.at = blanks.lastIndex
    }
    return this.#text[this.at]
  }

  /** The separator after an item: true when another item follows. */
  #goesOn(close: string, kind: string): boolean {
    const mark = this.#blanks()
    if (mark === close) return false
    if (mark !== ',') this.#source.fail("Expecting ',' delimiter", this.at, this.#py)
    const comma = this.at++
    if (this.#blanks() === close) this.#source.fail(`Illegal trailing comma before end of ${kind}`, comma, this.#py)
    return true
  }

  #object(): Value {
    this.#enter('object')
    const { objectHook, objectPairsHook } = this.#scanner
    const pairs: Value[] | undefined = objectPairsHook === None ? undefined : []
    const dict = new PyDict()
    if (this.#blanks() !== '}') {
      do {
        const key = this.#key()
        if (this.#blanks() !== ':') this.#source.fail("Expecting ':' delimiter", this.at, this.#py)
        this.at++
        this.#blanks()
        const value = this.value()
        if (pairs !== undefined) pairs.push(newTuple([key, value]))
        else if (typeof key === 'string') dict.setStr(key, value)
        else dict.set(key, value, this.#py.keys)
      } while (this.#goesOn('}', 'object'))
    }
    this.at++
    this.#py.nativeDepth--
    if (pairs !== undefined) return call(objectPairsHook, [newList(pairs)], this.#py)
    return objectHook === None ? dict : call(objectHook, [dict], this.#py)
  }

  #key(): Value {
    if (this.#text[this.at] !== '"') {
      this.#source.fail('Expecting property name enclosed in double quotes', this.at, this.#py)
    }
    const key = scanString(this.#source, this.at + 1, this.#scanner.isStrict, this.#py)
    this.at = scanned.end
    if (typeof key !== 'string') return key
    const known = this.#memo.get(key)
    if (known !== undefined) return known
    this.#memo.set(key, key)
    return key
  }

  #array(): Value {
    this.#enter('array')
    const items: Value[] = []
    if (this.#blanks() !== ']') {
      do items.push(this.value())
      while (this.#goesOn(']', 'array'))
    }
    this.at++
    this.#py.nativeDepth--
    return newList(items)
  }
}

const argumentsOf = (signature: string): ReturnType<typeof makeArguments> =>
  makeArguments(new BuiltinDefinition(signature, '', (() => None) as never, 'function', {}))
const makeScannerArguments = argumentsOf('make_scanner(context: object)')
const scanArguments = argumentsOf('scan_once(string: object, idx: index)')

export const scannerType = defineType<'_json.Scanner', PyScanner>('_json.Scanner', {
  doc: 'Reads one JSON value at a position of a str.',
  instance: PyScanner,
  text: null,
  newRaw: (_cls, args, names, py) => new PyScanner(makeScannerArguments(args, names, py)[0] as Value, py),
  slots: {
    call: countedCall((self: PyScanner, args, names, py) => {
      const [string, idx] = scanArguments(args, names, py) as [Value, number]
      const text = asStr(string)
      if (text === undefined) raise(PyTypeError, `first argument must be a string, not ${typeOf(string).tpName}`)
      if (idx < 0) raise(ValueError, 'idx cannot be negative')
      const source = new Source(text)
      const scan = new Scan(self, source, idx, py)
      if (scan.at >= source.text.length) raiseWith(StopIteration, newInt(idx))
      const depth = py.nativeDepth
      try {
        const value = scan.value()
        return newTuple([value, newInt(scan.at)])
      } catch (caught) {
        if (caught instanceof RangeError) throw stackError(py, scan.where)
        throw caught
      } finally {
        py.nativeDepth = depth
      }
    }),
  },
  attributes: () => ({
    strict: { get: (self) => self.isStrict, doc: 'strict' },
    object_hook: { get: (self) => self.objectHook, doc: 'object_hook' },
    object_pairs_hook: { get: (self) => self.objectPairsHook, doc: 'object_pairs_hook' },
    parse_float: { get: (self) => self.parseFloat, doc: 'parse_float' },
    parse_int: { get: (self) => self.parseInt, doc: 'parse_int' },
    parse_constant: { get: (self) => self.parseConstant, doc: 'parse_constant' },
  }),
})

