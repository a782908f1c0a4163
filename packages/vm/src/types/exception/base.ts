// BaseException: args, traceback, context and cause, notes.
import { PyBaseException, PyTraceback } from '../../data/exception.ts'
import { PyDict } from '../../data/dict.ts'
import { newList, newTuple, PyList, PyTuple } from '../../data/sequences.ts'
import type { KeywordNames } from '../../data/slots.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, narrowStr, newStr, None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass, type Attribute } from '../../object/define-type.ts'
import { attributeName, ensureDict, existingDict, setAttr } from '../../protocols/attributes.ts'
import { BaseException, exceptions, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { toArray } from '../../protocols/iterate.ts'
import { flagMember } from '../../protocols/member-values.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText, str } from '../../protocols/repr.ts'
import { dictAttribute } from '../dict-attribute.ts'

const method = methods<PyBaseException>()

const exceptionOrNone = (value: Value | undefined, what: string, noun: string): PyBaseException | undefined => {
  if (value === undefined) return raise(PyTypeError, `${what} may not be deleted`)
  if (value === None) return undefined
  if (value instanceof PyBaseException) return value
  return raise(PyTypeError, `exception ${noun} must be None or derive from BaseException`)
}

/** A field of `PyBaseException.fields` as an attribute; None until set. */
export function field(name: string, doc: string): Attribute<PyBaseException> {
  return {
    member: true,
    doc,
    get: (self) => self.fields[name] ?? None,
    set: (self, value) => void (self.fields[name] = value),
  }
}

/** TypeError where an exception without keywords of its own is given some. */
export function refuseNames(self: PyBaseException, names: KeywordNames | undefined): void {
  if (names !== undefined && names.length > 0) raise(PyTypeError, `${self.type.tpName}() takes no keyword arguments`)
}

defineType('BaseException(*args)', {
  doc: 'The base of every exception.',
  shell: BaseException,
  layout: 'fixed',
  text: null,
  newRaw(cls, args, names) {
    const made = cls.allocate(cls)
    ;(made as PyBaseException).args = newTuple(args.slice(0, args.length - (names?.length ?? 0)))
    return withClass(made, cls, true)
  },
  initRaw(self: PyBaseException, args, names) {
    refuseNames(self, names)
    self.args = newTuple(args)
  },
  slots: {
    repr(self, py) {
      const { items } = self.args
      return newStr(items.length === 1 ? `${self.type.name}(${reprText(items[0] as Value, py)})` : `${self.type.tpName}${reprText(self.args, py)}`)
    },
    str(self, py) {
      const { items } = self.args
      if (items.length === 0) return narrowStr('')
      return str(items.length === 1 ? (items[0] as Value) : self.args, py)
    },
  },
  methods: () => [
    method('__reduce__(self, /)', 'Help pickle.', (self) => {
      const dict = existingDict(self)
      return newTuple(dict !== undefined && dict.size > 0 ? [self.type, self.args, dict] : [self.type, self.args])
    }),
    method('__setstate__(self, object: object, /)', 'Help pickle.', (self, state, py) => {
      if (state === None) return None
      if (!(state instanceof PyDict)) return raise(PyTypeError, 'state is not a dictionary')
      state.keys.forEach((key, i) => {
        if (key !== undefined) setAttr(self, attributeName(key), state.values[i] as Value, py)
      })
      return None
    }),
    method('with_traceback(self, object: object, /)', 'Set the traceback and answer the exception.', (self, traceback) => {
      setTraceback(self, traceback)
      return self
    }),
    method('add_note(self, object: object, /)', 'Add a note, shown after the message.', (self, note) => {
      if (asStr(note) === undefined) raise(PyTypeError, `note must be a str, not '${typeOf(note).tpName}'`)
      const dict = ensureDict(self) as PyDict
      const notes = dict.getStr('__notes__')
      if (notes === undefined) dict.setStr('__notes__', newList([note]))
      else if (notes instanceof PyList) (notes.items as Value[]).push(note)
      else raise(PyTypeError, 'Cannot add note: __notes__ is not a list')
    }),
  ],
  attributes: () => ({
    __dict__: dictAttribute as Attribute<PyBaseException>,
    args: {
      get: (self) => self.args,
      set(self, value, py) {
        if (value === undefined) raise(PyTypeError, 'args may not be deleted')
        self.args = value instanceof PyTuple ? value : newTuple(toArray(value, py))
      },
    },
    __traceback__: { get: (self) => self.traceback ?? None, set: setTraceback },
    __context__: {
      get: (self) => self.context ?? None,
      set: (self, value) => void (self.context = exceptionOrNone(value, '__context__', 'context')),
    },
    __cause__: {
      get: (self) => self.cause ?? None,
      set(self, value) {
        self.cause = exceptionOrNone(value, '__cause__', 'cause')
        self.suppressContext = true
      },
    },
    __suppress_context__: { member: true,
      get: (self) => self.suppressContext,
      set(self, value) {
        self.suppressContext = flagMember(value)
      },
    },
  }),
})

function setTraceback(self: PyBaseException, value: Value | undefined): void {
  if (value === undefined) raise(PyTypeError, '__traceback__ may not be deleted')
  if (value === None) self.traceback = undefined
  else if (value instanceof PyTraceback) self.traceback = value
  else raise(PyTypeError, '__traceback__ must be a traceback or None')
}

/** Give a class of the tree what it adds; the rest it inherits. */
export function extendException(name: string, declaration: Omit<Parameters<typeof defineType<string, PyBaseException>>[1], 'shell'>): void {
  const shell = exceptions.get(name)
  if (shell === undefined) return
  // Fields of its own are a layout of its own, which no class mixes with another.
  const layout = declaration.attributes === undefined ? {} : ({ layout: 'fixed' } as const)
  defineType<string, PyBaseException>(`${name}(*args)`, { text: null, repeats: ['init'], ...layout, ...declaration, shell })
}

