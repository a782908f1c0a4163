// function: what def and lambda make.
import { codeFlags } from '@pellucid/opcode-spec'
import { PyFunction } from '../data/callables.ts'
import { PyCell, PyCode } from '../data/code.ts'
import { newDict, PyDict } from '../data/dict.ts'
import { newTuple, PyTuple } from '../data/sequences.ts'
import { typeOf } from '../data/type.ts'
import { asStr, newStr, None, type Str, type Value } from '../data/values.ts'
import { PyMethod } from '../data/callables.ts'
import { defineType } from '../object/define-type.ts'
import { builtinsOf } from '../protocols/builtins-of.ts'
import { DeprecationWarning, TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { address } from '../protocols/repr.ts'
import { warn } from '../protocols/warn.ts'
import { docstringOf } from './code/constants.ts'
import { dictAttribute } from './dict-attribute.ts'

/** What a call of the function makes. */
const suspendable = codeFlags.CO_GENERATOR | codeFlags.CO_COROUTINE | codeFlags.CO_ASYNC_GENERATOR

function text(value: Value | undefined, name: string): Str {
  const found = value === undefined ? undefined : asStr(value)
  return found ?? raise(PyTypeError, `${name} must be set to a string object`)
}

function checkClosure(code: PyCode, closure: Value | undefined): readonly PyCell[] | undefined {
  const free = code.data.localspluskinds.filter((kind) => (kind & 0x80) !== 0).length
  if (closure !== undefined && closure !== None && !(closure instanceof PyTuple)) {
    raise(PyTypeError, free > 0 ? 'arg 5 (closure) must be tuple' : 'arg 5 (closure) must be None or tuple')
  }
  const cells = closure instanceof PyTuple ? closure.items : []
  if (free > 0 && !(closure instanceof PyTuple)) raise(PyTypeError, 'arg 5 (closure) must be tuple')
  if (cells.length !== free) {
    raise(ValueError, `${code.data.name} requires closure of length ${free}, not ${cells.length}`)
  }
  return cells.length === 0
    ? undefined
    : cells.map((cell) => (cell instanceof PyCell ? cell : raise(PyTypeError, `arg 5 (closure) expected cell, found ${typeOf(cell).tpName}`)))
}

export const functionType = defineType(
  'function(code: code, globals: dict, name: object = None, argdefs: object = None, closure: object = None, kwdefaults: object = None)',
  {
    doc: 'A function written in Python.',
    instance: PyFunction,
    hasDict: true,
    hasWeakrefs: true,
    new(_cls, code, globals, name, defaults, closure, kwdefaults, py) {
      if (name !== None && asStr(name) === undefined) raise(PyTypeError, 'arg 3 (name) must be None or string')
      if (defaults !== None && !(defaults instanceof PyTuple)) raise(PyTypeError, 'arg 4 (defaults) must be None or tuple')
      if (kwdefaults !== None && !(kwdefaults instanceof PyDict)) raise(PyTypeError, 'arg 6 (kwdefaults) must be None or dict')
      const cells = checkClosure(code, closure)
      const shown = asStr(name)
      const made = new PyFunction(
        code, globals, builtinsOf(globals, py), shown ?? newStr(code.data.name), shown ?? newStr(code.data.qualname), docstringOf(code), globals.getStr('__name__') ?? None,
      )
      made.defaults = defaults instanceof PyTuple ? defaults : undefined
      made.kwdefaults = kwdefaults instanceof PyDict ? kwdefaults : undefined
      made.closure = cells
      return made
    },
    slots: {
      repr: (self: PyFunction) => newStr(`<function ${String(asStr(self.qualname) ?? '?')} at ${address(self)}>`),
      call: (self, args, names, py) => py.evaluator.callFunction(self, args, names, py),
      descrGet: (self, instance) => (instance === undefined ? self : new PyMethod(self, instance)),
    },
    attributes: () => ({
      __dict__: dictAttribute,
      __closure__: { member: true, get: (self) => (self.closure === undefined ? None : newTuple(self.closure)) },
      __doc__: { member: true, get: (self) => self.doc, set: (self, value) => void (self.doc = value ?? None) },
      __globals__: { member: true, get: (self) => self.globals },
      __module__: { member: true, get: (self) => self.module, set: (self, value) => void (self.module = value ?? None) },
      __builtins__: { member: true, get: (self) => self.builtins },
      __code__: {
        get: (self) => self.code,
        set(self, value, py) {
          if (!(value instanceof PyCode)) return raise(PyTypeError, '__code__ must be set to a code object')
          const free = value.data.localspluskinds.filter((kind) => (kind & 0x80) !== 0).length
          const cells = self.closure?.length ?? 0
          if (free !== cells) {
            raise(ValueError, `${self.code.data.name}() requires a code object with ${cells} free vars, not ${free}`)
          }
          if ((self.code.data.flags ^ value.data.flags) & suspendable) {
            warn(py, DeprecationWarning, 'Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)')
          }
          self.code = value
        },
      },
      __defaults__: {
        get: (self) => self.defaults ?? None,
        set(self, value) {
          if (value !== undefined && value !== None && !(value instanceof PyTuple)) {
            raise(PyTypeError, '__defaults__ must be set to a tuple object')
          }
          self.defaults = value instanceof PyTuple ? value : undefined
        },
      },
      __kwdefaults__: {
        get: (self) => self.kwdefaults ?? None,
        set(self, value) {
          if (value !== undefined && value !== None && !(value instanceof PyDict)) {
            raise(PyTypeError, '__kwdefaults__ must be set to a dict object')
          }
          self.kwdefaults = value instanceof PyDict ? value : undefined
        },
      },
      __annotations__: {
        get(self, py) {
          // The compiler hands over names and values in turn; the dict is made when somebody asks.
          if (self.annotations instanceof PyTuple) {
            const dict = newDict()
            const { items } = self.annotations
            for (let i = 0; i + 1 < items.length; i += 2) dict.set(items[i] as Value, items[i + 1] as Value, py.keys)
            self.annotations = dict
          }
          return (self.annotations ??= newDict())
        },
        set(self, value) {
          if (value !== undefined && value !== None && !(value instanceof PyDict)) {
            raise(PyTypeError, '__annotations__ must be set to a dict object')
          }
          self.annotations = value instanceof PyDict ? value : undefined
        },
      },
      __name__: { get: (self) => self.name, set: (self, value) => void (self.name = text(value, '__name__')) },
      __qualname__: { get: (self) => self.qualname, set: (self, value) => void (self.qualname = text(value, '__qualname__')) },
      __type_params__: {
        get: (self) => self.typeParams ?? newTuple([]),
        set(self, value) {
          if (!(value instanceof PyTuple)) raise(PyTypeError, '__type_params__ must be set to a tuple')
          self.typeParams = value
        },
      },
    }),
  },
)
