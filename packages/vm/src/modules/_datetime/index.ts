// _datetime: the classes of the datetime module (https://docs.python.org/3.13/library/datetime.html), as C has them.
import { smallInt, type Value } from '../../data/values.ts'
import { defineModule } from '../../object/define-module.ts'
import { newCapsule } from '../../types/capsule.ts'
import { MAXYEAR, MINYEAR } from './calendar.ts'
import { dateType } from './date.ts'
import { datetimeType } from './datetime.ts'
import { utc } from './layout.ts'
import { timeType } from './time.ts'
import { timedeltaType } from './timedelta.ts'
import { timezoneType } from './timezone.ts'
import { tzinfoType } from './tzinfo.ts'

/** One for all imports: it stands for a table of C functions, which nobody here can call. */
const capsule = newCapsule('datetime.datetime_CAPI')

export const _datetime = defineModule('_datetime', () => ({
  doc: 'Dates, times, durations and time zones.',
  types: [dateType, datetimeType, timeType, timedeltaType, timezoneType, tzinfoType],
  constants: (): Record<string, Value> => ({
    UTC: utc, MINYEAR: smallInt(MINYEAR), MAXYEAR: smallInt(MAXYEAR), datetime_CAPI: capsule,
  }),
}))
