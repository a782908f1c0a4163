// _struct (https://docs.python.org/3.13/library/struct.html): C structs in bytes.
import { hashOf } from '../../protocols/hash.ts'
import { PyObject } from '../../data/object.ts'
import { newInt, newStr, smallInt, type Value } from '../../data/values.ts'
import { fn, methods } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { bytesOf } from '../../protocols/buffer.ts'
import { sizeArgument } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { forgetFormats, formatOf, structError, type Format } from './layout.ts'
import { iterUnpack, pack, packInto, unpack, unpackFrom } from './operations.ts'

const uninitialised: Format = { text: '', layout: { size: -1, exactSize: -1n, little: true, fields: [], values: -1 }, native: true }

class PyStruct extends PyObject {
  format: Format = uninitialised
}

const method = methods<PyStruct>()

const structType = defineType('_struct.Struct(format: object)', {
  doc: 'A compiled format.',
  instance: PyStruct,
  subclassable: true,
  hasWeakrefs: true,
  repeats: ['setattro'],
  text: null,
  newRaw: (cls) => withClass(new PyStruct(), cls),
  init(self: PyStruct, format, py) {
    self.format = formatOf(format, py)
  },
  slots: { repr: (self: PyStruct, py) => newStr(`${self.type.name}(${reprText(newStr(self.format.text), py)})`) },
  methods: () => [
    method('iter_unpack(self, buffer: object, /)', 'Unpack one struct after another.', (self, buffer, py) => iterUnpack(self.format, buffer, py)),
    method('pack(self, /, *values)', 'Pack values into bytes.', (self, values, py) => pack(self.format, values, py), { text: null }),
    method('pack_into(self, /, *values)', 'Pack values into a buffer at an offset.', (self, values, py) => packInto(self.format, values, py), {
      text: null,
    }),
    method('unpack(self, buffer: buffer, /)', 'Unpack a whole buffer.', (self, buffer) => unpack(self.format, buffer)),
    method('unpack_from(self, /, buffer: buffer, offset: index = 0)', 'Unpack from a place in a buffer.', (self, buffer, offset) =>
      unpackFrom(self.format, buffer, offset),
    ),
    method('__sizeof__(self, /)', 'Size of the object in memory, in bytes.', (self) => smallInt(56 + 32 * (self.format.layout.fields.length + 1))),
  ],
  attributes: () => ({
    format: { get: (self) => newStr(self.format.text), doc: 'the format' },
    size: { get: (self) => newInt(self.format.layout.exactSize), doc: 'the size in bytes' },
  }),
})

/** The format argument of a module function, which CPython looks up in a cache before it reads the next argument. */
function cached(format: Value, py: Thread): Format {
  hashOf(format, py)
  return formatOf(format, py)
}

/** The format is the first of the arguments. */
function split(args: readonly Value[], py: Thread): [Format, Value[]] {
  const [format, ...rest] = args
  return [cached(format ?? raise(PyTypeError, 'missing format argument'), py), rest]
}

export const _struct = defineModule('_struct', () => ({
  doc: 'C structs in bytes.',
  functions: [
    fn('_clearcache()', 'Forget the formats read so far.', forgetFormats, { text: '($module, /)' }),
    fn('calcsize(format: object, /)', 'The size that a format describes.', (format, py) => newInt(cached(format, py).layout.exactSize)),
    fn('iter_unpack(format: object, buffer: object, /)', 'Unpack one struct after another.', (format, buffer, py) =>
      iterUnpack(cached(format, py), buffer, py),
    ),
    fn('pack(*args)', 'Pack values into bytes.', (args, py) => pack(...split(args, py), py), { text: null }),
    fn('pack_into(*args)', 'Pack values into a buffer at an offset.', (args, py) => packInto(...split(args, py), py), { text: null }),
    fn('unpack(format: object, buffer: object, /)', 'Unpack a whole buffer.', (format, buffer, py) => {
      const known = cached(format, py)
      return unpack(known, bytesOf(buffer, py))
    }),
    fn('unpack_from(format: object, /, buffer: object, offset: object = 0)', 'Unpack from a place in a buffer.', (format, buffer, offset, py) => {
      const known = cached(format, py)
      const bytes = bytesOf(buffer, py)
      return unpackFrom(known, bytes, sizeArgument(offset, py))
    }),
  ],
  types: [structType, structError],
}))
