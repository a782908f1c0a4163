// array (https://docs.python.org/3.13/library/array.html): numbers side by side in memory.
import { parseStruct, unpackStruct } from '@pellucid/primitives'
import { newBytes, PyByteArray, PyBytes } from '../../data/bytes.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { newList, newTuple, PyList } from '../../data/sequences.ts'
import type { PyType} from '../../data/type.ts';
import { isSubtype, TypeFlags, typeOf } from '../../data/type.ts'
import { asStr, narrowStr, newFloat, newInt, newStr, None, smallInt, strOfCodePoints, asInt, type Value } from '../../data/values.ts'
import { classMethod, fn, methods } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { builtinNamed } from '../../protocols/builtins-of.ts'
import { existingDict } from '../../protocols/attributes.ts'
import { bytesOf, BufferFlags } from '../../protocols/buffer.ts'
import { decodeBytes } from '../../protocols/codecs.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { equal } from '../../protocols/compare.ts'
import { DeprecationWarning, EOFError, ImportError, IndexError, MemoryError, TypeError as PyTypeError, ValueError, OverflowError } from '../../protocols/exceptions.ts'
import { importModule } from '../../protocols/import-module.ts'
import { iterate } from '../../protocols/iterate.ts'
import { identityOf } from '../../protocols/identity.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { warn } from '../../protocols/warn.ts'
import { sliceIndex } from '../../protocols/slice-indices.ts'
import type { Thread } from '../../thread.ts'
import { appendText, compareArrays, extend, getItem, setItem } from './items.ts'
import { isText, kindOf, kinds, letterOf, typecodes, type Kind } from './kinds.ts'
import { PyArray } from './storage.ts'

class PyArrayIterator extends PyObject {
  /** Undefined once exhausted. */
  array: PyArray | undefined
  index = 0
  constructor(array: PyArray) {
    super()
    this.array = array
  }
  override traverse(visit: Visit): void {
    if (this.array !== undefined) visit(this.array)
  }
}

const iteratorMethod = methods<PyArrayIterator>()
defineType('array.arrayiterator', {
  doc: 'An iterator over an array.',
  instance: PyArrayIterator,
  slots: {
    iter: (self: PyArrayIterator) => self,
    next(self) {
      if (self.array !== undefined && self.index < self.array.length) return self.array.at(self.index++)
      self.array = undefined
      return undefined
    },
  },
  definingClass: ['__reduce__'],
  methods: () => [
    iteratorMethod('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      const iter = builtinNamed('iter', py)
      if (self.array === undefined) return newTuple([iter, newTuple([newList([])])])
      return newTuple([iter, newTuple([self.array]), newInt(self.index)])
    }),
    iteratorMethod('__setstate__(self, state: exactsize, /)', 'Help pickle.', (self, state) => {
      self.index = Math.max(0, Math.min(state, self.array?.length ?? 0))
    }),
  ],
})

/** The characters of a text array; reading them checks their range. */
function textOf(self: PyArray, py: Thread): Value {
  if (self.kind.code === 'w') return decodeBytes(self.bytes, 'utf-32-le', 'surrogatepass', py)
  const points = Array.from(new Uint32Array(self.bytes.slice().buffer))
  const wrong = points.find((point) => point > 0x10ffff)
  if (wrong !== undefined) raise(ValueError, `character U+${wrong.toString(16)} is not in range [U+0000; U+10ffff]`)
  return strOfCodePoints(points)
}

function make(cls: PyType, kind: Kind, initial: Value | undefined, py: Thread): PyArray {
  const made = withClass(new PyArray(kind), cls)
  if (initial === undefined) return made
  const text = asStr(initial)
  if (text !== undefined) {
    if (!isText(kind)) raise(PyTypeError, `cannot use a str to initialize an array with typecode '${kind.code}'`)
    appendText(made, text)
    return made
  }
  if (initial instanceof PyArray) {
    if (isText(initial.kind) && !isText(kind)) {
      raise(PyTypeError, `cannot use a unicode array to initialize an array with typecode '${kind.code}'`)
    }
    if (initial.kind === kind) made.appendBytes(initial.bytes)
    else for (const item of initial.values()) made.append(item, py)
    return made
  }
  if (initial instanceof PyBytes || initial instanceof PyByteArray) made.appendBytes(initial.bytes)
  else extend(made, initial, py)
  return made
}

/** What the contents may not be is told before what the type code is not. */
function checkInitial(letter: string, initial: Value, py: Thread): void {
  if (asStr(initial) !== undefined) raise(PyTypeError, `cannot use a str to initialize an array with typecode '${letter}'`)
  if (initial instanceof PyArray) {
    if (isText(initial.kind)) raise(PyTypeError, `cannot use a unicode array to initialize an array with typecode '${letter}'`)
  } else if (!(initial instanceof PyBytes || initial instanceof PyByteArray)) iterate(initial, py)
}

function arrayRepr(self: PyArray, py: Thread): string {
  const name = self.type.name
  if (self.length === 0) return `${name}('${self.kind.code}')`
  const contents = isText(self.kind) ? textOf(self, py) : newList(self.values())
  return `${name}('${self.kind.code}', ${reprText(contents, py)})`
}

function repeat(self: PyArray, count: number): PyArray {
  const times = Math.max(0, count)
  const { bytes } = self
  if (bytes.length * times > 2 ** 31) raise(MemoryError)
  const repeated = new Uint8Array(bytes.length * times)
  for (let i = 0; i < times; i++) repeated.set(bytes, i * bytes.length)
  return new PyArray(self.kind, repeated)
}

function find(self: PyArray, value: Value, start: number, stop: number, py: Thread): number {
  const from = start < 0 ? Math.max(0, start + self.length) : start
  const to = stop < 0 ? stop + self.length : stop
  for (let i = from; i < to && i < self.length; i++) if (equal(self.at(i), value, py)) return i
  return -1
}

function protocolOf(value: Value): number {
  const int = asInt(value) ?? raise(PyTypeError, '__reduce_ex__ argument should be an integer')
  if (typeof int !== 'number' && BigInt.asIntN(64, int) !== int) raise(OverflowError, 'Python int too large to convert to C long')
  return Number(int)
}

function reduce(self: PyArray, protocol: number, py: Thread): Value {
  const state = existingDict(self) ?? None
  if (protocol < 3) {
    const contents = newList(self.values())
    return newTuple([self.type, newTuple([narrowStr(self.kind.code), contents]), state])
  }
  const rebuild = getAttr(importModule('array', py), narrowStr('_array_reconstructor'), py)
  const parts = [self.type, narrowStr(self.kind.code), smallInt(self.kind.format), newBytes(self.bytes.slice())]
  return newTuple([rebuild, newTuple(parts), state])
}

/** struct's letter and byte order for each machine format code; texts last. */
const formats = ['B', 'b', '<H', '>H', '<h', '>h', '<I', '>I', '<i', '>i', '<Q', '>Q', '<q', '>q', '<f', '>f', '<d', '>d', '<H', '>H', '<I', '>I']

function reconstruct(cls: PyType, kind: Kind, format: number, items: Value, py: Thread): Value {
  if (!isSubtype(cls, arrayType)) raise(PyTypeError, `${cls.tpName} is not a subtype of array`)
  const letter = formats[format] ?? raise(ValueError, 'third argument must be a valid machine format code.')
  if (!(items instanceof PyBytes)) return raise(PyTypeError, `fourth argument should be bytes, not ${typeOf(items).tpName}`)
  if (format === kind.format) return make(cls, kind, items, py)
  const width = parseStruct(letter).size
  if (items.bytes.length % width !== 0) raise(ValueError, 'string length not a multiple of item size')
  const order = letter.length > 1 ? (letter[0] as string) : ''
  const layout = parseStruct(`${order}${items.bytes.length / width}${letter.at(-1)}`)
  const numbers = unpackStruct(layout, items.bytes)
  if (format >= 18) {
    const points = numbers.map(Number)
    const text = format < 20 ? newStr(String.fromCharCode(...points)) : strOfCodePoints(points)
    return make(cls, kind, text, py)
  }
  const values = numbers.map((item): Value => (typeof item === 'object' && 'float' in item ? newFloat(item.float) : newInt(Number.isSafeInteger(item) ? (item as number) : (item as bigint))))
  return make(cls, kind, newList(values), py)
}

function readFrom(self: PyArray, file: Value, count: number, py: Thread): void {
  if (count < 0) raise(ValueError, 'negative count')
  const wanted = count * self.kind.size
  const read = callMethod(file, 'read', [newInt(wanted)], py)
  if (!(read instanceof PyBytes)) return raise(PyTypeError, "read() didn't return bytes")
  self.appendBytes(read.bytes)
  if (read.bytes.length !== wanted) raise(EOFError, "read() didn't return enough bytes")
}

const BLOCK = 65536
const method = methods<PyArray>()
const copyArray = (self: PyArray): Value => new PyArray(self.kind, self.bytes)

const arrayMethods = [
  method('append(self, v: object, /)', 'Add an item at the end.', (self, v, py) => {
    // C converts once to see whether it can, once to store.
    if (typeOf(v).flags & TypeFlags.HEAPTYPE) self.kind.convert(v, py)
    self.append(v, py)
  }),
  method('buffer_info(self, /)', 'Address and length of the memory.', (self) => newTuple([newInt(self.length === 0 ? 0 : identityOf(self)), newInt(self.length)])),
  method('byteswap(self, /)', 'Turn the bytes of each item round.', (self) => {
    const { bytes, kind } = self
    for (let at = 0; at < bytes.length; at += kind.size) bytes.subarray(at, at + kind.size).reverse()
  }),
  method('clear(self, /)', 'Remove all items.', (self) => self.splice(0, self.length, 0)),
  method('__copy__(self, /)', 'A copy.', copyArray),
  method('count(self, v: object, /)', 'How often an item occurs.', (self, v, py) => newInt(self.values().filter((item) => equal(item, v, py)).length)),
  method('__deepcopy__(self, unused: object, /)', 'A copy.', copyArray),
  method('extend(self, bb: object, /)', 'Add items at the end.', extend),
  method('fromfile(self, f: object, n: index, /)', 'Read items from a file.', readFrom),
  method('fromlist(self, list: object, /)', 'Add the items of a list.', (self, list, py) => {
    if (!(list instanceof PyList)) return raise(PyTypeError, 'arg must be list')
    const { length } = self
    try {
      extend(self, list, py)
    } catch (caught) {
      self.splice(length, self.length - length, 0)
      throw caught
    }
  }),
  method('frombytes(self, buffer: object, /)', 'Add the items that bytes hold.', (self, buffer, py) => self.appendBytes(bytesOf(buffer, py).slice())),
  method('fromunicode(self, ustr: str, /)', 'Add the characters of a str.', (self, ustr) => {
    if (!isText(self.kind)) raise(ValueError, "fromunicode() may only be called on unicode type arrays ('u' or 'w')")
    appendText(self, ustr)
  }),
  method('index(self, v: object, start: object = 0, stop: object = sys.maxsize, /)', 'Where an item is.', (self, v, start, stop, py) => {
    const place = find(self, v, sliceIndex(start, py, false), sliceIndex(stop, py, false), py)
    return place < 0 ? raise(ValueError, 'array.index(x): x not in array') : newInt(place)
  }),
  method('insert(self, i: index, v: object, /)', 'Add an item at a place.', (self, i, v, py) => {
    const item = self.kind.convert(v, py)
    const place = i < 0 ? Math.max(0, i + self.length) : Math.min(i, self.length)
    self.splice(place, 0, 1)
    self.put(place, item)
  }),
  method('pop(self, i: index = -1, /)', 'Take an item out.', (self, i) => {
    if (self.length === 0) raise(IndexError, 'pop from empty array')
    const place = i < 0 ? i + self.length : i
    if (place < 0 || place >= self.length) raise(IndexError, 'pop index out of range')
    const item = self.at(place)
    self.splice(place, 1, 0)
    return item
  }),
  method('__reduce_ex__(self, value: object, /)', 'Help pickle.', (self, value, py) =>
    reduce(self, protocolOf(value), py),
  ),
  method('remove(self, v: object, /)', 'Remove the first of an item.', (self, v, py) => {
    const place = find(self, v, 0, self.length, py)
    if (place < 0) raise(ValueError, 'array.remove(x): x not in array')
    self.splice(place, 1, 0)
  }),
  method('reverse(self, /)', 'Turn the order of the items round.', (self) => {
    self.bytes.set(self.pick(self.length - 1, -1, self.length).bytes)
  }),
  method('tofile(self, f: object, /)', 'Write the items to a file.', (self, f, py) => {
    for (let at = 0; at < self.bytes.length; at += BLOCK) callMethod(f, 'write', [newBytes(self.bytes.slice(at, at + BLOCK))], py)
  }),
  method('tolist(self, /)', 'The items as a list.', (self) => newList(self.values())),
  method('tobytes(self, /)', 'The memory as bytes.', (self) => newBytes(self.bytes.slice())),
  method('tounicode(self, /)', 'The characters as a str.', (self, py) =>
    isText(self.kind) ? textOf(self, py) : raise(ValueError, "tounicode() may only be called on unicode type arrays ('u' or 'w')"),
  ),
  method('__sizeof__(self, /)', 'Size of the object in memory, in bytes.', (self) => newInt(64 + self.bytes.length)),
  classMethod('__class_getitem__(cls, object: object, /)', 'See PEP 585.', (cls, object, py) => call(py.interpreter.genericAlias(py), [cls, object], py)),
]

export const arrayType: PyType = defineType('array.array', {
  doc: 'Numbers of one kind side by side in memory.',
  instance: PyArray,
  subclassable: true,
  hasWeakrefs: true,
  flags: TypeFlags.SEQUENCE,
  text: null,
  newRaw(cls, args, names, py) {
    if (names !== undefined && names.length > 0 && cls === arrayType) raise(PyTypeError, 'array.array() takes no keyword arguments')
    const given = args.slice(0, args.length - (names?.length ?? 0))
    if (given.length < 1) raise(PyTypeError, 'array() takes at least 1 argument (0 given)')
    if (given.length > 2) raise(PyTypeError, `array() takes at most 2 arguments (${given.length} given)`)
    const letter = letterOf(given[0] as Value, 'array() argument 1')
    const [, initial] = given
    if (!kinds.has(letter) && initial !== undefined) checkInitial(letter, initial, py)
    const kind = kindOf(given[0] as Value, 'array() argument 1')
    if (kind.code === 'u') warn(py, DeprecationWarning, "The 'u' type code is deprecated and will be removed in Python 3.16")
    return make(cls, kind, given[1], py)
  },
  slots: {
    repr: (self: PyArray, py) => newStr(arrayRepr(self, py)),
    richcompare: compareArrays as never,
    iter: (self) => new PyArrayIterator(self),
    len: (self) => self.length,
    getitem: getItem,
    setitem: setItem,
    contains: (self, item, py) => find(self, item, 0, self.length, py) >= 0,
    concat(self, other) {
      if (!(other instanceof PyArray)) return raise(PyTypeError, `can only append array (not "${typeOf(other).tpName}") to array`)
      if (other.kind !== self.kind) raise(PyTypeError, 'bad argument type for built-in operation')
      const made = new PyArray(self.kind, self.bytes)
      made.appendBytes(other.bytes)
      return made
    },
    repeat,
    inplaceConcat(self, other, py) {
      if (!(other instanceof PyArray)) return raise(PyTypeError, `can only extend array with array (not "${typeOf(other).tpName}")`)
      extend(self, other, py)
      return self
    },
    inplaceRepeat(self, count) {
      self.replace(0, self.length, repeat(self, count).bytes)
      return self
    },
    buffer(self, flags) {
      self.exports++
      const { size, code } = self.kind
      const format = (flags & BufferFlags.FORMAT) === 0 ? 'B' : code === 'u' ? 'w' : code
      return { owner: self, bytes: self.bytes, readonly: false, format, itemsize: size, shape: [self.length], strides: [size] }
    },
    releaseBuffer(self) {
      self.exports--
    },
  },
  definingClass: ['__reduce_ex__', 'extend', 'fromfile', 'tofile'],
  methods: () => arrayMethods,
  attributes: () => ({
    typecode: { get: (self) => narrowStr(self.kind.code), doc: 'the type code' },
    itemsize: { get: (self) => smallInt(self.kind.size), doc: 'the size of an item in bytes' },
  }),
})

/** A MutableSequence, where there is a Lib to say what that is. */
function registerSequence(py: Thread): void {
  try {
    callMethod(getAttr(importModule('collections.abc', py), narrowStr('MutableSequence'), py), 'register', [arrayType], py)
  } catch (caught) {
    if (!isRaised(caught, ImportError)) throw caught
  }
}

export const array = defineModule('array', () => ({
  doc: 'Numbers side by side in memory.',
  functions: [
    fn('_array_reconstructor(arraytype: type, typecode: object, mformat_code: cint, items: object, /)', 'Help pickle.', (cls, typecode, format, items, py) =>
      reconstruct(cls, kindOf(typecode, '_array_reconstructor() argument 2'), format, items, py),
    ),
  ],
  constants: () => ({ ArrayType: arrayType, array: arrayType, typecodes: narrowStr(typecodes) }),
  setup: (_, py) => registerSequence(py),
}))
