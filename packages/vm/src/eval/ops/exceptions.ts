// Matching exceptions, and entering with blocks.
import type { families } from '@pellucid/opcode-spec'
import { PyBaseException } from '../../data/exception.ts'
import { PyTuple } from '../../data/sequences.ts'
import { isSubtype, PyType, typeOf } from '../../data/type.ts'
import { None, type Value } from '../../data/values.ts'
import { call, lookupSpecial } from '../../protocols/call.ts'
import { BaseException, BaseExceptionGroup, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { matchGroup } from '../exception-groups.ts'
import type { HandlersOf } from './handlers.ts'

const classes = (match: Value): readonly Value[] => (match instanceof PyTuple ? match.items : [match])

function checkClasses(match: Value): void {
  for (const entry of classes(match)) {
    if (!(entry instanceof PyType) || !isSubtype(entry, BaseException)) {
      raise(PyTypeError, 'catching classes that do not inherit from BaseException is not allowed')
    }
  }
}

/** Does `except match` take the exception? */
export function matches(exception: Value, match: Value): boolean {
  return exception instanceof PyBaseException && classes(match).some((entry) => isSubtype(exception.type, entry as PyType))
}

function enterWith(manager: Value, enterName: string, exitName: string, what: string, other: string, py: Thread): readonly Value[] {
  const enter = lookupSpecial(manager, enterName, py)
  const name = typeOf(manager).qualname
  const protocol = `'${name}' object does not support the ${what} protocol`
  if (enter === undefined) {
    const hint = lookupSpecial(manager, other, py) === undefined ? '' : ` but it supports the ${what.startsWith('asynchronous') ? 'context manager' : 'asynchronous context manager'} protocol. Did you mean to use '${what.startsWith('asynchronous') ? 'with' : 'async with'}'?`
    return raise(PyTypeError, protocol + hint)
  }
  const exit = lookupSpecial(manager, exitName, py)
  if (exit === undefined) return raise(PyTypeError, `${protocol} (missed ${exitName} method)`)
  return [exit, call(enter, [], py)]
}

export const exceptions = {
  CHECK_EXC_MATCH(_, exception, match) {
    checkClasses(match)
    return matches(exception, match)
  },
  CHECK_EG_MATCH(py, exception, match) {
    checkClasses(match)
    for (const entry of classes(match)) {
      if (isSubtype(entry as PyType, BaseExceptionGroup)) {
        raise(PyTypeError, 'catching ExceptionGroup with except* is not allowed. Use except instead.')
      }
    }
    const { matched, rest } = matchGroup(exception as PyBaseException, match, py)
    if (matched !== undefined) py.handled.value = matched
    return [rest ?? None, matched ?? None]
  },
  BEFORE_WITH: (py, manager) => enterWith(manager, '__enter__', '__exit__', 'context manager', '__aenter__', py),
  BEFORE_ASYNC_WITH: (py, manager) =>
    enterWith(manager, '__aenter__', '__aexit__', 'asynchronous context manager', '__enter__', py),
} satisfies HandlersOf<
  (typeof families)['exceptions'],
  'CHECK_EXC_MATCH' | 'CHECK_EG_MATCH' | 'BEFORE_WITH' | 'BEFORE_ASYNC_WITH'
>
