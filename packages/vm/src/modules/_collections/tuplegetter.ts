// The descriptor behind the fields of namedtuples.
import { PyObject, type Visit } from '../../data/object.ts'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { newInt, newStr, None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { AttributeError, IndexError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'

export class PyTupleGetter extends PyObject {
  readonly index: number
  doc: Value
  constructor(index: number, doc: Value) {
    super()
    this.index = index
    this.doc = doc
  }
  override traverse(visit: Visit): void {
    visit(this.doc)
  }
}

export const tupleGetter: PyType = defineType('collections._tuplegetter(index: index, doc: object, /)', {
  doc: 'A field of a tuple as an attribute.',
  instance: PyTupleGetter,
  text: null,
  new: (_cls, index, doc) => new PyTupleGetter(index, doc),
  slots: {
    repr: (self: PyTupleGetter, py) => newStr(`_tuplegetter(${self.index}, ${reprText(self.doc, py)})`),
    descrGet(self: PyTupleGetter, instance) {
      if (instance === undefined || instance === None) return self
      if (!(instance instanceof PyTuple)) {
        return raise(
          PyTypeError,
          `descriptor for index '${self.index}' for tuple subclasses doesn't apply to '${typeOf(instance).tpName}' object`,
        )
      }
      return instance.items[self.index] ?? raise(IndexError, 'tuple index out of range')
    },
    descrSet(_self: PyTupleGetter, _instance, value) {
      raise(AttributeError, value === undefined ? "can't delete attribute" : "can't set attribute")
    },
  },
  methods: () => [
    methods<PyTupleGetter>()('__reduce__(self, /)', 'Help pickle.', (self) =>
      newTuple([typeOf(self), newTuple([newInt(self.index), self.doc])]),
    ),
  ],
  attributes: () => ({ __doc__: { get: (self) => self.doc, set: (self, value) => void (self.doc = value ?? None) } }),
})
