// SyntaxError and its family.
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { asInt, asStr, newStr, None, strValue, type Value } from '../../data/values.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { toArray } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { str, strText } from '../../protocols/repr.ts'
import { extendException, field, refuseNames } from './base.ts'

/** The places of the detail tuple. */
const details = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'] as const

extendException('SyntaxError', {
  doc: 'Source that is not Python.',
  initRaw(self, args, names, py) {
    refuseNames(self, names)
    self.args = newTuple(args)
    if (args.length >= 1) self.fields['msg'] = args[0]
    if (args.length !== 2) return
    const info = args[1] instanceof PyTuple ? args[1].items : toArray(args[1] as Value, py)
    if (info.length < 4) raise(PyTypeError, `function takes at least 4 arguments (${info.length} given)`)
    if (info.length > 6) raise(PyTypeError, `function takes at most 6 arguments (${info.length} given)`)
    details.forEach((name, i) => {
      self.fields[name] = info[i]
    })
    if (info.length === 5) raise(PyTypeError, 'end_offset must be provided when end_lineno is provided')
  },
  slots: {
    str(self, py) {
      const { filename, lineno, msg } = self.fields
      const message = msg === undefined ? newStr('None') : str(msg, py)
      const name = filename === undefined ? undefined : asStr(filename)
      const line = lineno === undefined || lineno === None ? undefined : asInt(lineno)
      const base = name === undefined ? undefined : strValue(name).slice(strValue(name).lastIndexOf('/') + 1)
      if (base === undefined && line === undefined) return message
      const where = base === undefined ? `line ${line}` : line === undefined ? base : `${base}, line ${line}`
      return newStr(`${strText(message, py)} (${where})`)
    },
  },
  attributes: () => ({
    msg: field('msg', 'the message'),
    filename: field('filename', 'the file'),
    lineno: field('lineno', 'the line'),
    offset: field('offset', 'the column'),
    text: field('text', 'the line of source'),
    end_lineno: field('end_lineno', 'the last line'),
    end_offset: field('end_offset', 'the column of its end'),
    print_file_and_line: field('print_file_and_line', 'whether to print where it is'),
  }),
})
