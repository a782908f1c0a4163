// What an algorithm throws when Python would raise: the exception's name and its text, still plain data.
// The vm turns a Fault into the Python exception of that name.

export type FaultKind =
  | 'ValueError'
  | 'TypeError'
  | 'OverflowError'
  | 'ZeroDivisionError'
  | 'MemoryError'
  | 'IndexError'
  | 'LookupError'
  | 'KeyError'
  | 'struct.error'
  | 'binascii.Error'

/** An error that Python code can catch, before it has become a Python object. */
export class Fault extends Error {
  readonly kind: FaultKind
  constructor(kind: FaultKind, message: string) {
    super(message)
    this.kind = kind
  }
}

export function valueFault(message: string): Fault {
  return new Fault('ValueError', message)
}
export function overflowFault(message: string): Fault {
  return new Fault('OverflowError', message)
}
export function typeFault(message: string): Fault {
  return new Fault('TypeError', message)
}
export function zeroFault(message: string): Fault {
  return new Fault('ZeroDivisionError', message)
}
