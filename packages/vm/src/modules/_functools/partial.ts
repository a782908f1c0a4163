// functools.partial: a callable with some arguments given.
import { newDict, PyDict } from '../../data/dict.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import type { KeywordNames } from '../../data/slots.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { asStr, narrowStr, None, strValue, newInt, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { takesKeywordDict } from '../../object/keyword-dicts.ts'
import { existingDict, getAttr } from '../../protocols/attributes.ts'
import { call, isCallable } from '../../protocols/call.ts'
import { FutureWarning, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { keywordKey, oddKeyword, refuseKeyword } from '../../protocols/odd-keyword.ts'
import { raise } from '../../protocols/raise.ts'
import { guardRepr, reprText, strText } from '../../protocols/repr.ts'
import { warn } from '../../protocols/warn.ts'
import { identityOf } from '../../protocols/identity.ts'
import type { Thread } from '../../thread.ts'
import { dictAttribute } from '../../types/dict-attribute.ts'
import { classGetItem } from '../../types/generic-alias.ts'

export class PyPartial extends PyObject {
  func: Value
  args: PyTuple
  keywords: PyDict
  constructor(func: Value, args: PyTuple, keywords: PyDict) {
    super()
    this.func = func
    this.args = args
    this.keywords = keywords
  }
  override traverse(visit: Visit): void {
    visit(this.func)
    visit(this.args)
    visit(this.keywords)
  }
}

function callPartial(self: PyPartial, args: Value[], names: KeywordNames | undefined, py: Thread): Value {
  const own = self.args.items
  if (self.keywords.size === 0) return call(self.func, own.length === 0 ? args : [...own, ...args], py, names)
  const keywords = self.keywords.copy()
  const given = args.length - (names?.length ?? 0)
  names?.forEach((name, i) => void keywords.set(name, args[given + i] as Value, py.keys))
  const keys = keywords.keys
    .filter((key) => key !== undefined)
    .map((key) => asStr(key) ?? (takesKeywordDict(self.func) ? oddKeyword(key) : refuseKeyword()))
  const values = keywords.values.filter((value) => value !== undefined)
  return call(self.func, [...own, ...args.slice(0, given), ...values], py, keys)
}

const method = methods<PyPartial>()

export const partial: PyType = defineType('functools.partial(func: object, /, *args, **keywords)', {
  doc: 'A callable that calls func with these arguments before those of the call.',
  instance: PyPartial,
  subclassable: true,
  hasDict: true,
  hasWeakrefs: true,
  repeats: ['setattro'],
  text: '(func, /, *args, **keywords)',
  newRaw(cls, args, names, py) {
    const given = args.length - (names?.length ?? 0)
    if (given < 1) raise(PyTypeError, "type 'partial' takes at least one argument")
    let func = args[0] as Value
    if (!isCallable(func)) raise(PyTypeError, 'the first argument must be callable')
    let own = args.slice(1, given)
    let keywords = newDict()
    // A partial of a partial is flattened, unless the inner one has attributes of its own.
    if (func instanceof PyPartial && typeOf(func).slots.call === partial.slots.call && existingDict(func) === undefined) {
      own = [...func.args.items, ...own]
      keywords = func.keywords.copy()
      func = func.func
    }
    names?.forEach((name, i) => void keywords.set(keywordKey(name), args[given + i] as Value, py.keys))
    return withClass(new PyPartial(func, newTuple(own), keywords), cls)
  },
  slots: {
    call: callPartial,
    descrGet(self: PyPartial, instance, _owner, py) {
      if (instance !== undefined && instance !== None) {
        warn(
          py,
          FutureWarning,
          'functools.partial will be a method descriptor in future Python versions; ' +
            'wrap it in staticmethod() if you want to preserve the old behavior',
        )
      }
      return self
    },
    repr: (self: PyPartial, py) =>
      guardRepr(self, '...', py, () => {
        const type = typeOf(self)
        const module = asStr(getAttr(type, narrowStr('__module__'), py))
        const parts = [self.func, ...self.args.items].map((arg) => reprText(arg, py))
        self.keywords.keys.forEach((key, i) => {
          if (key === undefined) return
          // `__str__` of a key may change the dict.
          const value = self.keywords.values[i] as Value
          parts.push(`${strText(key, py)}=${reprText(value, py)}`)
        })
        return `${module === undefined ? '?' : strValue(module)}.${type.qualname}(${parts.join(', ')})`
      }),
  },
  methods: () => [
    method('__reduce__(self, /)', 'Help pickle.', (self) => {
      const state = newTuple([self.func, self.args, self.keywords, existingDict(self) ?? None])
      return newTuple([typeOf(self), newTuple([self.func]), state])
    }),
    method('__setstate__(self, object: object, /)', 'Help unpickle.', (self, state) => {
      const items = state instanceof PyTuple ? state.items : []
      const [func, args, keywords, attributes] = items
      if (items.length !== 4 || !isCallable(func as Value) || !(args instanceof PyTuple) || (keywords !== None && !(keywords instanceof PyDict))) {
        return raise(PyTypeError, 'invalid partial state')
      }
      self.func = func as Value
      self.args = args.type === PyTuple.prototype.type ? args : newTuple(args.items.slice())
      if (keywords === None) self.keywords = newDict()
      else self.keywords = typeOf(keywords as Value) === PyDict.prototype.type ? (keywords as PyDict) : (keywords as PyDict).copy()
      if (attributes instanceof PyDict) self.dict = attributes
      else if (attributes === None) self.dict = undefined
    }),
    classGetItem(),
  ],
  attributes: () => ({
    func: { member: true, get: (self) => self.func, doc: 'the callable' },
    args: { member: true, get: (self) => self.args, doc: 'arguments that come first' },
    keywords: { member: true, get: (self) => self.keywords, doc: 'keyword arguments' },
    __vectorcalloffset__: { member: true, get: (self) => newInt(identityOf(self)), doc: 'where C keeps the function that calls it' },
    __dict__: dictAttribute as never,
  }),
})
