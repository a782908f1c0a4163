// code: compiled source.
import { coLines, CodeObject, positions } from '@pellucid/opcode-spec'
import { PyCode } from '../../data/code.ts'
import { PyBytes, newBytes } from '../../data/bytes.ts'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { Compare, type KeywordNames } from '../../data/slots.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, asStr, newInt, newStr, None, NotImplemented, strValue, type Str, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { equal } from '../../protocols/compare.ts'
import { DeprecationWarning, TypeError as PyTypeError, ValueError, IndexError } from '../../protocols/exceptions.ts'
import { iterate } from '../../protocols/iterate.ts'
import { warn } from '../../protocols/warn.ts'
import { lineNumberTable } from './line-number-table.ts'
import { raise } from '../../protocols/raise.ts'
import { address } from '../../protocols/repr.ts'
import { codeFromValues, constantOf } from './constants.ts'
import { codeHash } from './hash.ts'

const method = methods<PyCode>()

function cachedTuple(self: PyCode, name: string, items: () => readonly Value[]): PyTuple {
  const tuples = (self.tuples ??= new Map())
  let tuple = tuples.get(name)
  if (tuple === undefined) tuples.set(name, (tuple = newTuple(items())))
  return tuple
}

const namesOf = (self: PyCode, kind: number): readonly Value[] =>
  self.data.localsplusnames.filter((_, i) => ((self.data.localspluskinds[i] as number) & kind) !== 0).map(newStr)

const optional = (value: number | undefined | null): Value => (value === undefined || value === null || value < 0 ? None : newInt(value))

const fieldNames = [
  'co_argcount', 'co_posonlyargcount', 'co_kwonlyargcount', 'co_nlocals', 'co_stacksize', 'co_flags', 'co_firstlineno', 'co_code',
  'co_consts', 'co_names', 'co_varnames', 'co_freevars', 'co_cellvars', 'co_filename', 'co_name', 'co_qualname', 'co_linetable',
  'co_exceptiontable',
] as const

function fieldsOf(self: PyCode): Record<(typeof fieldNames)[number], Value> {
  const { data } = self
  return {
    co_argcount: newInt(data.argcount), co_posonlyargcount: newInt(data.posonlyargcount), co_kwonlyargcount: newInt(data.kwonlyargcount),
    co_nlocals: newInt(namesOf(self, 0x20).length), co_stacksize: newInt(data.stacksize), co_flags: newInt(data.flags),
    co_firstlineno: newInt(data.firstlineno), co_code: newBytes(data.code),
    co_consts: cachedTuple(self, 'consts', () => self.consts), co_names: cachedTuple(self, 'names', () => self.names),
    co_varnames: cachedTuple(self, 'varnames', () => namesOf(self, 0x20)), co_freevars: cachedTuple(self, 'freevars', () => namesOf(self, 0x80)),
    co_cellvars: cachedTuple(self, 'cellvars', () => namesOf(self, 0x40)),
    co_filename: constantOf(data.filename), co_name: newStr(data.name), co_qualname: newStr(data.qualname),
    co_linetable: newBytes(data.linetable), co_exceptiontable: newBytes(data.exceptiontable),
  }
}

function numberOf(value: Value, name: string): number {
  const int = asInt(value)
  return typeof int === 'number' ? int : raise(PyTypeError, `'${typeOf(value).tpName}' object cannot be interpreted as an integer (${name})`)
}

function textOf(value: Value, name: string): string {
  const text = asStr(value)
  return text === undefined ? raise(PyTypeError, `code() argument '${name}' must be str, not ${typeOf(value).tpName}`) : strValue(text)
}

const bytesIn = (value: Value, name: string): Uint8Array =>
  value instanceof PyBytes ? value.bytes : raise(PyTypeError, `code() argument '${name}' must be bytes, not ${typeOf(value).tpName}`)
const tupleIn = (value: Value, name: string): readonly Value[] =>
  value instanceof PyTuple ? value.items : raise(PyTypeError, `code() argument '${name}' must be tuple, not ${typeOf(value).tpName}`)

/** A code object from the attributes that Python shows. */
function build(fields: Record<(typeof fieldNames)[number], Value>): PyCode {
  const names = (field: 'co_names' | 'co_varnames' | 'co_freevars' | 'co_cellvars'): string[] =>
    tupleIn(fields[field], field.slice(3)).map((name) => {
      const text = asStr(name)
      return text === undefined ? raise(PyTypeError, `name tuples must contain only strings, not '${typeOf(name).tpName}'`) : strValue(text)
    })
  const varnames = names('co_varnames')
  const cellvars = names('co_cellvars')
  const freevars = names('co_freevars')
  const counts = [fields.co_argcount, fields.co_posonlyargcount, fields.co_kwonlyargcount].map((value) => numberOf(value, 'count'))
  const [argcount = 0, posonlyargcount = 0, kwonlyargcount = 0] = counts
  if (argcount < 0) raise(ValueError, 'code: argcount must not be negative')
  if (posonlyargcount < 0) raise(ValueError, 'code: posonlyargcount must not be negative')
  if (kwonlyargcount < 0) raise(ValueError, 'code: kwonlyargcount must not be negative')
  if (numberOf(fields.co_nlocals, 'nlocals') !== varnames.length) raise(ValueError, 'code: co_nlocals != len(co_varnames)')
  const localsplusnames = [...varnames, ...cellvars.filter((name) => !varnames.includes(name)), ...freevars]
  const localspluskinds = Uint8Array.from(localsplusnames, (name, i) => {
    if (i >= localsplusnames.length - freevars.length) return 0x80
    return (varnames.includes(name) ? 0x20 : 0) | (cellvars.includes(name) ? 0x40 : 0)
  })
  const data = new CodeObject({
    argcount, posonlyargcount, kwonlyargcount,
    stacksize: numberOf(fields.co_stacksize, 'stacksize'), flags: numberOf(fields.co_flags, 'flags'),
    code: bytesIn(fields.co_code, 'codestring'), consts: [], names: names('co_names'), localsplusnames, localspluskinds,
    filename: textOf(fields.co_filename, 'filename'), name: textOf(fields.co_name, 'name'), qualname: textOf(fields.co_qualname, 'qualname'),
    firstlineno: numberOf(fields.co_firstlineno, 'firstlineno'), linetable: bytesIn(fields.co_linetable, 'linetable'),
    exceptiontable: bytesIn(fields.co_exceptiontable, 'exceptiontable'),
  })
  return codeFromValues(data, tupleIn(fields.co_consts, 'consts'), tupleIn(fields.co_names, 'names') as readonly Str[])
}

function replace(self: PyCode, args: readonly Value[], names: KeywordNames | undefined): PyCode {
  const fields = fieldsOf(self)
  if (args.length > (names?.length ?? 0)) raise(PyTypeError, 'replace() takes no positional arguments')
  names?.forEach((name, i) => {
    const text = strValue(name)
    if (!(fieldNames as readonly string[]).includes(text)) {
      raise(PyTypeError, `replace() got an unexpected keyword argument '${text}'`)
    }
    fields[text as (typeof fieldNames)[number]] = args[i] as Value
  })
  if (names?.some((name) => strValue(name) === 'co_varnames')) fields.co_nlocals = newInt(tupleIn(fields.co_varnames, 'varnames').length)
  return build(fields)
}

function sameCode(a: PyCode, b: PyCode, py: Parameters<typeof equal>[2]): boolean {
  const [x, y] = [fieldsOf(a), fieldsOf(b)]
  return fieldNames.every((name) => {
    if (name === 'co_filename' || name === 'co_stacksize') return true
    return name === 'co_consts' ? sameConstant(x[name], y[name], py) : equal(x[name], y[name], py)
  })
}

/** Constants of different types are never the same, whatever `==` says of them. */
function sameConstant(a: Value, b: Value, py: Parameters<typeof equal>[2]): boolean {
  if (typeOf(a) !== typeOf(b)) return false
  if (!(a instanceof PyTuple) || !(b instanceof PyTuple)) return equal(a, b, py)
  return a.items.length === b.items.length && a.items.every((item, i) => sameConstant(item, b.items[i] as Value, py))
}

/** Those that CPython works out when they are asked for. */
const computed = new Set<string>(['co_code', 'co_varnames', 'co_freevars', 'co_cellvars'])
const codeAttributes = Object.fromEntries(
  fieldNames.map((name) => [name, { member: !computed.has(name), get: (self: PyCode) => fieldsOf(self)[name] }]),
)

export const codeType = defineType('code', {
  doc: 'Compiled source.',
  instance: PyCode,
  layout: 'variable',
  hasWeakrefs: true,
  instantiable: true,
  text: '(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, constants, names, varnames, filename, name, qualname, firstlineno, linetable, exceptiontable, freevars=(), cellvars=(), /)',
  newRaw(_cls, args) {
    if (args.length < 16) raise(PyTypeError, `code expected at least 16 arguments, got ${args.length}`)
    if (args.length > 18) raise(PyTypeError, `code expected at most 18 arguments, got ${args.length}`)
    const order = [
      'co_argcount', 'co_posonlyargcount', 'co_kwonlyargcount', 'co_nlocals', 'co_stacksize', 'co_flags', 'co_code', 'co_consts', 'co_names',
      'co_varnames', 'co_filename', 'co_name', 'co_qualname', 'co_firstlineno', 'co_linetable', 'co_exceptiontable', 'co_freevars', 'co_cellvars',
    ]
    const fields = Object.fromEntries(order.map((name, i) => [name, args[i] ?? newTuple([])]))
    return build(fields as Record<(typeof fieldNames)[number], Value>)
  },
  slots: {
    repr: (self: PyCode) =>
      newStr(`<code object ${self.data.name} at ${address(self)}, file "${strValue(constantOf(self.data.filename) as Str)}", line ${self.data.firstlineno}>`),
    hash: (self: PyCode, py) => codeHash(self, fieldsOf(self), py),
    richcompare(self, other, op, py) {
      if (!(other instanceof PyCode) || (op !== Compare.EQ && op !== Compare.NE)) return NotImplemented
      return (self === other || sameCode(self, other, py)) === (op === Compare.EQ)
    },
  },
  methods: () => [
    method('co_lines(self, /)', 'Iterate over (start, end, line) of the bytecode.', (self, py) => {
      const ranges = coLines(self.data.linetable, self.data.firstlineno).map(({ start, end, line }) => newTuple([newInt(start), newInt(end), optional(line)]))
      return iterate(newTuple(ranges), py)
    }),
    method('co_positions(self, /)', 'Iterate over the position of each code unit.', (self, py) => {
      const rows: Value[] = []
      for (const at of positions(self.data.linetable, self.data.firstlineno)) {
        rows.push(newTuple([at.lineno, at.endLineno, at.colOffset, at.endColOffset].map(optional)))
      }
      return iterate(newTuple(rows), py)
    }),
    ...(['replace', '__replace__'] as const).map((name) =>
      method(`${name}(*args, **kwargs)` as 'replace(*args, **kwargs)', 'Copy with some fields changed.', (self, args, names) => {
        const keys = names.keys.filter((key): key is Value => key !== undefined)
        return replace(self, [...args, ...keys.map((_, i) => names.values[i] as Value)], keys as unknown as KeywordNames)
      }, { text: '($self, /, **changes)' })),
    method('_varname_from_oparg(self, /, oparg: cint)', 'Name of a local by its number.', (self, oparg) =>
      newStr(self.data.localsplusnames[oparg] ?? raise(IndexError, 'tuple index out of range')),
    ),
  ],
  attributes: () => ({
    ...codeAttributes,
    _co_code_adaptive: { get: (self) => newBytes(self.data.code) },
    co_lnotab: {
      get(self, py) {
        warn(py, DeprecationWarning, 'co_lnotab is deprecated, use co_lines instead.')
        return newBytes(lineNumberTable(self.data))
      },
    },
  }),
})

