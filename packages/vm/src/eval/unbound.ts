// Names without a value.
import { localKinds } from '@pellucid/opcode-spec'
import type { PyFrame } from '../data/frame.ts'
import { newStr } from '../data/values.ts'
import { NameError, UnboundLocalError } from '../protocols/exceptions.ts'
import { newException, raise } from '../protocols/raise.ts'

function nameError(name: string, message: string): never {
  const exception = newException(NameError, [newStr(message)])
  exception.fields['name'] = newStr(name)
  throw exception
}

export function undefinedName(name: string): never {
  return nameError(name, `name '${name}' is not defined`)
}

export function unboundLocal(frame: PyFrame, place: number): never {
  const name = frame.code.data.localsplusnames[place] as string
  return raise(UnboundLocalError, `cannot access local variable '${name}' where it is not associated with a value`)
}

/** A cell or free variable without a value. */
export function unboundDeref(frame: PyFrame, place: number): never {
  const { localsplusnames, localspluskinds } = frame.code.data
  const name = localsplusnames[place] as string
  if (((localspluskinds[place] as number) & localKinds.CO_FAST_FREE) === 0) return unboundLocal(frame, place)
  return nameError(
    name,
    `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
  )
}

