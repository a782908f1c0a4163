// collections.defaultdict: a dict that makes what is missing.
import { PyDict } from '../../data/dict.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { emptyTuple, newTuple } from '../../data/sequences.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { newStr, None, NotImplemented, strValue, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { call, callMethod, isCallable } from '../../protocols/call.ts'
import { KeyError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { iterate } from '../../protocols/iterate.ts'
import { raise, raiseWith } from '../../protocols/raise.ts'
import { guardRepr, reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { dictRepr, dictType } from '../../types/dict/index.ts'
import { mergeMapping, updateDict } from '../../types/dict/update.ts'
import { classGetItem } from '../../types/generic-alias.ts'

export class PyDefaultDict extends PyDict {
  factory: Value = None
  override traverse(visit: Visit): void {
    super.traverse(visit)
    visit(this.factory)
  }
}

function missing(self: PyDefaultDict, key: Value, py: Thread): Value {
  if (self.factory === None) return raiseWith(KeyError, key)
  const made = call(self.factory, [], py)
  self.set(key, made, py.keys)
  return made
}

const copy = (self: PyDefaultDict, py: Thread): Value => call(typeOf(self), [self.factory, self], py)
const method = methods<PyDefaultDict>()

export const defaultdict: PyType = defineType('collections.defaultdict(default_factory: object = None, /, *args, **kwargs)', {
  doc: 'A dict that calls default_factory for the value of a key that is missing.',
  instance: PyDefaultDict,
  base: dictType,
  subclassable: true,
  text: null,
  allocate: (type) => withClass(new PyDefaultDict(), type),
  initRaw(self: PyDefaultDict, args, names, py) {
    const given = args.length - (names?.length ?? 0)
    const factory = given > 0 ? (args[0] as Value) : None
    if (factory !== None && !isCallable(factory)) raise(PyTypeError, 'first argument must be callable or None')
    self.factory = factory
    updateDict(self, given > 0 ? args.slice(1) : args, names, 'dict', py)
  },
  slots: {
    repr(self: PyDefaultDict, py) {
      const items = strValue(guardRepr(self, '{...}', py, () => dictRepr(self, py)))
      const { factory } = self
      // A bound method shows the dict again.
      const shown = () => reprText(factory, py)
      return newStr(`${typeOf(self).name}(${factory instanceof PyObject ? strValue(guardRepr(factory, '...', py, shown)) : shown()}, ${items})`)
    },
    or(left, right, py) {
      if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented
      const self = (left instanceof PyDefaultDict ? left : right) as PyDefaultDict
      const made = call(typeOf(self), [self.factory, left], py)
      mergeMapping(made as PyDict, right, undefined, py)
      return made
    },
  },
  methods: () => [
    method('__missing__(self, object: object, /)', 'Make, store and answer the value of a missing key.', missing),
    method('copy(self, /)', 'Answer a shallow copy.', copy),
    method('__copy__(self, /)', 'Answer a shallow copy.', copy),
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      const args = self.factory === None ? emptyTuple : newTuple([self.factory])
      return newTuple([typeOf(self), args, None, None, iterate(callMethod(self, 'items', [], py), py)])
    }),
    classGetItem(),
  ],
  attributes: () => ({
    default_factory: { member: true,
      get: (self) => self.factory,
      set: (self, value) => void (self.factory = value ?? None),
      doc: 'what makes missing values, or None',
    },
  }),
})
