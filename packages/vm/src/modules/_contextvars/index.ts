// _contextvars (https://docs.python.org/3.13/library/contextvars.html).
import { PyObject } from '../../data/object.ts'
import { newTuple } from '../../data/sequences.ts'
import { Compare } from '../../data/slots.ts'
import { NotImplemented, type Value } from '../../data/values.ts'
import { fn, methods } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { defineType } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import { equal } from '../../protocols/compare.ts'
import { KeyError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise, raiseWith } from '../../protocols/raise.ts'
import type { KeywordNames } from '../../data/slots.ts'
import type { Thread } from '../../thread.ts'
import { currentContext, PyContext, runIn } from './context.ts'
import { checkedVariable, contextVarType, tokenType } from './variable.ts'

class PyContextIterator extends PyObject {
  readonly items: Iterator<Value>
  constructor(items: Iterator<Value>) {
    super()
    this.items = items
  }
}
class PyContextKeys extends PyContextIterator {}
class PyContextValues extends PyContextIterator {}
class PyContextItems extends PyContextIterator {}

const iteratorSlots = {
  iter: (self: PyContextIterator): Value => self,
  next: (self: PyContextIterator): Value | undefined => self.items.next().value as Value | undefined,
}
defineType('keys', { doc: 'The variables of a context.', instance: PyContextKeys, slots: iteratorSlots })
defineType('values', { doc: 'The values of a context.', instance: PyContextValues, slots: iteratorSlots })
defineType('items', { doc: 'The variables and values of a context.', instance: PyContextItems, slots: iteratorSlots })

function* itemsOf(context: PyContext): Generator<Value> {
  for (const [variable, value] of context.values) yield newTuple([variable, value])
}

function sameValues(left: PyContext, right: PyContext, py: Thread): boolean {
  if (left.values.size !== right.values.size) return false
  for (const [variable, value] of left.values) {
    const other = right.values.get(variable)
    if (other === undefined || !equal(value, other, py)) return false
  }
  return true
}

const method = methods<PyContext>()

const run = method('run(self, /, *args, **kwargs)', 'Call with this context as the current one.', (self, args, kwargs, py) => {
  const [callable, ...rest] = args
  if (callable === undefined) return raise(PyTypeError, 'run() missing 1 required positional argument')
  const names: Value[] = []
  kwargs.keys.forEach((key, i) => {
    if (key === undefined) return
    names.push(key)
    rest.push(kwargs.values[i] as Value)
  })
  return runIn(self, py, () => call(callable, rest, py, names as unknown as KeywordNames))
}, { text: null, transparent: true })

const contextType = defineType('_contextvars.Context', {
  doc: 'What each context variable is worth.',
  instance: PyContext,
  hasWeakrefs: true,
  text: null,
  newRaw(_cls, args) {
    if (args.length > 0) raise(PyTypeError, 'Context() does not accept any arguments')
    return new PyContext()
  },
  slots: {
    richcompare(self: PyContext, other, op, py) {
      if (!(other instanceof PyContext) || (op !== Compare.EQ && op !== Compare.NE)) return NotImplemented
      return sameValues(self, other, py) === (op === Compare.EQ)
    },
    iter: (self) => new PyContextKeys(self.values.keys()),
    len: (self) => self.values.size,
    getitem: (self, key, py) => self.values.get(checkedVariable(key, py)) ?? raiseWith(KeyError, key),
    contains: (self, key, py) => self.values.has(checkedVariable(key, py)),
  },
  methods: () => [
    method('get(self, key: object, default: object = None, /)', 'The value of a variable, or a default.', (self, key, fallback, py) =>
      self.values.get(checkedVariable(key, py)) ?? fallback,
    ),
    method('items(self, /)', 'The variables and values.', (self) => new PyContextItems(itemsOf(self))),
    method('keys(self, /)', 'The variables.', (self) => new PyContextKeys(self.values.keys())),
    method('values(self, /)', 'The values.', (self) => new PyContextValues(self.values.values())),
    method('copy(self, /)', 'A copy.', (self) => new PyContext(self.values)),
    run,
  ],
})

export const _contextvars = defineModule('_contextvars', () => ({
  doc: 'Variables with a value of their own in each context.',
  functions: [
    fn('copy_context()', 'A copy of the current context.', (py) => new PyContext(currentContext(py).values), { text: '($module, /)' }),
  ],
  types: [contextType, contextVarType, tokenType],
}))

