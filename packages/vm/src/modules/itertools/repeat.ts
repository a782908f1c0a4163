// itertools.repeat: one object, some number of times or without end.
import { PyObject, type Visit } from '../../data/object.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { newInt, newStr, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { reduced } from './pickling.ts'

class Repeat extends PyObject {
  readonly element: Value
  /** Times that are left; Infinity without end. */
  left: number
  constructor(element: Value, left: number) {
    super()
    this.element = element
    this.left = left
  }
  override traverse(visit: Visit): void {
    visit(this.element)
  }
}

const method = methods<Repeat>()

export const repeat: PyType = defineType('itertools.repeat(object: object, times: index = <unrepresentable>)', {
  doc: 'Iterates over one object, again and again or a number of times.',
  instance: Repeat,
  subclassable: true,
  text: null,
  new: (_cls, element, times) => new Repeat(element, times === undefined ? Infinity : Math.max(times, 0)),
  slots: {
    iter: (self: Repeat) => self,
    next(self: Repeat) {
      if (self.left === 0) return undefined
      self.left--
      return self.element
    },
    repr: (self: Repeat, py) => {
      const times = self.left === Infinity ? '' : `, ${self.left}`
      return newStr(`${typeOf(self).name}(${reprText(self.element, py)}${times})`)
    },
  },
  methods: () => [
    method('__length_hint__(self, /)', 'Answer how many times are left.', (self) =>
      self.left === Infinity ? raise(PyTypeError, 'len() of unsized object') : newInt(self.left),
    ),
    method('__reduce__(self, /)', 'Help pickle.', (self, py) =>
      reduced(py, typeOf(self), self.left === Infinity ? [self.element] : [self.element, newInt(self.left)]),
    ),
  ],
})
