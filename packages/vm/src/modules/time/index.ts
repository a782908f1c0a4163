// time: clocks, and moments in calendars.
import { bigValue, narrowStr, newFloat, newInt, newStr, None, PyFloat, strValue, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { setAttr } from '../../protocols/attributes.ts'
import { callMethod } from '../../protocols/call.ts'
import { OSError, OverflowError, ValueError } from '../../protocols/exceptions.ts'
import { importModule } from '../../protocols/import-module.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { passTurn, waitUntil } from '../../protocols/turns.ts'
import type { Thread } from '../../thread.ts'
import { simpleNamespace } from '../../types/simple-namespace.ts'
import { ascTime, checkMoment, formatMoment } from './format.ts'
import { makeTime, zoneConstants } from './local.ts'
import { localMoment, momentOf, momentOfTuple, structOf, structTime } from './struct-time.ts'
import { wholeSeconds } from './time-t.ts'

const seconds = (nanoseconds: bigint): Value => newFloat(Number(nanoseconds) / 1e9)

/** An argument in seconds as nanoseconds, rounded up as CPython's sleep rounds. */
function nanosecondsOf(value: Value, py: Thread): bigint {
  if (value instanceof PyFloat) {
    if (Number.isNaN(value.value)) raise(ValueError, 'Invalid value NaN (not a number)')
    if (Math.abs(value.value) > 9223372036) raise(OverflowError, 'timestamp out of range for platform time_t')
    return BigInt(Math.ceil(value.value * 1e9))
  }
  return bigValue(index(value, py)) * 1_000_000_000n
}

function sleep(value: Value, py: Thread): void {
  const length = nanosecondsOf(value, py)
  if (length < 0n) raise(ValueError, 'sleep length must be non-negative')
  if (length === 0n) passTurn(py)
  else waitUntil(() => false, length, py)
}

/** Whole seconds of a timestamp argument; None is now. */
function timestamp(value: Value | undefined, py: Thread): number {
  if (value === undefined || value === None) return Math.floor(Number(py.interpreter.host.clock.wall() / 1_000_000_000n))
  return wholeSeconds(value, py)
}

const clocks: Readonly<Record<string, { read: (py: Thread) => bigint; implementation: string; monotonic: boolean; adjustable: boolean }>> = {
  time: { read: (py) => py.interpreter.host.clock.wall(), implementation: 'clock_gettime(CLOCK_REALTIME)', monotonic: false, adjustable: true },
  monotonic: { read: (py) => py.interpreter.host.clock.monotonic(), implementation: 'clock_gettime(CLOCK_MONOTONIC)', monotonic: true, adjustable: false },
  perf_counter: { read: (py) => py.interpreter.host.clock.monotonic(), implementation: 'clock_gettime(CLOCK_MONOTONIC)', monotonic: true, adjustable: false },
  process_time: { read: (py) => py.interpreter.host.clock.process(), implementation: 'clock_gettime(CLOCK_PROCESS_CPUTIME_ID)', monotonic: true, adjustable: false },
  thread_time: { read: (py) => py.interpreter.host.clock.process(), implementation: 'clock_gettime(CLOCK_THREAD_CPUTIME_ID)', monotonic: true, adjustable: false },
}
const clockIds: Readonly<Record<number, string>> = { 0: 'time', 1: 'monotonic', 2: 'process_time', 3: 'thread_time', 4: 'monotonic', 7: 'monotonic', 11: 'time' }

function clockOf(id: number) {
  return clocks[clockIds[id] ?? ''] ?? raise(OSError, '[Errno 22] Invalid argument')
}

const clockFunctions = Object.entries(clocks).flatMap(([name, { read }]) => [
  fn(`${name}()` as 'f()', `Answer the ${name.replace('_', ' ')} clock in seconds.`, (py) => seconds(read(py))),
  fn(`${name}_ns()` as 'f()', `Answer the ${name.replace('_', ' ')} clock in nanoseconds.`, (py) => newInt(read(py))),
])

export const time = defineModule('time', () => ({
  doc: 'Clocks, and moments in calendars.',
  varargs: 'asctime clock_getres ctime get_clock_info gmtime localtime strftime strptime',
  functions: [
    ...clockFunctions,
    fn('sleep(object: object, /)', 'Wait for some seconds.', sleep, { text: '($self, object, /)', waits: true }),
    fn('gmtime(seconds: object = None, /)', 'Answer a moment in UTC.', (value, py) => structOf(momentOf(timestamp(value, py))), { text: null, byFormat: true }),
    fn('localtime(seconds: object = None, /)', 'Answer a moment in local time.', (value, py) => structOf(localMoment(timestamp(value, py), py)), { text: null, byFormat: true }),
    fn('mktime(object: object, /)', 'Answer the timestamp of a local time.', (value, py) => newFloat(makeTime(value, py)), { text: '($self, object, /)' }),
    fn('asctime(tuple: object = <unrepresentable>, /)', 'Show a moment as text.', (value, py) =>
      newStr(ascTime(value === undefined ? localMoment(timestamp(None, py), py) : checkMoment(momentOfTuple(value, 'asctime', py)))), { text: null }),
    fn('ctime(seconds: object = None, /)', 'Show a timestamp in local time as text.', (value, py) => newStr(ascTime(localMoment(timestamp(value, py), py))), { text: null, byFormat: true }),
    fn('strftime(format: str, tuple: object = <unrepresentable>, /)', 'Show a moment in a format.', (format, tuple, py) => {
      const moment = tuple === undefined ? localMoment(timestamp(None, py), py) : momentOfTuple(tuple, 'strftime', py)
      const zone = (tuple as { hidden?: readonly Value[] } | undefined)?.hidden
      if (zone !== undefined) {
        const [name, offset] = zone
        if (typeof name === 'string') moment.zone = name
        if (typeof offset === 'number') moment.offset = offset
      }
      return formatMoment(strValue(format), checkMoment(moment), py)
    }, { text: null, byFormat: true }),
    fn('strptime(*args)', 'Read a moment from text.', (args, py) => callMethod(importModule('_strptime', py), '_strptime_time', args, py), { text: null }),
    fn('tzset()', 'Read the time zone again.', (py) => {
      py.interpreter.host.clock.readZone?.()
      const module = importModule('time', py)
      for (const [name, value] of Object.entries(zoneConstants(py))) setAttr(module, narrowStr(name), value, py)
    }),
    fn('get_clock_info(name: str, /)', 'Tell about a clock.', (name) => {
      const clock = clocks[strValue(name)] ?? raise(ValueError, 'unknown clock')
      return simpleNamespace({
        implementation: newStr(clock.implementation), monotonic: clock.monotonic, adjustable: clock.adjustable, resolution: newFloat(1e-9),
      })
    }, { text: null }),
    fn('clock_gettime(clk_id: cint, /)', 'Answer a clock in seconds.', (id, py) => seconds(clockOf(id).read(py))),
    fn('clock_gettime_ns(clk_id: cint, /)', 'Answer a clock in nanoseconds.', (id, py) => newInt(clockOf(id).read(py))),
    fn('clock_getres(clk_id: cint, /)', "Answer a clock's resolution.", (id) => {
      clockOf(id)
      return newFloat(1e-9)
    }, { text: null }),
  ],
  constants(py): Record<string, Value> {
    return {
      ...zoneConstants(py), struct_time: structTime.type, _STRUCT_TM_ITEMS: newInt(11),
      CLOCK_REALTIME: newInt(0), CLOCK_MONOTONIC: newInt(1), CLOCK_PROCESS_CPUTIME_ID: newInt(2), CLOCK_THREAD_CPUTIME_ID: newInt(3),
      CLOCK_MONOTONIC_RAW: newInt(4), CLOCK_BOOTTIME: newInt(7), CLOCK_TAI: newInt(11),
    }
  },
}))
