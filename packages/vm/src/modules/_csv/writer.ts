// csv.writer: rows of values to the `write` method of a file.
import { PyObject, type Visit } from '../../data/object.ts'
import { typeOf, type PyType } from '../../data/type.ts'
import type { Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { forEach, iterate, next } from '../../protocols/iterate.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import type { PyDialect } from './dialect.ts'
import { csvError } from './registry.ts'
import { RowFormat } from './row.ts'

export class PyWriter extends PyObject {
  readonly write: Value
  readonly format: RowFormat
  constructor(write: Value, dialect: PyDialect) {
    super()
    this.write = write
    this.format = new RowFormat(dialect)
  }
  override traverse(visit: Visit): void {
    visit(this.write)
    visit(this.format.dialect)
  }
}

function iterateRow(row: Value, py: Thread): PyObject {
  try {
    return iterate(row, py)
  } catch (caught) {
    if (!isRaised(caught, PyTypeError)) throw caught
    return raise(csvError, `iterable expected, not ${typeOf(row).tpName}`)
  }
}

function* valuesOf(row: Value, py: Thread): Generator<Value> {
  const iterator = iterateRow(row, py)
  for (let value = next(iterator, py); value !== undefined; value = next(iterator, py)) yield value
}

function writeRow(self: PyWriter, row: Value, py: Thread): Value {
  return call(self.write, [self.format.line(valuesOf(row, py), py)], py)
}

const method = methods<PyWriter>()

export const writerType: PyType = defineType('_csv.writer', {
  doc: 'Writes rows of values as lines of a csv file.',
  instance: PyWriter,
  methods: () => [
    method('writerow(self, object: object, /)', 'Write a row, and answer what the write method of the file answers.', writeRow),
    method('writerows(self, object: object, /)', 'Write one row after another.', (self, rows, py) =>
      forEach(rows, py, (row) => {
        writeRow(self, row, py)
      }),
    ),
  ],
  attributes: () => ({ dialect: { get: (self: PyWriter): Value => self.format.dialect, member: true } }),
})
