// What `isocalendar()` answers: a tuple of year, week and weekday whose items have names.
import { emptyTuple, newTuple, PyTuple } from '../../data/sequences.ts'
import { typeOf, type PyType } from '../../data/type.ts'
import { narrowStr, newInt, newStr, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { reprText } from '../../protocols/repr.ts'

const method = methods<PyTuple>()
const item = (place: 0 | 1 | 2) => ({ get: (self: PyTuple): Value => self.items[place] as Value })

const isoCalendarDateType: PyType = defineType('datetime.IsoCalendarDate(year: signed, week: signed, weekday: signed)', {
  doc: 'A date of the calendar of weeks: a tuple of year, week and weekday, which are attributes too.',
  base: emptyTuple.type,
  instantiable: true,
  text: null,
  new: (_, year, week, weekday) => isoCalendarDate(year, week, weekday),
  slots: {
    repr: (self: PyTuple, py) => {
      const [year, week, weekday] = self.items.map((part) => reprText(part, py))
      return newStr(`${typeOf(self).tpName}(year=${year}, week=${week}, weekday=${weekday})`)
    },
  },
  methods: () => [method('__reduce__(self, /)', 'Help pickle.', (self) => newTuple([emptyTuple.type, newTuple([newTuple(self.items)])]))],
  attributes: () => ({ year: item(0), week: item(1), weekday: item(2) }) as never,
  constants: () => ({ __module__: narrowStr('datetime') }),
})

export function isoCalendarDate(year: number, week: number, weekday: number): Value {
  return withClass(new PyTuple([newInt(year), newInt(week), newInt(weekday)]), isoCalendarDateType, true)
}
