// Iterators over dicts: keys, values or items, forwards or backwards.
import type { PyDict } from '../../data/dict.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { newList, newTuple } from '../../data/sequences.ts'
import type { PyType } from '../../data/type.ts'
import { newInt, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { builtinNamed } from '../../protocols/builtins-of.ts'
import { RuntimeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'

/** Position and what is needed to notice that the dict changed meanwhile. */
export abstract class PyDictIterator extends PyObject {
  source: PyDict | undefined
  place: number
  size: number
  remaining: number
  constructor(dict: PyDict, backwards: boolean) {
    super()
    this.source = dict
    this.place = backwards ? dict.keys.length - 1 : 0
    this.size = this.remaining = dict.size
  }
  override traverse(visit: Visit): void {
    if (this.source !== undefined) visit(this.source)
  }
  /** What is answered for a live entry. */
  abstract pick(dict: PyDict, place: number): Value
}

export class PyDictKeyIterator extends PyDictIterator {
  pick(dict: PyDict, place: number): Value {
    return dict.keys[place] as Value
  }
}
export class PyDictValueIterator extends PyDictIterator {
  pick(dict: PyDict, place: number): Value {
    return dict.values[place] as Value
  }
}
export class PyDictItemIterator extends PyDictIterator {
  pick(dict: PyDict, place: number): Value {
    return newTuple([dict.keys[place] as Value, dict.values[place] as Value])
  }
}
export class PyDictReverseKeyIterator extends PyDictKeyIterator {}
export class PyDictReverseValueIterator extends PyDictValueIterator {}
export class PyDictReverseItemIterator extends PyDictItemIterator {}

/** Raise when the dict is not the size it was; from then on each call does. */
function checkSize(self: PyDictIterator, dict: PyDict): void {
  if (self.size === dict.size) return
  self.size = -1
  raise(RuntimeError, 'dictionary changed size during iteration')
}

function nextForward(self: PyDictIterator): Value | undefined {
  const { source: dict } = self
  if (dict === undefined) return undefined
  checkSize(self, dict)
  const { keys } = dict
  let { place } = self
  while (place < keys.length && keys[place] === undefined) place++
  if (place >= keys.length) {
    self.source = undefined
    return undefined
  }
  if (self.remaining === 0) raise(RuntimeError, 'dictionary keys changed during iteration')
  self.place = place + 1
  self.remaining--
  return self.pick(dict, place)
}

function nextBackward(self: PyDictIterator): Value | undefined {
  const { source: dict } = self
  if (dict === undefined) return undefined
  checkSize(self, dict)
  let { place } = self
  while (place >= 0 && dict.keys[place] === undefined) place--
  if (place < 0) {
    self.source = undefined
    return undefined
  }
  self.place = place - 1
  self.remaining--
  return self.pick(dict, place)
}

const method = methods<PyDictIterator>()

/** The items that are left, without moving on. */
function remainingItems(self: PyDictIterator, backwards: boolean): Value[] {
  const { source: dict } = self
  const items: Value[] = []
  if (dict === undefined) return items
  checkSize(self, dict)
  const step = backwards ? -1 : 1
  for (let place = self.place; place >= 0 && place < dict.keys.length; place += step) {
    if (dict.keys[place] !== undefined) items.push(self.pick(dict, place))
  }
  return items
}

function define(name: string, instance: new (dict: PyDict, backwards: boolean) => PyDictIterator, backwards: boolean): PyType {
  return defineType(name, {
    doc: `Iterates over ${backwards ? 'a dict backwards' : 'a dict'}.`,
    instance,
    slots: {
      iter: (self: PyDictIterator) => self,
      next: backwards ? nextBackward : nextForward,
    },
    methods: () => [
      method('__length_hint__(self, /)', 'Answer how many items are left.', (self) =>
        newInt(self.source === undefined || self.size !== self.source.size ? 0 : self.remaining),
      ),
      method('__reduce__(self, /)', 'Help pickle.', (self, py) =>
        newTuple([builtinNamed('iter', py), newTuple([newList(remainingItems(self, backwards))])]),
      ),
    ],
  })
}

define('dict_keyiterator', PyDictKeyIterator, false)
define('dict_valueiterator', PyDictValueIterator, false)
define('dict_itemiterator', PyDictItemIterator, false)
define('dict_reversekeyiterator', PyDictReverseKeyIterator, true)
define('dict_reversevalueiterator', PyDictReverseValueIterator, true)
define('dict_reverseitemiterator', PyDictReverseItemIterator, true)
