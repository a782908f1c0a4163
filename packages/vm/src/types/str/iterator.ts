// Iterators over the characters of a str.
import { PyObject, type Visit } from '../../data/object.ts'
import { newTuple } from '../../data/sequences.ts'
import {
  narrowStr, newInt, None, PyWideStr, strLength, strOfCodePoints, type NarrowStr, type Str, type Value,
} from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { isAsciiString } from '@pellucid/primitives'
import { getItem } from '../../protocols/subscript.ts'

/** Over a str with only ASCII characters. */
export class PyStrAsciiIterator extends PyObject {
  text: NarrowStr | undefined
  place = 0
  constructor(text: NarrowStr) {
    super()
    this.text = text
  }
}

export class PyStrIterator extends PyObject {
  text: Str | undefined
  place = 0
  constructor(text: Str) {
    super()
    this.text = text
  }
  override traverse(visit: Visit): void {
    if (this.text instanceof PyWideStr) visit(this.text)
  }
}

/** A text of a subclass has the general iterator, whatever is in it. */
export function strIterator(text: Str, exact: boolean): PyObject {
  return exact && typeof text === 'string' && isAsciiString(text) ? new PyStrAsciiIterator(text) : new PyStrIterator(text)
}

function next(self: PyStrAsciiIterator | PyStrIterator): Value | undefined {
  const { text } = self
  if (text === undefined) return undefined
  if (self.place < strLength(text)) {
    const place = self.place++
    return typeof text === 'string' ? narrowStr(text.charAt(place)) : strOfCodePoints([text.codePoints[place] as number])
  }
  self.text = undefined
  return undefined
}

const method = methods<PyStrAsciiIterator | PyStrIterator>()
/** Made twice: a definition belongs to one class. */
const iteratorMethods = () => [
  method('__length_hint__(self, /)', 'Answer the number of characters left.', (self) =>
    newInt(self.text === undefined ? 0 : strLength(self.text) - self.place),
  ),
  method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
    const iter = getItem(py.interpreter.builtins, narrowStr('iter'), py)
    if (self.text === undefined) return newTuple([iter, newTuple([narrowStr('')])])
    return newTuple([iter, newTuple([self.text]), newInt(self.place)])
  }),
  method('__setstate__(self, object: exactsize, /)', 'Help pickle.', (self, place) => {
    if (self.text !== undefined) self.place = Math.min(Math.max(place, 0), strLength(self.text))
    return None
  }),
]
const slots = { iter: (self: PyStrAsciiIterator | PyStrIterator): Value => self, next }

export const strAsciiIteratorType = defineType('str_ascii_iterator', {
  doc: 'Iterates over the characters of an ASCII str.',
  instance: PyStrAsciiIterator,
  slots,
  methods: () => iteratorMethods(),
})
export const strIteratorType = defineType('str_iterator', {
  doc: 'Iterates over the characters of a str.',
  instance: PyStrIterator,
  slots,
  methods: () => iteratorMethods(),
})
