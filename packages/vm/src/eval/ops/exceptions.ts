// Matching exceptions, and entering async with blocks.
import type { families } from '@pellucid/opcode-spec/instructions'
import { PyBaseException } from '../../data/exception.ts'
import { PyTuple } from '../../data/sequences.ts'
import { isSubtype, PyType } from '../../data/type.ts'
import { None, type Value } from '../../data/values.ts'
import { BaseException, BaseExceptionGroup, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { matchGroup } from '../exception-groups.ts'
import { asynchronous, enterWith } from '../with-blocks.ts'
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
  BEFORE_ASYNC_WITH: (py, manager) => enterWith(manager, asynchronous, py),
} satisfies HandlersOf<
  (typeof families)['exceptions'],
  'CHECK_EXC_MATCH' | 'CHECK_EG_MATCH' | 'BEFORE_ASYNC_WITH'
>
