// The attributes that a time and a datetime share.
import { smallInt } from '../../data/values.ts'
import type { PyDateTime, PyTime } from './layout.ts'

type Timed = PyDateTime | PyTime

export const clockAttributes = {
  hour: { get: (self: Timed) => smallInt(self.hour) },
  minute: { get: (self: Timed) => smallInt(self.minute) },
  second: { get: (self: Timed) => smallInt(self.second) },
  microsecond: { get: (self: Timed) => smallInt(self.microsecond) },
  tzinfo: { get: (self: Timed) => self.tzinfo },
  fold: { get: (self: Timed) => smallInt(self.fold) },
}
