// marshal: values as bytes, in the format of `.pyc` files.
import { dumpsCode, loadsWith, MarshalError, Reader, VERSION, write } from '@pellucid/marshal'
import {
  asStr, bytesOf, callMethod, defineModule, exceptions, fn, getAttrOrUndefined, narrowStr, newBytes, newException,
  newInt, newStr, PyByteArray, PyBytes, PyCode, raise, smallInt, TypeError as PyTypeError, typeOf, type ModuleFactory,
  type PyType, type Thread, type Value,
} from '@pellucid/vm/machine'
import { newValueFactory } from './factory.ts'
import { ValueInspector } from './inspector.ts'
import { readCode } from './read-code.ts'

/** Run, turning the format's errors into exceptions. */
function guarded<T>(action: () => T): T {
  try {
    return action()
  } catch (caught) {
    if (caught instanceof MarshalError) throw pythonError(caught)
    throw caught
  }
}

/** The exception; one about decoding carries what its class wants to know. */
function pythonError({ name, message }: MarshalError): unknown {
  const type = exceptions.get(name) as PyType
  const place = /^'([\w-]+)' codec can't decode bytes? (?:0x([0-9a-f]+) )?in position (\d+)(?:-(\d+))?: (.*)$/.exec(message)
  if (name !== 'UnicodeDecodeError' || place === null) return newException(type, [newStr(message)])
  const start = Number(place[3])
  const end = Number(place[4] ?? place[3]) + 1
  const object = new Uint8Array(end)
  if (place[2] !== undefined) object[start] = Number.parseInt(place[2], 16)
  const args: Value[] = [newStr(place[1] as string), newBytes(object), newInt(start), newInt(end), newStr(place[5] as string)]
  const error = newException(type, args)
  Object.assign(error.fields, { encoding: args[0], object: args[1], start: args[2], end: args[3], reason: args[4] })
  return error
}

/** The bytes of a value; code alone is written exactly as py_compile writes it. */
function dump(value: Value, version: number, allowCode: boolean, py: Thread): PyBytes {
  return guarded(() =>
    newBytes(
      value instanceof PyCode
        ? dumpsCode(value.data, { version, allowCode })
        : write(new ValueInspector(py).survey(value), value, { version, allowCode }),
    ),
  )
}

/** What a file gives; anything but bytes is refused. */
function read(file: Value, args: Value[], py: Thread): Uint8Array {
  const data = callMethod(file, 'read', args, py)
  if (data instanceof PyBytes || data instanceof PyByteArray) return data.bytes
  return raise(PyTypeError, `file.read() returned not bytes but ${typeOf(data).tpName}`)
}

/** The next value of a file, which then stands behind it as far as it can seek. */
function load(file: Value, allowCode: boolean, py: Thread): Value {
  read(file, [smallInt(0)], py)
  const bytes = read(file, [], py)
  const reader = new Reader(bytes, newValueFactory(py), 0, allowCode)
  const value = guarded(() => reader.read())
  const unread = bytes.length - reader.position
  if (unread > 0 && getAttrOrUndefined(file, narrowStr('seek'), py) !== undefined) {
    callMethod(file, 'seek', [newInt(-unread), smallInt(1)], py)
  }
  return value
}

export const marshal: ModuleFactory = defineModule('marshal', () => ({
  doc: 'Read and write Python values in a binary format of their own, that of compiled modules.',
  functions: [
    fn(
      `dump(value: object, file: object, version: cint = 4, /, *, allow_code: bool = True)`,
      'Write a value to a file.',
      (value, file, version, allowCode, py) => callMethod(file, 'write', [dump(value, version, allowCode, py)], py),
      { text: '($module, value, file, version=version, /, *, allow_code=True)' },
    ),
    fn(
      'load(file: object, /, *, allow_code: bool = True)',
      'Read one value from a file.',
      (file, allowCode, py) => load(file, allowCode, py),
      { text: '($module, file, /, *, allow_code=True)' },
    ),
    fn(
      'dumps(value: object, version: cint = 4, /, *, allow_code: bool = True)',
      'Answer the bytes of a value.',
      (value, version, allowCode, py) => dump(value, version, allowCode, py),
      { text: '($module, value, version=version, /, *, allow_code=True)' },
    ),
    fn(
      'loads(bytes: object, /, *, allow_code: bool = True)',
      'Answer the value that bytes stand for; what follows it is ignored.',
      (object, allowCode, py) => {
        if (asStr(object) !== undefined) raise(PyTypeError, `a bytes-like object is required, not '${typeOf(object).tpName}'`)
        const bytes = bytesOf(object, py)
        return guarded(() => (allowCode ? readCode(bytes, py.interpreter.settings.flags.noDebugRanges !== true) : undefined) ?? loadsWith(newValueFactory(py), bytes, { allowCode }))
      },
      { text: '($module, bytes, /, *, allow_code=True)' },
    ),
  ],
  constants: () => ({ version: smallInt(VERSION) }),
}))

