// What the module keeps for an interpreter: the dialects known by name, and how long a field may be.
import { PyDict } from '../../data/dict.ts'
import type { Value } from '../../data/values.ts'
import { moduleException } from '../../object/module-exception.ts'
import { Exception } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'

export const csvError = moduleException('Error', [Exception], '_csv')

interface CsvState {
  readonly dialects: PyDict
  fieldLimit: number | bigint
}

const KEY = 'csv'
const LIMIT = 128 * 1024

export function csvState(py: Thread): CsvState {
  let state = py.interpreter.state.get(KEY) as CsvState | undefined
  if (state === undefined) {
    state = { dialects: new PyDict(), fieldLimit: LIMIT }
    py.interpreter.state.set(KEY, state)
  }
  return state
}

/** The dialect registered under a name. */
export function registered(name: Value, py: Thread): Value {
  return csvState(py).dialects.get(name, py.keys) ?? raise(csvError, 'unknown dialect')
}
