// _string: the parser of format strings, as string.Formatter uses it.
import { parseFormatFields, splitFieldName } from '@pellucid/primitives'
import { PyObject } from '../data/object.ts'
import { newTuple } from '../data/sequences.ts'
import { typeOf } from '../data/type.ts'
import { asStr, newInt, newStr, None, strValue, type Value } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { defineType } from '../object/define-type.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { faulty } from '../protocols/fault.ts'
import { raise } from '../protocols/raise.ts'

/** An iterator over what a JavaScript generator finds. */
class PyFoundIterator extends PyObject {
  readonly found: Generator<Value>
  constructor(found: Generator<Value>) {
    super()
    this.found = found
  }
}
class PyFormatterIterator extends PyFoundIterator {}
class PyFieldNameIterator extends PyFoundIterator {}

const slots = {
  iter: (self: PyFoundIterator): Value => self,
  next: (self: PyFoundIterator): Value | undefined => faulty(() => self.found.next().value as Value | undefined),
}
defineType('formatteriterator', { doc: 'An iterator over the fields of a format string.', instance: PyFormatterIterator, slots })
defineType('fieldnameiterator', { doc: 'An iterator over the steps of a field name.', instance: PyFieldNameIterator, slots })

function textOf(value: Value): string {
  const text = asStr(value)
  return text === undefined ? raise(PyTypeError, `expected str, got ${typeOf(value).tpName}`) : strValue(text)
}

const keyValue = (key: string | number): Value => (typeof key === 'number' ? newInt(key) : newStr(key))

function* fields(text: string): Generator<Value> {
  for (const { literal, name, spec, conversion } of parseFormatFields(text)) {
    yield name === undefined
      ? newTuple([newStr(literal), None, None, None])
      : newTuple([newStr(literal), newStr(name), newStr(spec), conversion === undefined ? None : newStr(conversion)])
  }
}

function* steps(rest: ReturnType<typeof splitFieldName>['rest']): Generator<Value> {
  for (const { isAttribute, key } of rest) yield newTuple([isAttribute, keyValue(key)])
}

export const _string = defineModule('_string', () => ({
  doc: 'What string needs of the interpreter.',
  functions: [
    fn('formatter_field_name_split(object: object, /)', 'The first name of a field and an iterator over the rest.', (object) => {
      const text = textOf(object)
      const { first, rest } = faulty(() => splitFieldName(text))
      return newTuple([keyValue(first), new PyFieldNameIterator(steps(rest))])
    }, { text: '($self, object, /)' }),
    fn('formatter_parser(object: object, /)', 'An iterator over the fields of a format string.', (object) => new PyFormatterIterator(fields(textOf(object))), {
      text: '($self, object, /)',
    }),
  ],
}))
