// The current context: a context variable, so that each thread and each `contextvars.Context` has its own.
import { PyObject, type Visit } from '../../data/object.ts'
import type { PyType } from '../../data/type.ts'
import { narrowStr, None, type Value } from '../../data/values.ts'
import { fn, methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { genericGetAttr } from '../../protocols/attributes.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { contextValue, currentContext as contextOfThread, setContextValue } from '../_contextvars/context.ts'
import { PyContextVar } from '../_contextvars/variable.ts'
import { copyContext, PyDecimalContext } from './context-layout.ts'
import { applySettings } from './context-settings.ts'
import { decimalState } from './state.ts'

let variable: PyContextVar | undefined

const currentVariable = (): PyContextVar => (variable ??= new PyContextVar(narrowStr('decimal_context'), undefined))

/** The context in which the thread computes; a copy of DefaultContext before any was set. */
export function currentContext(py: Thread): PyDecimalContext {
  if (variable !== undefined) {
    const context = contextValue(variable, py)
    if (context !== undefined) return context as PyDecimalContext
  }
  const made = fresh(decimalState(py).templates[0])
  setContextValue(contextOfThread(py), currentVariable(), made)
  return made
}

function fresh(template: PyDecimalContext): PyDecimalContext {
  const made = copyContext(template)
  made.flags = 0
  return made
}

function setCurrent(context: Value, py: Thread): void {
  if (!(context instanceof PyDecimalContext)) return raise(PyTypeError, 'argument must be a context')
  const chosen = decimalState(py).templates.includes(context) ? fresh(context) : context
  setContextValue(contextOfThread(py), currentVariable(), chosen)
}

/** An argument `context=None` of a method. */
export function contextArgument(value: Value, py: Thread): PyDecimalContext {
  if (value === None) return currentContext(py)
  return value instanceof PyDecimalContext ? value : raise(PyTypeError, 'optional argument must be a context')
}

class PyContextManager extends PyObject {
  readonly inner: PyDecimalContext
  readonly outer: PyDecimalContext
  constructor(inner: PyDecimalContext, outer: PyDecimalContext) {
    super()
    this.inner = inner
    this.outer = outer
  }
  override traverse(visit: Visit): void {
    visit(this.inner)
    visit(this.outer)
  }
}

const method = methods<PyContextManager>()

export function defineContextManager(): PyType {
  return defineType('decimal.ContextManager', {
    doc: 'What localcontext answers: sets a context in a with statement.',
    instance: PyContextManager,
    text: null,
    methods: () => [
      method('__enter__(self, /)', 'Set the context.', (self, py) => {
        setCurrent(self.inner, py)
        return self.inner
      }),
      method('__exit__(self, *args)', 'Set the context that was there before.', (self, _args, py) => {
        setCurrent(self.outer, py)
      }, { text: null }),
    ],
    slots: { getattro: genericGetAttr },
    constants: () => ({ __module__: narrowStr('decimal'), __doc__: None }),
  })
}

/** The functions of the module. */
export function contextFunctions(): BuiltinDefinition[] {
  return [
    fn('getcontext()', "The current thread's context.", currentContext, { text: '($module, /)' }),
    fn('setcontext(context: object, /)', "Set the current thread's context.", setCurrent),
    fn(
      'localcontext(ctx: object = None, prec: object = None, rounding: object = None, Emin: object = None, Emax: object = None, capitals: object = None, clamp: object = None, flags: object = None, traps: object = None)',
      'A context manager that sets a copy of a context, with changes, and in the end the context that was there before.',
      (ctx, prec, rounding, emin, emax, capitals, clamp, flags, traps, py) => {
        const outer = currentContext(py)
        const inner = copyContext(contextArgument(ctx, py))
        applySettings(inner, { prec, rounding, Emin: emin, Emax: emax, capitals, clamp, traps, flags }, py)
        return new PyContextManager(inner, outer)
      },
      { text: '($module, /, ctx=None, **kwargs)', errorName: '' },
    ),
  ]
}
