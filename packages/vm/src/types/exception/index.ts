// Fields and texts of particular exception classes.
import { newTuple } from '../../data/sequences.ts'
import { existingDict } from '../../protocols/attributes.ts'
import { exceptions, OSError } from '../../protocols/exceptions.ts'
import { defineType } from '../../object/define-type.ts'
import { methods } from '../../object/define-builtin.ts'
import type { PyBaseException } from '../../data/exception.ts'
import { asStr, newStr, None, type Value } from '../../data/values.ts'
import { callMethod } from '../../protocols/call.ts'
import { repr, str } from '../../protocols/repr.ts'
import { newDict } from '../../data/dict.ts'
import { extendException, field, refuseNames } from './base.ts'
import { initWithFields } from './keywords.ts'
import './group.ts'
import './os-error.ts'
import './syntax-error.ts'
import './unicode-error.ts'

const method = methods<PyBaseException>()

/** Keep the fields when pickling: they go into the state. */
const reduceWithFields = (names: readonly string[]) =>
  method('__reduce__(self, /)', 'Help pickle.', (self) => {
    const state = existingDict(self)?.copy() ?? newDict()
    for (const name of names) {
      const value = self.fields[name]
      if (value !== undefined) state.setStr(name, value)
    }
    return newTuple(state.size > 0 ? [self.type, self.args, state] : [self.type, self.args])
  })

extendException('StopIteration', {
  doc: 'The end of an iterator.',
  initRaw(self, args, names) {
    refuseNames(self, names)
    self.args = newTuple(args)
    self.fields['value'] = args[0] ?? None
  },
  attributes: () => ({ value: field('value', 'what the generator returned') }),
})
extendException('SystemExit', {
  doc: 'Ask the interpreter to end.',
  initRaw(self, args, names) {
    refuseNames(self, names)
    self.args = newTuple(args)
    self.fields['code'] = args.length === 0 ? None : args.length === 1 ? (args[0] as Value) : newTuple(args)
  },
  attributes: () => ({ code: field('code', 'exit status or message') }),
})
extendException('KeyError', {
  doc: 'A key that a mapping does not have.',
  slots: {
    // A key is shown by its repr, so that a missing '' does not print as nothing.
    str(self, py) {
      const { items } = self.args
      if (items.length === 1) return repr(items[0] as Value, py)
      return items.length === 0 ? newStr('') : str(self.args, py)
    },
  },
})
extendException('NameError', {
  doc: 'A name without a value.',
  initRaw: initWithFields(['name']),
  attributes: () => ({ name: field('name', 'the name') }),
})
extendException('AttributeError', {
  doc: 'An attribute that an object does not have.',
  initRaw: initWithFields(['name', 'obj']),
  methods: () => [
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => newTuple([self.type, self.args, callMethod(self, '__getstate__', [], py)])),
    method('__getstate__(self, /)', 'The name and the arguments; not the object, which may be anything.', (self) => {
      const state = existingDict(self)?.copy() ?? newDict()
      const name = self.fields['name']
      if (name !== undefined && name !== None) state.setStr('name', name)
      state.setStr('args', self.args)
      return state
    }),
  ],
  attributes: () => ({ name: field('name', 'the name'), obj: field('obj', 'the object') }),
})
extendException('ImportError', {
  doc: 'An import that failed.',
  initRaw(self, args, names) {
    initWithFields(['name', 'path', 'name_from'])(self, args, names)
    self.fields['msg'] = self.args.items.length === 1 ? self.args.items[0] : undefined
  },
  slots: {
    str(self, py) {
      const message = self.fields['msg']
      if (message !== undefined && asStr(message) !== undefined) return asStr(message) as never
      const { items } = self.args
      return items.length === 0 ? newStr('') : str(items.length === 1 ? (items[0] as Value) : self.args, py)
    },
  },
  methods: () => [reduceWithFields(['name', 'path', 'name_from'])],
  attributes: () => ({
    msg: field('msg', 'the message'),
    name: field('name', 'the module'),
    path: field('path', 'the file'),
    name_from: field('name_from', 'the name imported from the module'),
  }),
})

/** Their layout is that of a class with fields, whose `__new__` does. */
const without = new Set(['IndentationError', 'TabError', '_IncompleteInputError', 'ModuleNotFoundError', 'UnboundLocalError'])

// Classes that add nothing still need their slots inherited and their namespaces.
for (const [name, shell] of exceptions) {
  if (shell.fill !== undefined) continue
  // ExceptionGroup has two bases and nothing of its own; subclasses of OSError name no `__new__`.
  const plain = name !== 'ExceptionGroup'
  defineType<string, PyBaseException>(`${name}(*args)`, { doc: `${name}.`, shell, text: null, repeats: plain ? ['init'] : [] })
  shell.nativeNew = plain && !shell.mro.includes(OSError) && !without.has(name)
}
