// The settings of a context and what values they take.
import { PyList } from '../../data/sequences.ts'
import { asStr, None, strValue, type Int, type Value } from '../../data/values.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { MAX_EMAX, MAX_PREC, MIN_EMIN, roundingNames, type Rounding } from './arithmetic/limits.ts'
import type { PyDecimalContext } from './context-layout.ts'
import { machineSize } from './machine-size.ts'
import { bitsOfMapping } from './signal-dict.ts'
import { signalBits } from './signals.ts'

function inRange(value: Value, least: bigint, most: bigint, message: string): Int {
  const size = machineSize(value, PyTypeError, 'an integer is required')
  return size < least || size > most ? raise(ValueError, message) : size
}

const unknownRounding = `valid values for rounding are:
  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,
   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
   ROUND_05UP]`

export function roundingOf(value: Value): Rounding {
  const text = asStr(value)
  const place = text === undefined ? -1 : roundingNames.indexOf(strValue(text) as (typeof roundingNames)[number])
  return place < 0 ? raise(PyTypeError, unknownRounding) : (place as Rounding)
}

function signalList(value: Value, py: Thread): number {
  if (!(value instanceof PyList)) return bitsOfMapping(value, py)
  return value.items.reduce((bits, item) => bits | signalBits(item, py), 0)
}

/** How each setting is assigned, in the order in which a constructor looks at them. */
export const settings: Readonly<Record<string, (context: PyDecimalContext, value: Value, py: Thread) => void>> = {
  prec(context, value) {
    context.prec = inRange(value, 1n, MAX_PREC, 'valid range for prec is [1, MAX_PREC]')
  },
  rounding(context, value) {
    context.rounding = roundingOf(value)
  },
  Emin(context, value) {
    context.emin = inRange(value, MIN_EMIN, 0n, 'valid range for Emin is [MIN_EMIN, 0]')
  },
  Emax(context, value) {
    context.emax = inRange(value, 0n, MAX_EMAX, 'valid range for Emax is [0, MAX_EMAX]')
  },
  capitals(context, value) {
    context.capitals = inRange(value, 0n, 1n, 'valid values for capitals are 0 or 1') === 1
  },
  clamp(context, value) {
    context.clamp = inRange(value, 0n, 1n, 'valid values for clamp are 0 or 1') === 1
  },
  traps(context, value, py) {
    context.traps = signalList(value, py)
  },
  flags(context, value, py) {
    context.flags = signalList(value, py)
  },
}

/** Assign what is not None. */
export function applySettings(context: PyDecimalContext, values: Readonly<Record<string, Value>>, py: Thread): void {
  for (const [name, assign] of Object.entries(settings)) {
    const value = values[name] as Value
    if (value !== None) assign(context, value, py)
  }
}
