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

/** An error that Python code can catch, before it has become a Python object. No Error: nobody reads its stack. */
export class Fault {
  readonly kind: FaultKind
  readonly message: string
  constructor(kind: FaultKind, message: string) {
    this.kind = kind
    this.message = message
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
