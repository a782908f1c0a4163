// The objects of _datetime. All are immutable, but for `fold` and `tzinfo` of a datetime that nobody has seen yet.
// A subclass's instance has the same layout and its class in `type`.
import { PyObject, type Visit } from '../../data/object.ts'
import { None, type Str, type Value } from '../../data/values.ts'

/** 0 ≤ seconds < 86,400 and 0 ≤ microseconds < 1,000,000: only `days` has a sign. */
export class PyDelta extends PyObject {
  readonly days: number
  readonly seconds: number
  readonly microseconds: number
  constructor(days: number, seconds: number, microseconds: number) {
    super()
    this.days = days
    this.seconds = seconds
    this.microseconds = microseconds
  }
}

export class PyDate extends PyObject {
  readonly year: number
  readonly month: number
  readonly day: number
  constructor(year: number, month: number, day: number) {
    super()
    this.year = year
    this.month = month
    this.day = day
  }
}

/** What a time and a datetime have in common. */
export interface Clock {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly microsecond: number
}

export class PyDateTime extends PyDate implements Clock {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly microsecond: number
  /** None or a PyTzInfo. */
  tzinfo: Value
  fold: number
  constructor(date: PyDate, hour: number, minute: number, second: number, microsecond: number, tzinfo: Value = None, fold = 0) {
    super(date.year, date.month, date.day)
    this.hour = hour
    this.minute = minute
    this.second = second
    this.microsecond = microsecond
    this.tzinfo = tzinfo
    this.fold = fold
  }
  override traverse(visit: Visit): void {
    visit(this.tzinfo)
  }
}

export class PyTime extends PyObject implements Clock {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly microsecond: number
  /** None or a PyTzInfo. */
  readonly tzinfo: Value
  readonly fold: number
  constructor(hour: number, minute: number, second: number, microsecond: number, tzinfo: Value = None, fold = 0) {
    super()
    this.hour = hour
    this.minute = minute
    this.second = second
    this.microsecond = microsecond
    this.tzinfo = tzinfo
    this.fold = fold
  }
  override traverse(visit: Visit): void {
    visit(this.tzinfo)
  }
}

export class PyTzInfo extends PyObject {}

/** A fixed offset from UTC. */
export class PyTimeZone extends PyTzInfo {
  readonly offset: PyDelta
  readonly name: Str | undefined
  constructor(offset: PyDelta, name?: Str) {
    super()
    this.offset = offset
    this.name = name
  }
  override traverse(visit: Visit): void {
    visit(this.offset)
    if (this.name !== undefined) visit(this.name)
  }
}

/** The one that `timezone.utc` and `UTC` are. */
export const utc = new PyTimeZone(new PyDelta(0, 0, 0))
