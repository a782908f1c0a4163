// The exceptions of _socket, beside those of failed system calls.
import { newInt, newStr } from '../../data/values.ts'
import { moduleException } from '../../object/module-exception.ts'
import { OSError } from '../../protocols/exceptions.ts'
import { raiseWith } from '../../protocols/raise.ts'

export const gaierror = moduleException('gaierror', [OSError], 'socket')
export const herror = moduleException('herror', [OSError], 'socket')

const texts = { [-2]: 'Name or service not known', [-8]: 'Servname not supported for ai_socktype', [-6]: 'ai_family not supported' } as const

/** Raise gaierror for one of getaddrinfo's numbers. */
export const raiseLookup = (number: keyof typeof texts): never => raiseWith(gaierror, newInt(number), newStr(texts[number]))
