// _symtable: the compiler's symbol tables, as the symtable module reads them.
import { blockTypes, type SymbolTable } from '@pellucid/compiler'
import {
  asStr, defineModule, defineType, fn, identityOf, newDict, newInt, newList, newStr, None, PyObject, raise, smallInt,
  strValue, TypeError as PyTypeError, typeOf, ValueError, type ModuleFactory, type PyDict, type PyList, type Value, type Visit,
} from '@pellucid/vm/machine'
import { symtable, type SourceMode } from '../../frontend.ts'
import { fileNameArgument, sourceArgument } from '../source-argument.ts'

/** One block. What it hands out keeps its identity. */
class PySymbolTable extends PyObject {
  readonly table: SymbolTable
  readonly symbols: PyDict
  readonly varnames: PyList
  readonly children: PyList
  constructor(table: SymbolTable) {
    super()
    this.table = table
    this.symbols = newDict()
    for (const { name, flags } of table.symbols) this.symbols.setStr(name, smallInt(flags))
    this.varnames = newList(table.varnames.map(newStr))
    this.children = newList(table.children.map((child) => new PySymbolTable(child)))
  }
  override traverse(visit: Visit): void {
    visit(this.symbols)
    visit(this.varnames)
    visit(this.children)
  }
}

defineType('symtable entry', {
  doc: '',
  instance: PySymbolTable,
  slots: {
    repr: (self: PySymbolTable) =>
      newStr(`<symtable entry ${self.table.name}(${identityOf(self)}), line ${self.table.lineno}>`),
  },
  attributes: () => ({
    id: { get: (self: PySymbolTable) => newInt(identityOf(self)) },
    name: { get: (self: PySymbolTable) => newStr(self.table.name) },
    symbols: { get: (self: PySymbolTable) => self.symbols },
    varnames: { get: (self: PySymbolTable) => self.varnames },
    children: { get: (self: PySymbolTable) => self.children },
    nested: { get: (self: PySymbolTable) => smallInt(self.table.isNested ? 1 : 0) },
    type: { get: (self: PySymbolTable) => smallInt(blockTypes[self.table.type]) },
    lineno: { get: (self: PySymbolTable) => smallInt(self.table.lineno) },
  }),
  constants: () => ({ __doc__: None }),
})

const constants = {
  USE: 16, DEF_GLOBAL: 1, DEF_NONLOCAL: 8, DEF_LOCAL: 2, DEF_PARAM: 4, DEF_FREE: 32, DEF_FREE_CLASS: 64,
  DEF_IMPORT: 128, DEF_BOUND: 134, DEF_ANNOT: 256, SCOPE_OFF: 12,
  SCOPE_MASK: 15, FREE: 4, LOCAL: 1, GLOBAL_IMPLICIT: 3, GLOBAL_EXPLICIT: 2, CELL: 5,
  TYPE_FUNCTION: blockTypes.function, TYPE_CLASS: blockTypes.class, TYPE_MODULE: blockTypes.module,
  TYPE_ANNOTATION: blockTypes.annotation, TYPE_TYPE_ALIAS: blockTypes['type alias'],
  TYPE_TYPE_PARAMETERS: blockTypes['type parameters'], TYPE_TYPE_VARIABLE: blockTypes['type variable'],
} as const

const modes: readonly string[] = ['exec', 'eval', 'single']

export const _symtable: ModuleFactory = defineModule('_symtable', () => ({
  doc: '',
  functions: [
    fn(
      'symtable(source: object, filename: object, startstr: object, /)',
      'Answer the symbol table of source, with the tables of the blocks in it.',
      (source, filename, startstr, py) => {
        const name = fileNameArgument(filename, py)
        const start = asStr(startstr)
        if (start === undefined) return raise(PyTypeError, `symtable() argument 3 must be str, not ${typeOf(startstr).tpName}`)
        const text = sourceArgument(source, 'symtable', 'string or bytes object', py)
        const mode = strValue(start)
        if (!modes.includes(mode)) raise(ValueError, "symtable() arg 3 must be 'exec' or 'eval' or 'single'")
        return new PySymbolTable(symtable(text, name, mode as SourceMode))
      },
    ),
  ],
  constants(): Record<string, Value> {
    const made: Record<string, Value> = { __doc__: None }
    for (const [name, number] of Object.entries(constants)) made[name] = smallInt(number)
    return made
  },
}))
