// Contexts: what each context variable is worth, per thread and per `Context.run`.
import { PyObject, type Visit } from '../../data/object.ts'
import type { Value } from '../../data/values.ts'
import { RuntimeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import type { PyContextVar } from './variable.ts'

/** Values are replaced, never changed in place: a copy of a context shares them. */
export type ContextValues = ReadonlyMap<PyContextVar, Value>

export class PyContext extends PyObject {
  values: ContextValues
  entered = false
  /** The context that was current before this one was entered. */
  previous: PyContext | undefined = undefined
  constructor(values: ContextValues = new Map()) {
    super()
    this.values = values
  }
  override traverse(visit: Visit): void {
    for (const [variable, value] of this.values) {
      visit(variable)
      visit(value)
    }
  }
}

const LOCAL = 'contextvars.context'

/** The thread's context; made when first needed. */
export function currentContext(py: Thread): PyContext {
  let context = py.locals.get(LOCAL) as PyContext | undefined
  if (context === undefined) {
    context = new PyContext()
    context.entered = true
    py.locals.set(LOCAL, context)
  }
  return context
}

/** The current context's value of a variable, if it has one. */
export function contextValue(variable: PyContextVar, py: Thread): Value | undefined {
  return (py.locals.get(LOCAL) as PyContext | undefined)?.values.get(variable)
}

export function setContextValue(context: PyContext, variable: PyContextVar, value: Value | undefined): void {
  const values = new Map(context.values)
  if (value === undefined) values.delete(variable)
  else values.set(variable, value)
  context.values = values
}

/** Do something with a context as the current one. */
export function runIn<T>(context: PyContext, py: Thread, body: () => T): T {
  if (context.entered) raise(RuntimeError, `cannot enter context: ${reprText(context, py)} is already entered`)
  context.previous = py.locals.get(LOCAL) as PyContext | undefined
  context.entered = true
  py.locals.set(LOCAL, context)
  try {
    return body()
  } finally {
    if (context.previous === undefined) py.locals.delete(LOCAL)
    else py.locals.set(LOCAL, context.previous)
    context.previous = undefined
    context.entered = false
  }
}

