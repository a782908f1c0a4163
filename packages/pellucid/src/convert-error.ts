// Typed errors of the front end, of marshal and of the library's algorithms as Python exceptions.
import { MarshalError } from '@pellucid/marshal'
import { Fault } from '@pellucid/primitives'
import { PyCompileError, PySyntaxError } from '@pellucid/source'
import {
  call, exceptions, newException, newInt, newStr, newTuple, None, type PyBaseException, type Thread, type Value,
} from '@pellucid/vm/machine'

const number = (value: number | null): Value => (value === null ? None : newInt(value))

function syntaxError(error: PySyntaxError, py: Thread): PyBaseException {
  const cls = exceptions.get(error.name) ?? (exceptions.get('SyntaxError') as never)
  // What is refused before there is a place has no other arguments.
  if (error.filename === null) return call(cls, [newStr(error.msg)], py) as PyBaseException
  const details = newTuple([
    newStr(error.filename), number(error.lineno), number(error.offset), error.text === null ? None : newStr(error.text),
    number(error.endLineno), number(error.endOffset),
  ])
  return call(cls, [newStr(error.msg), details], py) as PyBaseException
}

/** The Python exception that an error stands for; undefined for bugs. */
export function convertError(error: unknown, py: Thread): PyBaseException | undefined {
  if (error instanceof PySyntaxError) return syntaxError(error, py)
  if (error instanceof PyCompileError || error instanceof MarshalError) {
    const cls = exceptions.get(error.name)
    return cls === undefined ? undefined : newException(cls, [newStr(error.message)])
  }
  if (error instanceof Fault) {
    const cls = exceptions.get(error.kind)
    return cls === undefined ? undefined : newException(cls, [newStr(error.message)])
  }
  return undefined
}
