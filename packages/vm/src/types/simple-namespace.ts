// types.SimpleNamespace: an object with attributes, and a repr that shows them.
import type { PyDict } from '../data/dict.ts'
import { PyInstance } from '../data/shape.ts'
import { newTuple } from '../data/sequences.ts'
import { type PyType, typeOf } from '../data/type.ts'
import { asStr, NotImplemented, strValue, type Value } from '../data/values.ts'
import { methods } from '../object/define-builtin.ts'
import { defineType, withClass } from '../object/define-type.ts'
import { ensureDict } from '../protocols/attributes.ts'
import { call } from '../protocols/call.ts'
import { compare } from '../protocols/compare.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { guardRepr, reprText } from '../protocols/repr.ts'
import type { Thread } from '../thread.ts'
import { updateDict } from './dict/update.ts'
import { newDict } from '../data/dict.ts'

export class PySimpleNamespace extends PyInstance {}

const attributesOf = (self: PySimpleNamespace): PyDict => ensureDict(self) as PyDict
const method = methods<PySimpleNamespace>()

function update(self: PySimpleNamespace, mapping: Value | undefined, names: PyDict, py: Thread): void {
  const attributes = attributesOf(self)
  if (mapping !== undefined) {
    const given = newDict()
    updateDict(given, [mapping], undefined, 'dict', py)
    for (const key of given.keys) if (key !== undefined && asStr(key) === undefined) raise(PyTypeError, 'keywords must be strings')
    updateDict(attributes, [given], undefined, 'dict', py)
  }
  updateDict(attributes, [names], undefined, 'dict', py)
}

function namespaceRepr(self: PySimpleNamespace, py: Thread) {
  const type = typeOf(self)
  const name = type === simpleNamespaceType ? 'namespace' : type.name
  return guardRepr(self, `${name}(...)`, py, () => {
    const parts: string[] = []
    const attributes = attributesOf(self)
    attributes.keys.forEach((key, i) => {
      const text = key === undefined ? undefined : asStr(key)
      if (text !== undefined && strValue(text) !== '') parts.push(`${strValue(text)}=${reprText(attributes.values[i] as Value, py)}`)
    })
    return `${name}(${parts.join(', ')})`
  })
}

export const simpleNamespaceType: PyType = defineType('types.SimpleNamespace(mapping_or_iterable: object = <unrepresentable>, /, **kwargs)', {
  doc: 'An object with the attributes that it is given.',
  instance: PySimpleNamespace,
  subclassable: true,
  hasDict: true,
  text: '(mapping_or_iterable=(), /, **kwargs)',
  allocate: (type) => new PySimpleNamespace(type),
  newRaw: (cls) => withClass(new PySimpleNamespace(cls), cls, true),
  initRaw(self: PySimpleNamespace, args, names, py) {
    const named = names?.length ?? 0
    const given = args.length - named
    if (given > 1) raise(PyTypeError, `${typeOf(self).name} expected at most 1 argument, got ${given}`)
    const keywords = newDict()
    updateDict(keywords, args.slice(given), names, 'dict', py)
    update(self, given > 0 ? args[0] : undefined, keywords, py)
  },
  slots: {
    repr: namespaceRepr,
    richcompare(self, other, op, py) {
      if (!(other instanceof PySimpleNamespace)) return NotImplemented
      return compare(attributesOf(self), attributesOf(other), op, py)
    },
  },
  methods: () => [
    method('__reduce__(self, /)', 'Help pickle.', (self) => newTuple([typeOf(self), newTuple([]), attributesOf(self)])),
    method('__replace__(self, /, **changes)', 'Answer a copy with some attributes changed.', (self, changes, py) => {
      const made = call(typeOf(self), [], py)
      if (!(made instanceof PySimpleNamespace)) {
        return raise(PyTypeError, `expect types.SimpleNamespace type, but ${typeOf(self).tpName}() returned '${typeOf(made).tpName}' object`)
      }
      update(made, undefined, attributesOf(self), py)
      update(made, undefined, changes, py)
      return made
    }),
  ],
  attributes: () => ({ __dict__: { get: (self) => attributesOf(self) } }),
})

/** A namespace with these attributes. */
export function simpleNamespace(attributes: Readonly<Record<string, Value>>): PySimpleNamespace {
  const made = new PySimpleNamespace(simpleNamespaceType)
  const dict = attributesOf(made)
  for (const [name, value] of Object.entries(attributes)) dict.setStr(name, value)
  return made
}
