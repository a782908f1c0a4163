// cell: a variable shared with inner functions.
import { PyCell } from '../data/code.ts'
import { type Compare } from '../data/slots.ts'
import { typeOf } from '../data/type.ts'
import { newStr, NotImplemented, type Value } from '../data/values.ts'
import { defineType } from '../object/define-type.ts'
import { compare } from '../protocols/compare.ts'
import { ValueError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { address } from '../protocols/repr.ts'

export const cellType = defineType('cell(contents: object = <unrepresentable>, /)', {
  text: '([contents])',
  doc: 'A variable that a function shares with the functions inside it.',
  instance: PyCell,
  new: (_cls, contents) => new PyCell(contents),
  slots: {
    repr(self: PyCell) {
      const { value } = self
      const held = value === undefined ? 'empty' : `${typeOf(value).tpName} object at ${address(value)}`
      return newStr(`<cell at ${address(self)}: ${held}>`)
    },
    richcompare(self, other, op: Compare, py): Value {
      if (!(other instanceof PyCell)) return NotImplemented
      if (self.value !== undefined && other.value !== undefined) return compare(self.value, other.value, op, py)
      // An empty cell is less than a full one.
      return compare(self.value !== undefined, other.value !== undefined, op, py)
    },
  },
  attributes: () => ({
    cell_contents: {
      get: (self) => self.value ?? raise(ValueError, 'Cell is empty'),
      set: (self, value) => void (self.value = value),
    },
  }),
})
