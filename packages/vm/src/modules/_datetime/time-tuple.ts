// Dates as time.struct_time.
import { None, smallInt, type Value } from '../../data/values.ts'
import { structTime } from '../time/struct-time.ts'
import { ordinalOf, weekdayOf } from './calendar.ts'
import { PyDateTime, type PyDate } from './layout.ts'

/** `isDst` is 1 or 0 for daylight saving time or standard time, -1 where nobody knows. */
export function timeTuple(self: PyDate, isDst: number): Value {
  const { year, month, day } = self
  const { hour, minute, second } = self instanceof PyDateTime ? self : { hour: 0, minute: 0, second: 0 }
  const yearDay = ordinalOf(year, month, day) - ordinalOf(year, 1, 1) + 1
  const fields = [year, month, day, hour, minute, second, weekdayOf(year, month, day), yearDay, isDst]
  return structTime.make([...fields.map(smallInt), None, None])
}
