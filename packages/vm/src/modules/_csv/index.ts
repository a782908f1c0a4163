// _csv (https://docs.python.org/3.13/library/csv.html): reading and writing of delimited text.
import type { PyDict } from '../../data/dict.ts'
import { newList } from '../../data/sequences.ts'
import { asStr, bigValue, intValue, narrowStr, newInt, smallInt, type Int, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { isCallable } from '../../protocols/call.ts'
import { OverflowError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { iterate } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { dialectOf, dialectType, Quoting, type PyDialect } from './dialect.ts'
import { PyReader, readerType } from './reader.ts'
import { csvError, csvState, registered } from './registry.ts'
import { PyWriter, writerType } from './writer.ts'

/** What comes first, and the dialect that the other arguments describe. */
function split(args: readonly Value[], keywords: PyDict, py: Thread): [first: Value, dialect: () => PyDialect] {
  const [first, dialect] = args
  if (first === undefined) return raise(PyTypeError, ' expected at least 1 argument, got 0')
  if (args.length > 2) raise(PyTypeError, ` expected at most 2 arguments, got ${args.length}`)
  return [first, () => dialectOf(dialect, keywords, py)]
}

function writeOf(file: Value, py: Thread): Value {
  const write = getAttrOrUndefined(file, narrowStr('write'), py)
  return write !== undefined && isCallable(write) ? write : raise(PyTypeError, 'argument 1 must have a "write" method')
}

function limitOf(value: Value): number | bigint {
  if (typeof value !== 'number' && typeof value !== 'bigint') return raise(PyTypeError, 'limit must be an integer')
  const limit = bigValue(value as Int)
  if (BigInt.asIntN(64, limit) !== limit) raise(OverflowError, 'Python int too large to convert to C long')
  return intValue(value as Int)
}

export const _csv = defineModule('_csv', () => ({
  doc: 'Reading and writing of delimited text.',
  varargs: 'reader writer register_dialect',
  functions: [
    fn(
      'reader(*args, **kwargs)', 'Make an iterator over the records of a csv file.',
      (args, keywords, py) => {
        const [lines, dialect] = split(args, keywords, py)
        return new PyReader(iterate(lines, py), dialect())
      },
      { text: null },
    ),
    fn(
      'writer(*args, **kwargs)', 'Make an object that writes rows to a file.',
      (args, keywords, py) => {
        const [file, dialect] = split(args, keywords, py)
        return new PyWriter(writeOf(file, py), dialect())
      },
      { text: null },
    ),
    fn('list_dialects()', 'The names of the registered dialects.', (py) => newList(csvState(py).dialects.keys.filter((key) => key !== undefined))),
    fn(
      'register_dialect(*args, **kwargs)', 'Give a dialect a name.',
      (args, keywords, py) => {
        const [name, dialect] = split(args, keywords, py)
        if (asStr(name) === undefined) raise(PyTypeError, 'dialect name must be a string')
        csvState(py).dialects.set(name, dialect(), py.keys)
      },
      { text: null },
    ),
    fn('unregister_dialect(name: object)', 'Forget the dialect of a name.', (name, py) => {
      if (csvState(py).dialects.delete(name, py.keys) === undefined) raise(csvError, 'unknown dialect')
    }),
    fn('get_dialect(name: object)', 'The dialect of a name.', registered),
    fn('field_size_limit(new_limit: object = <unrepresentable>)', 'The length that a field may have; sets it too.', (limit, py) => {
      const state = csvState(py)
      const before = state.fieldLimit
      if (limit !== undefined) state.fieldLimit = limitOf(limit)
      return newInt(before)
    }),
  ],
  types: [csvError, dialectType],
  constants: (py) => ({
    Reader: readerType,
    Writer: writerType,
    _dialects: csvState(py).dialects,
    ...Object.fromEntries(Object.entries(Quoting).map(([name, value]) => [`QUOTE_${name}`, smallInt(value)])),
  }),
}))
