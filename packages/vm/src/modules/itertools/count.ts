// itertools.count: numbers without end.
import { PyObject, type Visit } from '../../data/object.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { asInt, newInt, newStr, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { binary, isNumber, operators } from '../../protocols/number.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { reduced } from './pickling.ts'

class Count extends PyObject {
  value: Value
  readonly step: Value
  constructor(value: Value, step: Value) {
    super()
    this.value = value
    this.step = step
  }
  override traverse(visit: Visit): void {
    visit(this.value)
    visit(this.step)
  }
}

const isOne = (step: Value): boolean => asInt(step) === 1 && typeof step !== 'boolean'

export const count: PyType = defineType('itertools.count(start: object = 0, step: object = 1)', {
  doc: 'Iterates over start, start + step, start + 2 * step and so on.',
  instance: Count,
  subclassable: true,
  new(_cls, start, step) {
    if (!isNumber(start) || !isNumber(step)) raise(PyTypeError, 'a number is required')
    return new Count(start, step)
  },
  slots: {
    iter: (self: Count) => self,
    next(self: Count, py) {
      const { value, step } = self
      self.value =
        typeof value === 'number' && typeof step === 'number'
          && Number.isSafeInteger((value as number) + (step as number))
          ? newInt((value as number) + (step as number))
          : binary(value, step, operators.add, py)
      return value
    },
    repr: (self: Count, py) => {
      const { name } = typeOf(self)
      const step = isOne(self.step) ? '' : `, ${reprText(self.step, py)}`
      return newStr(`${name}(${reprText(self.value, py)}${step})`)
    },
  },
  methods: () => [
    methods<Count>()('__reduce__(self, /)', 'Help pickle.', (self, py) =>
      reduced(py, typeOf(self), isOne(self.step) ? [self.value] : [self.value, self.step]),
    ),
  ],
})
