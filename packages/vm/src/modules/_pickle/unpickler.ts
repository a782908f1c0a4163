// Unpickler: reads objects from a file.
import { PyObject, type Visit } from '../../data/object.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, None, smallInt, strValue, type Str, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { attributeName, getAttrOrUndefined } from '../../protocols/attributes.ts'
import { callMethod } from '../../protocols/call.ts'
import { AttributeError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { importModule } from '../../protocols/import-module.ts'
import { iterate } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText, strText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { audit } from '../sys/hooks.ts'
import { dottedPath, follow, nameOf, translate } from './dotted.ts'
import { UnpicklingError } from './errors.ts'
import { PickleInput } from './input.ts'
import { load } from './load.ts'
import { Load, type UnpickleMemo } from './load-state.ts'
import { PyUnpicklerMemoProxy, unpickleMemoOf } from './memo-proxies.ts'
import { registriesOf } from './registries.ts'

export class PyUnpickler extends PyObject {
  memo: UnpickleMemo = new Map()
  /** Undefined before `__init__`. */
  input: PickleInput | undefined = undefined
  fixImports = true
  encoding = ''
  errors = ''
  buffers: PyObject | undefined = undefined
  protocol = 0
  markRoom = 0
  override traverse(visit: Visit): void {
    for (const part of this.input?.parts() ?? []) visit(part)
    if (this.buffers !== undefined) visit(this.buffers)
    for (const value of this.memo.values()) visit(value)
  }
}

/** Set what the arguments say, for an input. */
export function prepare(
  self: PyUnpickler,
  input: PickleInput,
  fixImports: boolean,
  encoding: Str,
  errors: Str,
  buffers: Value | undefined,
  py: Thread,
): void {
  self.input = input
  self.encoding = strValue(encoding)
  self.errors = strValue(errors)
  self.buffers = buffers === undefined || buffers === None ? undefined : iterate(buffers, py)
  self.fixImports = fixImports
  self.memo = new Map()
  self.protocol = 0
}

/** The global of that name, its module imported if need be. */
function findClass(self: PyUnpickler, module: Value, name: Value, py: Thread): Value {
  audit('pickle.find_class', [module, name], py)
  let [where, what] = [module, name]
  if (self.protocol < 3 && self.fixImports) {
    const { names2to3, modules2to3 } = registriesOf(py)
    ;[where, what] = translate(module, name, names2to3, modules2to3, '', py)
  }
  if (asStr(where) === undefined) raise(PyTypeError, 'module name must be a string')
  const holder = importModule(strText(where, py), py)
  if (self.protocol < 4) {
    return getAttrOrUndefined(holder, attributeName(what), py) ?? noAttribute(what, holder, py)
  }
  if (asStr(what) === undefined) raise(PyTypeError, `must be str, not ${typeOf(what).tpName}`)
  return follow(holder, dottedPath(what, holder, py), py)?.found ?? noAttribute(what, holder, py)
}

function noAttribute(name: Value, holder: Value, py: Thread): never {
  return raise(AttributeError, `Can't get attribute ${reprText(name, py)} on ${reprText(holder, py)}`)
}

/** Read the next object. */
export function loadNext(self: PyUnpickler, py: Thread): Value {
  if (self.input === undefined) {
    return raise(UnpicklingError, `Unpickler.__init__() was not called by ${self.type.tpName}.__init__()`)
  }
  const exact = self.type === PyUnpickler.prototype.type
  const settings = {
    fixImports: self.fixImports, encoding: self.encoding, errors: self.errors, buffers: self.buffers,
    persistentLoad: nameOf(self, 'persistent_load', py),
    findClass(module: Value, name: Value, protocol: number): Value {
      self.protocol = protocol
      return exact ? findClass(self, module, name, py) : callMethod(self, 'find_class', [module, name], py)
    },
  }
  const state = new Load(settings, self.memo, self.input, py)
  state.markRoom = self.markRoom
  try {
    return load(state)
  } finally {
    self.markRoom = state.markRoom
    self.protocol = state.protocol
  }
}

/** Entries of CPython's memo: a table that doubles the number that it had no room for. */
function memoRoom(memo: UnpickleMemo): number {
  let room = 32
  for (const place of memo.keys()) if (place >= room) room = place * 2
  return room
}

const method = methods<PyUnpickler>()

export const unpicklerType = defineType(
  "_pickle.Unpickler(file: object, *, fix_imports: bool = True, encoding: str = 'ASCII', errors: str = 'strict', buffers: object = <unrepresentable>)",
  {
    doc: 'Reads objects from the pickles in a binary file.',
    text: "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
    instance: PyUnpickler,
    subclassable: true,
    newRaw: (cls) => withClass(new PyUnpickler(), cls),
    init(self: PyUnpickler, file, fixImports, encoding, errors, buffers, py) {
      prepare(self, PickleInput.ofFile(file, py), fixImports, encoding, errors, buffers, py)
    },
    methods: () => [
      method('persistent_load(self, pid: object, /)', 'Answer the object of a persistent id.', () =>
        raise(
          UnpicklingError,
          'A load persistent id instruction was encountered, but no persistent_load function was specified.',
        ),
      ),
      method('load(self, /)', 'Read the next object.', loadNext),
      method('find_class(self, module_name: object, global_name: object, /)', 'Answer the global of a module, importing it.', findClass),
      method('__sizeof__(self, /)', 'Size in memory, in bytes.', (self) => smallInt(
        264 + 8 * memoRoom(self.memo) + 8 * self.markRoom + (self.input === undefined ? 0 : self.encoding.length + self.errors.length + 2),
      )),
    ],
    attributes: () => ({
      memo: {
        get: (self) => new PyUnpicklerMemoProxy(self),
        set(self, value) {
          self.memo = unpickleMemoOf(value)
        },
      },
    }),
  },
)
