// Signals: the exception classes, and how the conditions of arithmetic become them.
import { newList } from '../../data/sequences.ts'
import type { PyType } from '../../data/type.ts'
import type { Value } from '../../data/values.ts'
import { moduleException } from '../../object/module-exception.ts'
import { ArithmeticError, KeyError, TypeError as PyTypeError, ZeroDivisionError } from '../../protocols/exceptions.ts'
import { newException, raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { Condition } from './arithmetic/limits.ts'
import type { PyDecimalContext } from './context-layout.ts'
import { decimalState } from './state.ts'

/** All bits of the conditions that signal InvalidOperation, those of libmpdec's own failures included. */
const INVALID_BITS = 0x3ba

/** Signals in the order of `Context.flags`. */
export const signals = [
  ['InvalidOperation', INVALID_BITS],
  ['FloatOperation', Condition.FLOAT_OPERATION],
  ['DivisionByZero', Condition.DIVISION_BY_ZERO],
  ['Overflow', Condition.OVERFLOW],
  ['Underflow', Condition.UNDERFLOW],
  ['Subnormal', Condition.SUBNORMAL],
  ['Inexact', Condition.INEXACT],
  ['Rounded', Condition.ROUNDED],
  ['Clamped', Condition.CLAMPED],
] as const

/** The conditions below InvalidOperation, itself one of them. */
const invalidConditions = [
  ['InvalidOperation', Condition.INVALID_OPERATION],
  ['ConversionSyntax', Condition.CONVERSION_SYNTAX],
  ['DivisionImpossible', Condition.DIVISION_IMPOSSIBLE],
  ['DivisionUndefined', Condition.DIVISION_UNDEFINED],
  ['InvalidContext', Condition.INVALID_CONTEXT],
] as const

export const DEFAULT_TRAPS = INVALID_BITS | Condition.DIVISION_BY_ZERO | Condition.OVERFLOW

/** The classes, made anew for each interpreter. */
export function makeExceptions(): ReadonlyMap<string, PyType> {
  const made = new Map<string, PyType>()
  const define = (name: string, ...bases: PyType[]): PyType => {
    const type = moduleException(name, bases, 'decimal')
    made.set(name, type)
    return type
  }
  const root = define('DecimalException', ArithmeticError)
  define('Clamped', root)
  const rounded = define('Rounded', root)
  const inexact = define('Inexact', root)
  const subnormal = define('Subnormal', root)
  define('Underflow', inexact, rounded, subnormal)
  define('Overflow', inexact, rounded)
  define('DivisionByZero', root, ZeroDivisionError)
  define('FloatOperation', root, PyTypeError)
  const invalid = define('InvalidOperation', root)
  define('ConversionSyntax', invalid)
  define('DivisionImpossible', invalid)
  define('DivisionUndefined', invalid, ZeroDivisionError)
  define('InvalidContext', invalid)
  return made
}

export function signalType(name: string, py: Thread): PyType {
  return decimalState(py).exceptions.get(name) as PyType
}

const unknownSignal = `valid values for signals are:
  [InvalidOperation, FloatOperation, DivisionByZero,
   Overflow, Underflow, Subnormal, Inexact, Rounded,
   Clamped]`

/** The bits of a signal's class. */
export function signalBits(key: Value, py: Thread): number {
  for (const [name, bits] of signals) if (signalType(name, py) === key) return bits
  return raise(KeyError, unknownSignal)
}

/** The classes of the signals that are set. */
export function signalTypes(bits: number, py: Thread): PyType[] {
  return signals.filter(([, mask]) => (bits & mask) !== 0).map(([name]) => signalType(name, py))
}

/** Names in the order of the bits, InvalidOperation once: how a context prints. */
export function signalNames(bits: number): string {
  const names = new Set<string>()
  for (let bit = 1; bit <= Condition.UNDERFLOW; bit <<= 1) {
    const signal = (bits & bit) === 0 ? undefined : signals.find(([, mask]) => (mask & bit) !== 0)
    if (signal !== undefined) names.add(signal[0])
  }
  return `[${[...names].join(', ')}]`
}

/** Conditions are kept in the flags; those that are trapped raise. */
export function signal(context: PyDecimalContext, conditions: number, py: Thread): void {
  context.flags |= conditions
  const trapped = conditions & context.traps
  if (trapped === 0) return
  const type = signalTypes(trapped, py)[0] as PyType
  const named = [...invalidConditions, ...signals.slice(1)].filter(([, mask]) => (trapped & mask) !== 0)
  throw newException(type, [newList(named.map(([name]) => signalType(name, py)))])
}

/** The end of an operation: its result, once its conditions are told. */
export function complete<T>(context: PyDecimalContext, result: T, py: Thread): T {
  const conditions = context.status
  if (conditions !== 0) {
    context.status = 0
    signal(context, conditions, py)
  }
  return result
}
