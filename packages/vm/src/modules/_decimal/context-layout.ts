// The layout of a context: the limits of arithmetic, what is trapped, and what happened so far.
import type { Integer } from '@pellucid/primitives'
import { PyObject, type Visit } from '../../data/object.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { Rounding, type Limits } from './arithmetic/limits.ts'
import { DEFAULT_TRAPS } from './signals.ts'

/** The `flags` or the `traps` of a context, as a mapping of Python. */
export class PySignalDict extends PyObject {
  /** Undefined when Python made the object: nothing can be done with that. */
  owner: PyDecimalContext | undefined = undefined
  field: 'flags' | 'traps' = 'flags'
  get bits(): number {
    return this.#context()[this.field]
  }
  set bits(value: number) {
    this.#context()[this.field] = value
  }
  #context(): PyDecimalContext {
    return this.owner ?? raise(ValueError, 'invalid signal dict')
  }
  override traverse(visit: Visit): void {
    if (this.owner !== undefined) visit(this.owner)
  }
}

export class PyDecimalContext extends PyObject implements Limits {
  prec: Integer = 28
  emax: Integer = 999999
  emin: Integer = -999999
  rounding: Rounding = Rounding.HALF_EVEN
  clamp = false
  capitals = true
  traps = DEFAULT_TRAPS
  flags = 0
  /** Conditions of the operation that runs; 0 between operations. */
  status = 0
  /** Made when they are first asked for. */
  flagDict: PySignalDict | undefined = undefined
  trapDict: PySignalDict | undefined = undefined
  override traverse(visit: Visit): void {
    if (this.flagDict !== undefined) visit(this.flagDict)
    if (this.trapDict !== undefined) visit(this.trapDict)
  }
}

/** All settings, flags included. */
export function assignContext(to: PyDecimalContext, from: PyDecimalContext): PyDecimalContext {
  to.prec = from.prec
  to.emax = from.emax
  to.emin = from.emin
  to.rounding = from.rounding
  to.clamp = from.clamp
  to.capitals = from.capitals
  to.traps = from.traps
  to.flags = from.flags
  return to
}

export function copyContext(context: PyDecimalContext): PyDecimalContext {
  return assignContext(new PyDecimalContext(), context)
}
