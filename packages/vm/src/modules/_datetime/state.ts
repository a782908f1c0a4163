// What a pickle holds of a date, a time or a datetime: a byte a field, in two bytes the year, in three the microseconds;
// and the constructors' second form, which takes those bytes. `fold` is the top bit of the month or of the hour.
import { newBytes, PyBytes } from '../../data/bytes.ts'
import { newTuple } from '../../data/sequences.ts'
import type { KeywordNames } from '../../data/slots.ts'
import { typeOf, type PyType } from '../../data/type.ts'
import { asStr, codePointsOf, None, type Value } from '../../data/values.ts'
import { withClass } from '../../object/define-type.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { PyDate, PyDateTime, PyTime, PyTzInfo, type Clock } from './layout.ts'

const dateBytes = ({ year, month, day }: PyDate): number[] => [year >> 8, year & 255, month, day]
const clockBytes = ({ hour, minute, second, microsecond: us }: Clock): number[] => [hour, minute, second, us >> 16, (us >> 8) & 255, us & 255]

/** The fields, and `fold` if it is asked for. */
export function stateBytes(self: PyDate | PyTime, withFold = false): Uint8Array {
  const bytes = [...(self instanceof PyDate ? dateBytes(self) : []), ...(self instanceof PyDate && !(self instanceof PyDateTime) ? [] : clockBytes(self as PyDateTime | PyTime))]
  if (withFold && 'fold' in self && self.fold === 1) bytes[self instanceof PyDateTime ? 2 : 0]! |= 0x80
  return Uint8Array.from(bytes)
}

/** `__reduce_ex__` */
export function reduceMoment(self: PyDate | PyTime, protocol: number): Value {
  const state = newBytes(stateBytes(self, protocol > 3))
  const zone = 'tzinfo' in self ? (self as PyDateTime | PyTime).tzinfo : None
  return newTuple([typeOf(self), newTuple(zone === None ? [state] : [state, zone])])
}

/** What makes a first argument a state: its length, and the byte that no year has. */
interface StateForm {
  readonly title: string
  readonly length: number
  readonly sane: (bytes: readonly number[]) => boolean
  readonly most: number
}
const isMonth = (month: number | undefined): boolean => month !== undefined && month >= 1 && month <= 12

function stateOf(args: readonly Value[], names: KeywordNames | undefined, form: StateForm): readonly number[] | undefined {
  const given = args.length - (names?.length ?? 0)
  if (given < 1 || given > form.most) return undefined
  const state = args[0] as Value
  if (state instanceof PyBytes) {
    const bytes = state.bytes.length === form.length ? Array.from(state.bytes) : undefined
    return bytes !== undefined && form.sane(bytes) ? bytes : undefined
  }
  // Python 2's pickles.
  const text = asStr(state)
  if (text === undefined) return undefined
  const points = codePointsOf(text)
  if (points.length !== form.length || !form.sane(points)) return undefined
  if (points.every((point) => point < 256)) return points
  return raise(ValueError, `Failed to encode latin1 string when unpickling a ${form.title} object. pickle.load(data, encoding='latin1') is assumed.`)
}

function zoneOf(args: readonly Value[]): Value {
  const zone = args[1] ?? None
  return zone === None || zone instanceof PyTzInfo ? zone : raise(PyTypeError, 'bad tzinfo state arg')
}

type Bytes4 = readonly [number, number, number, number]
type Bytes6 = readonly [number, number, number, number, number, number]

const dateForm: StateForm = { title: 'date', length: 4, most: 1, sane: (bytes) => isMonth(bytes[2]) }
const dateTimeForm: StateForm = { title: 'datetime', length: 10, most: 2, sane: (bytes) => isMonth((bytes[2] as number) & 0x7f) }
const timeForm: StateForm = { title: 'time', length: 6, most: 2, sane: (bytes) => ((bytes[0] as number) & 0x7f) < 24 }

export function dateOfState(cls: PyType, args: readonly Value[], names: KeywordNames | undefined): Value | undefined {
  const bytes = stateOf(args, names, dateForm)
  if (bytes === undefined) return undefined
  const [high, low, month, day] = bytes as Bytes4
  return withClass(new PyDate(high * 256 + low, month, day), cls)
}

export function timeOfState(cls: PyType, args: readonly Value[], names: KeywordNames | undefined): Value | undefined {
  const bytes = stateOf(args, names, timeForm)
  if (bytes === undefined) return undefined
  const [hour, minute, second, high, middle, low] = bytes as Bytes6
  const microsecond = high * 65536 + middle * 256 + low
  return withClass(new PyTime(hour & 0x7f, minute, second, microsecond, zoneOf(args), hour >> 7), cls)
}

export function dateTimeOfState(cls: PyType, args: readonly Value[], names: KeywordNames | undefined): Value | undefined {
  const bytes = stateOf(args, names, dateTimeForm)
  if (bytes === undefined) return undefined
  const [yearHigh, yearLow, month, day] = bytes as unknown as Bytes4
  const [hour, minute, second, high, middle, low] = bytes.slice(4) as unknown as Bytes6
  const date = new PyDate(yearHigh * 256 + yearLow, month & 0x7f, day)
  return withClass(new PyDateTime(date, hour, minute, second, high * 65536 + middle * 256 + low, zoneOf(args), month >> 7), cls)
}
