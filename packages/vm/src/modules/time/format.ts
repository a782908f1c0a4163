// strftime in the C locale, and asctime.
import { newStr, type Value } from '../../data/values.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { daysFromCivil, type Moment } from './struct-time.ts'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]
const pad = (n: number, width = 2, fill = '0'): string => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(width, fill)

/** Refuse what is out of range; zeros that mean the first stay. */
export function checkMoment(m: Moment): Moment {
  const checked = { ...m, month: m.month === 0 ? 1 : m.month, day: m.day === 0 ? 1 : m.day, yearDay: m.yearDay === 0 ? 1 : m.yearDay }
  const within = (value: number, low: number, high: number, what: string): void => {
    if (value < low || value > high) raise(ValueError, `${what} out of range`)
  }
  within(checked.month, 1, 12, 'month')
  within(checked.day, 1, 31, 'day of month')
  within(m.hour, 0, 23, 'hour')
  within(m.minute, 0, 59, 'minute')
  within(m.second, 0, 61, 'seconds')
  // C counts from Sunday, so one less than Monday is a Sunday too.
  if (m.weekday < -1) raise(ValueError, 'day of week out of range')
  within(checked.yearDay, 1, 366, 'day of year')
  return { ...checked, weekday: (m.weekday + 7) % 7 }
}

function isoWeek(m: Moment): [number, number] {
  const week = Math.floor((m.yearDay - 1 - m.weekday + 10) / 7)
  if (week < 1) {
    const previous = daysFromCivil(m.year, 1, 1) - daysFromCivil(m.year - 1, 1, 1)
    return [m.year - 1, Math.floor((m.yearDay - 1 + previous - m.weekday + 10) / 7)]
  }
  const length = daysFromCivil(m.year + 1, 1, 1) - daysFromCivil(m.year, 1, 1)
  const firstOfNext = (m.weekday + (length - m.yearDay) + 1) % 7
  return week === 53 && firstOfNext <= 3 ? [m.year + 1, 1] : [m.year, week]
}

const hour12 = (m: Moment): number => m.hour % 12 || 12

const directives: Readonly<Record<string, (m: Moment, py: Thread) => string>> = {
  a: (m) => (days[m.weekday] as string).slice(0, 3),
  A: (m) => days[m.weekday] as string,
  b: (m) => (months[m.month - 1] as string).slice(0, 3),
  h: (m) => (months[m.month - 1] as string).slice(0, 3),
  B: (m) => months[m.month - 1] as string,
  c: (m) => ascTime(m),
  C: (m) => String(Math.floor(m.year / 100)),
  d: (m) => pad(m.day),
  D: (m) => `${pad(m.month)}/${pad(m.day)}/${pad(((m.year % 100) + 100) % 100)}`,
  e: (m) => pad(m.day, 2, ' '),
  F: (m) => `${m.year}-${pad(m.month)}-${pad(m.day)}`,
  g: (m) => pad(isoWeek(m)[0] % 100),
  G: (m) => String(isoWeek(m)[0]),
  H: (m) => pad(m.hour),
  I: (m) => pad(hour12(m)),
  j: (m) => pad(m.yearDay, 3),
  k: (m) => pad(m.hour, 2, ' '),
  l: (m) => pad(hour12(m), 2, ' '),
  m: (m) => pad(m.month),
  M: (m) => pad(m.minute),
  n: () => '\n',
  p: (m) => (m.hour < 12 ? 'AM' : 'PM'),
  P: (m) => (m.hour < 12 ? 'am' : 'pm'),
  r: (m) => `${pad(hour12(m))}:${pad(m.minute)}:${pad(m.second)} ${m.hour < 12 ? 'AM' : 'PM'}`,
  R: (m) => `${pad(m.hour)}:${pad(m.minute)}`,
  s: (m) => String(daysFromCivil(m.year, m.month, m.day) * 86400 + m.hour * 3600 + m.minute * 60 + m.second - (m.offset ?? 0)),
  S: (m) => pad(m.second),
  t: () => '\t',
  T: (m) => `${pad(m.hour)}:${pad(m.minute)}:${pad(m.second)}`,
  u: (m) => String(m.weekday + 1),
  U: (m) => pad(Math.floor((m.yearDay + 6 - ((m.weekday + 1) % 7)) / 7)),
  V: (m) => pad(isoWeek(m)[1]),
  w: (m) => String((m.weekday + 1) % 7),
  W: (m) => pad(Math.floor((m.yearDay + 6 - m.weekday) / 7)),
  x: (m) => `${pad(m.month)}/${pad(m.day)}/${pad(((m.year % 100) + 100) % 100)}`,
  X: (m) => `${pad(m.hour)}:${pad(m.minute)}:${pad(m.second)}`,
  y: (m) => pad(((m.year % 100) + 100) % 100),
  Y: (m) => String(m.year),
  z: (m, py) => zoneOffset(m, py),
  Z: (m, py) => zoneName(m, py),
  '%': () => '%',
}

function zoneOf(m: Moment, py: Thread): { offset: number; name: string } {
  if (m.offset !== undefined) return { offset: m.offset, name: m.zone ?? '' }
  const seconds = daysFromCivil(m.year, m.month, m.day) * 86400 + m.hour * 3600
  return py.interpreter.host.clock.zone(seconds)
}
function zoneOffset(m: Moment, py: Thread): string {
  const { offset } = zoneOf(m, py)
  const minutes = Math.floor(Math.abs(offset) / 60)
  return (offset < 0 ? '-' : '+') + pad(Math.floor(minutes / 60)) + pad(minutes % 60)
}
const zoneName = (m: Moment, py: Thread): string => zoneOf(m, py).name

/** `Sun Jun 20 23:21:05 1993`. */
export function ascTime(m: Moment): string {
  const time = `${pad(m.hour)}:${pad(m.minute)}:${pad(m.second)}`
  return `${(days[m.weekday] as string).slice(0, 3)} ${(months[m.month - 1] as string).slice(0, 3)} ${pad(m.day, 2, ' ')} ${time} ${m.year}`
}

/** `time.strftime(format, moment)`; what is no directive stays. */
export function formatMoment(format: string, moment: Moment, py: Thread): Value {
  if (format.includes('\0')) raise(ValueError, 'embedded null character')
  return newStr(format.replace(/%([-_0^#]?)(\d*)[EO]?([a-zA-Z%])/g, (whole, flag: string, width: string, letter: string) => {
    const directive = directives[letter]
    if (directive === undefined) return whole
    let text = directive(moment, py)
    if (flag === '-') text = text.replace(/^[0 ]+(?=.)/, '')
    else if (flag === '_') text = text.replace(/^0+(?=.)/, (zeros) => ' '.repeat(zeros.length))
    else if (flag === '0') text = text.replace(/^ +/, (blanks) => '0'.repeat(blanks.length))
    else if (flag === '^') text = text.toUpperCase()
    else if (flag === '#') text = letter === 'p' ? text.toLowerCase() : text.toUpperCase()
    return width === '' ? text : text.padStart(Number(width), /^[\d+-]/.test(text) && flag !== '_' ? '0' : ' ')
  }))
}
