// Views of OrderedDicts and their iterator, which notices changes in its own words.
import { PyDict } from '../../data/dict.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { newList, newTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import type { Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { builtinNamed } from '../../protocols/builtins-of.ts'
import { KeyError, RuntimeError } from '../../protocols/exceptions.ts'
import { raise, raiseWith } from '../../protocols/raise.ts'
import { getItem } from '../../protocols/subscript.ts'
import type { Thread } from '../../thread.ts'
import { dictItemsType, dictKeysType, dictValuesType, PyDictItems, PyDictKeys, PyDictValues } from '../../types/dict/views.ts'

export class PyOrderedDict extends PyDict {}

type Kind = 'keys' | 'values' | 'items'

export class PyOrderedKeyIterator extends PyObject {
  source: PyOrderedDict | undefined
  readonly backwards: boolean
  readonly kind: Kind
  /** Place of the next entry. */
  place: number
  readonly version: number
  constructor(source: PyOrderedDict, backwards: boolean, kind: Kind = 'keys') {
    super()
    this.source = source
    this.backwards = backwards
    this.kind = kind
    this.place = backwards ? source.keys.length - 1 : 0
    this.version = source.version
  }
  override traverse(visit: Visit): void {
    if (this.source !== undefined) visit(this.source)
  }
}

function nextEntry(self: PyOrderedKeyIterator, py: Thread): Value | undefined {
  const { source } = self
  if (source === undefined) return undefined
  if (self.version !== source.version) raise(RuntimeError, 'OrderedDict mutated during iteration')
  const step = self.backwards ? -1 : 1
  let { place } = self
  while (place >= 0 && place < source.keys.length && source.keys[place] === undefined) place += step
  const key = source.keys[place]
  if (key === undefined) {
    self.source = undefined
    return undefined
  }
  self.place = place + step
  if (self.kind === 'keys') return key
  const plain = typeOf(source) === PyOrderedDict.prototype.type
  const value = plain ? (source.values[place] ?? raiseWith(KeyError, key)) : getItem(source, key, py)
  return self.kind === 'values' ? value : newTuple([key, value])
}

defineType('odict_iterator', {
  doc: 'Iterates over an ordered dict.',
  instance: PyOrderedKeyIterator,
  slots: { iter: (self: PyOrderedKeyIterator) => self, next: nextEntry },
  methods: () => [
    methods<PyOrderedKeyIterator>()('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      const items: Value[] = []
      if (self.source !== undefined) {
        const rest = new PyOrderedKeyIterator(self.source, self.backwards, self.kind)
        rest.place = self.place
        for (let item = nextEntry(rest, py); item !== undefined; item = nextEntry(rest, py)) items.push(item)
      }
      return newTuple([builtinNamed('iter', py), newTuple([newList(items)])])
    }),
  ],
})

export class PyOrderedKeys extends PyDictKeys {}
export class PyOrderedValues extends PyDictValues {}
export class PyOrderedItems extends PyDictItems {}

const over = (kind: Kind, backwards: boolean) => (self: { readonly mapping: PyDict }) =>
  new PyOrderedKeyIterator(self.mapping as PyOrderedDict, backwards, kind)
const backwards = (kind: Kind) =>
  methods<PyDictKeys>()('__reversed__(self, /)', 'Iterate from the newest to the oldest.', over(kind, true))

defineType('odict_keys', {
  doc: 'The keys of an ordered dict.',
  instance: PyOrderedKeys,
  base: dictKeysType,
  instantiable: false,
  slots: { iter: over('keys', false) },
  methods: () => [backwards('keys')],
})
defineType('odict_values', {
  doc: 'The values of an ordered dict.',
  instance: PyOrderedValues,
  base: dictValuesType,
  instantiable: false,
  slots: { iter: over('values', false) },
  methods: () => [backwards('values')],
})
defineType('odict_items', {
  doc: 'The items of an ordered dict.',
  instance: PyOrderedItems,
  base: dictItemsType,
  instantiable: false,
  slots: { iter: over('items', false) },
  methods: () => [backwards('items')],
})
