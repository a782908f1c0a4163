// Warnings raised by builtin code. The `_warnings` module puts the function in place.
import type { PyType } from '../data/type.ts'
import type { Thread } from '../thread.ts'

/** Issues a warning of a class, `stackLevel` frames up (1: the Python code that runs). */
export type Warn = (py: Thread, category: PyType, message: string, stackLevel: number) => void

/** Key of `Interpreter.state` under which `_warnings` registers its Warn. */
export const warnState = 'warnings.warn'

export function warn(py: Thread, category: PyType, message: string, stackLevel = 1): void {
  const issue = py.interpreter.state.get(warnState) as Warn | undefined
  issue?.(py, category, message, stackLevel)
}

/** Issues a warning about a place in source: what the compiler found. */
export type WarnExplicit = (py: Thread, category: PyType, message: string, filename: string, lineno: number) => void

/** Key of `Interpreter.state` under which `_warnings` registers its WarnExplicit. */
export const warnExplicitState = 'warnings.warn_explicit'

export function warnExplicit(py: Thread, category: PyType, message: string, filename: string, lineno: number): void {
  const issue = py.interpreter.state.get(warnExplicitState) as WarnExplicit | undefined
  issue?.(py, category, message, filename, lineno)
}
