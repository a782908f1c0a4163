// operator.itemgetter, attrgetter, methodcaller: callables that fetch.
import { PyObject, type Visit } from '../../data/object.ts'
import { newTuple } from '../../data/sequences.ts'
import { newDict, type PyDict } from '../../data/dict.ts'
import type { KeywordNames } from '../../data/slots.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { asStr, narrowStr, newStr, strValue, newInt, type Str, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { call } from '../../protocols/call.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { guardRepr, reprText } from '../../protocols/repr.ts'
import { getItem } from '../../protocols/subscript.ts'
import { identityOf } from '../../protocols/identity.ts'
import type { Thread } from '../../thread.ts'

/** The only argument of a getter's call. */
function single(name: string, args: readonly Value[], names: KeywordNames | undefined): Value {
  if (names !== undefined && names.length > 0) raise(PyTypeError, `${name}() takes no keyword arguments`)
  if (args.length !== 1) raise(PyTypeError, `${name} expected 1 argument, got ${args.length}`)
  return args[0] as Value
}

function checkNew(cls: PyType, own: PyType, name: string, args: readonly Value[], names: KeywordNames | undefined): void {
  if (cls === own && names !== undefined && names.length > 0) raise(PyTypeError, `${name}() takes no keyword arguments`)
  if (args.length - (names?.length ?? 0) < 1) raise(PyTypeError, `${name} expected 1 argument, got 0`)
}

const title = (self: PyObject): string => {
  const type = typeOf(self)
  return type.module === 'builtins' ? type.name : `${type.module}.${type.name}`
}

/** What `inspect.signature` shows of a getter. */
const callSignature = {
  __text_signature__: { get: () => narrowStr('(obj, /)') },
  // Where C keeps the function that calls it; the place itself means nothing here.
  __vectorcalloffset__: { member: true, get: (self: PyObject) => newInt(identityOf(self)) },
}

class ItemGetter extends PyObject {
  readonly items: readonly Value[]
  constructor(items: readonly Value[]) {
    super()
    this.items = items
  }
  override traverse(visit: Visit): void {
    for (const item of this.items) visit(item)
  }
}

export const itemgetter: PyType = defineType('operator.itemgetter(item: object, /, *items)', {
  doc: 'A callable that answers items of its argument: itemgetter(2)(r) is r[2], itemgetter(2, 5)(r) is (r[2], r[5]).',
  instance: ItemGetter,
  text: '(item, /, *items)',
  newRaw(cls, args, names) {
    checkNew(cls, itemgetter, 'itemgetter', args, names)
    return withClass(new ItemGetter(args.slice(0, args.length - (names?.length ?? 0))), cls)
  },
  slots: {
    call(self: ItemGetter, args, names, py) {
      const object = single('itemgetter', args, names)
      const { items } = self
      if (items.length === 1) return getItem(object, items[0] as Value, py)
      return newTuple(items.map((item) => getItem(object, item, py)))
    },
    repr: (self: ItemGetter, py) =>
      guardRepr(self, `${title(self)}(...)`, py, () => `${title(self)}(${self.items.map((item) => reprText(item, py)).join(', ')})`),
  },
  methods: () => [
    methods<ItemGetter>()('__reduce__(self, /)', 'Help pickle.', (self) => newTuple([typeOf(self), newTuple(self.items)])),
  ],
  attributes: () => callSignature,
})

class AttrGetter extends PyObject {
  readonly names: readonly Str[]
  /** Each name cut at its dots. */
  readonly paths: readonly (readonly Str[])[]
  constructor(names: readonly Str[]) {
    super()
    this.names = names
    this.paths = names.map((name) => strValue(name).split('.').map(newStr))
  }
}

const follow = (object: Value, path: readonly Str[], py: Thread): Value => path.reduce((at, name) => getAttr(at, name, py), object)

export const attrgetter: PyType = defineType('operator.attrgetter(attr: object, /, *attrs)', {
  doc: "A callable that answers attributes of its argument; names may have dots: attrgetter('a.b')(r) is r.a.b.",
  instance: AttrGetter,
  text: '(attr, /, *attrs)',
  newRaw(cls, args, names) {
    checkNew(cls, attrgetter, 'attrgetter', args, names)
    const given = args.slice(0, args.length - (names?.length ?? 0))
    return withClass(new AttrGetter(given.map((name) => asStr(name) ?? raise(PyTypeError, 'attribute name must be a string'))), cls)
  },
  slots: {
    call(self: AttrGetter, args, names, py) {
      const object = single('attrgetter', args, names)
      const { paths } = self
      if (paths.length === 1) return follow(object, paths[0] as readonly Str[], py)
      return newTuple(paths.map((path) => follow(object, path, py)))
    },
    repr: (self: AttrGetter, py) =>
      guardRepr(self, `${title(self)}(...)`, py, () => `${title(self)}(${self.names.map((name) => reprText(name, py)).join(', ')})`),
  },
  methods: () => [
    methods<AttrGetter>()('__reduce__(self, /)', 'Help pickle.', (self) => newTuple([typeOf(self), newTuple(self.names)])),
  ],
  attributes: () => callSignature,
})

class MethodCaller extends PyObject {
  readonly name: Str
  readonly args: readonly Value[]
  readonly keywords: PyDict
  constructor(name: Str, args: readonly Value[], keywords: PyDict) {
    super()
    this.name = name
    this.args = args
    this.keywords = keywords
  }
  override traverse(visit: Visit): void {
    for (const arg of this.args) visit(arg)
    visit(this.keywords)
  }
}

export const methodcaller: PyType = defineType('operator.methodcaller(name: object, /, *args, **kwargs)', {
  doc: "A callable that calls a method of its argument: methodcaller('name', 1)(r) is r.name(1).",
  instance: MethodCaller,
  text: '(name, /, *args, **kwargs)',
  newRaw(cls, args, names) {
    const given = args.length - (names?.length ?? 0)
    if (given < 1) raise(PyTypeError, 'methodcaller needs at least one argument, the method name')
    const name = asStr(args[0] as Value)
    if (name === undefined) return raise(PyTypeError, 'method name must be a string')
    const keywords = newDict()
    names?.forEach((key, i) => keywords.setStr(strValue(key), args[given + i] as Value))
    return withClass(new MethodCaller(name, args.slice(1, given), keywords), cls)
  },
  slots: {
    call(self: MethodCaller, args, names, py) {
      const object = single('methodcaller', args, names)
      const keys = self.keywords.keys as Str[]
      return call(getAttr(object, self.name, py), [...self.args, ...self.keywords.values], py, keys.length > 0 ? keys : undefined)
    },
    repr: (self: MethodCaller, py) =>
      guardRepr(self, `${title(self)}(...)`, py, () => {
        const parts = [self.name, ...self.args].map((arg) => reprText(arg, py))
        self.keywords.keys.forEach((key, i) => parts.push(`${strValue(key as Str)}=${reprText(self.keywords.values[i] as Value, py)}`))
        return `${title(self)}(${parts.join(', ')})`
      }),
  },
  methods: () => [
    methods<MethodCaller>()('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      if (self.keywords.size === 0) return newTuple([typeOf(self), newTuple([self.name, ...self.args])])
      const partial = getAttr(py.interpreter.modules.getStr('functools') ?? importFunctools(py), narrowStr('partial'), py)
      const keys = self.keywords.keys as Str[]
      const made = call(partial, [typeOf(self), self.name, ...self.keywords.values], py, keys)
      return newTuple([made, newTuple(self.args)])
    }),
  ],
  attributes: () => callSignature,
})

function importFunctools(py: Thread): Value {
  const importer = py.interpreter.builtins.getStr('__import__') as Value
  return call(importer, [narrowStr('functools')], py)
}
