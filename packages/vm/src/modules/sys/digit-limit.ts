// How many digits an int may have in decimal text. The algorithms of text and numbers, which know no interpreter, read
// `digitLimit`: it is that of the interpreter that runs, put there wherever JavaScript enters one.
import { digitLimit } from '@pellucid/primitives'
import type { Thread } from '../../thread.ts'

/** Key of `Interpreter.state`; the number, 0 for no limit. */
const digitLimitState = 'sys.int_max_str_digits'

export function digitLimitOf({ interpreter }: Thread): number {
  return (interpreter.state.get(digitLimitState) as number | undefined) ?? interpreter.settings.flags.intMaxStrDigits
}

export function setDigitLimit(digits: number, py: Thread): void {
  py.interpreter.state.set(digitLimitState, digits)
  digitLimit.maximum = digits
}

/** Do `body` under an interpreter's limit, and leave the limit of whoever called. */
export function underDigitLimit<T>(py: Thread, body: () => T): T {
  const before = digitLimit.maximum
  digitLimit.maximum = digitLimitOf(py)
  try {
    return body()
  } finally {
    digitLimit.maximum = before
  }
}
