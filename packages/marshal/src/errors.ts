// What can go wrong, as the Python exception that CPython raises for it.

/** The exception class CPython raises. */
export type MarshalErrorName =
  | 'EOFError' | 'ImportError' | 'RecursionError' | 'SystemError' | 'TypeError' | 'UnicodeDecodeError'
  | 'ValueError'

/** Data that cannot be read, or a value that cannot be written. `name` is CPython's exception class. */
export class MarshalError extends Error {
  override readonly name: MarshalErrorName
  constructor(name: MarshalErrorName, message: string) {
    super(message)
    this.name = name
  }
}

/** The messages, CPython's own. */
export const faults = {
  noObject: () => new MarshalError('EOFError', 'EOF read where object expected'),
  noByte: () => new MarshalError('EOFError', 'EOF read where not expected'),
  tooShort: () => new MarshalError('EOFError', 'marshal data too short'),
  nullObject: (where: string) => new MarshalError('TypeError', `NULL object in marshal data for ${where}`),
  badData: (what: string) => new MarshalError('ValueError', `bad marshal data (${what})`),
  badFloat: (text: string) => new MarshalError('ValueError', `could not convert string to float: '${text}'`),
  unhashable: (type: string) => new MarshalError('TypeError', `unhashable type: '${type}'`),
  readTooDeep: () => new MarshalError('ValueError', 'recursion limit exceeded'),
  hashTooDeep: () => new MarshalError('RecursionError', 'maximum recursion depth exceeded'),
  writeTooDeep: () => new MarshalError('ValueError', 'object too deeply nested to marshal'),
  unmarshallable: () => new MarshalError('ValueError', 'unmarshallable object'),
  codeDisallowed: () => new MarshalError('ValueError', 'unmarshalling code objects is disallowed'),
  codeUnwritable: () => new MarshalError('ValueError', 'marshalling code objects is disallowed'),
  badCodeField: () =>
    new MarshalError('SystemError', 'Objects/codeobject.c:412: bad argument to internal function'),
  nonStringSlot: () => new MarshalError('SystemError', 'non-string found in code slot'),
  malformedCode: () => new MarshalError('ValueError', 'code: co_code is malformed'),
  fewLocals: () => new MarshalError('ValueError', 'code: co_varnames is too small'),
} as const
