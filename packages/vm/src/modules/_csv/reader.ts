// csv.reader: an iterator over the records in the lines of another iterator. A record is read anew at each step, so that
// an error leaves nothing behind.
import { PyObject, type Visit } from '../../data/object.ts'
import { newList } from '../../data/sequences.ts'
import { typeOf, type PyType } from '../../data/type.ts'
import { asStr, newInt, type Value } from '../../data/values.ts'
import { defineType } from '../../object/define-type.ts'
import { next } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import type { PyDialect } from './dialect.ts'
import { CsvRecord } from './record.ts'
import { csvError } from './registry.ts'

export class PyReader extends PyObject {
  readonly lines: PyObject
  readonly dialect: PyDialect
  lineNumber = 0
  constructor(lines: PyObject, dialect: PyDialect) {
    super()
    this.lines = lines
    this.dialect = dialect
  }
  override traverse(visit: Visit): void {
    visit(this.lines)
    visit(this.dialect)
  }
}

export const readerType: PyType = defineType('_csv.reader', {
  doc: 'An iterator over the records of a csv file.',
  instance: PyReader,
  slots: {
    iter: (self: PyReader): Value => self,
    next(self: PyReader, py) {
      const record = new CsvRecord(self.dialect, py)
      do {
        const line = next(self.lines, py)
        if (line === undefined) {
          if (!record.unfinished) return undefined
          if (self.dialect.strict) raise(csvError, 'unexpected end of data')
          record.saveField()
          break
        }
        const text = asStr(line)
        if (text === undefined) {
          const found = typeOf(line).tpName
          return raise(csvError, `iterator should return strings, not ${found} (the file should be opened in text mode)`)
        }
        self.lineNumber++
        record.feed(text)
      } while (!record.whole)
      return newList(record.fields)
    },
  },
  attributes: () => ({
    dialect: { get: (self: PyReader): Value => self.dialect, member: true },
    line_num: { get: (self: PyReader) => newInt(self.lineNumber), member: true },
  }),
})
