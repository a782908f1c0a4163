// itertools.groupby: runs of items that share a key. A group is a view of its parent: the parent's next step ends it.
import { PyObject, type Visit } from '../../data/object.ts'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { builtinNamed } from '../../protocols/builtins-of.ts'
import { call } from '../../protocols/call.ts'
import { equal } from '../../protocols/compare.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { next } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { reduced, warnOfPickling } from './pickling.ts'

class GroupBy extends PyObject {
  readonly iterator: PyObject
  readonly key: Value
  target: Value | undefined = undefined
  currentKey: Value | undefined = undefined
  current: Value | undefined = undefined
  /** The group handed out last: only it may take items. */
  group: Group | undefined = undefined
  constructor(iterator: PyObject, key: Value) {
    super()
    this.iterator = iterator
    this.key = key
  }
  override traverse(visit: Visit): void {
    visit(this.iterator)
    visit(this.key)
    for (const child of [this.target, this.currentKey, this.current]) if (child !== undefined) visit(child)
  }
}

class Group extends PyObject {
  readonly parent: GroupBy
  readonly target: Value
  constructor(parent: GroupBy, target: Value) {
    super()
    this.parent = parent
    this.target = target
    parent.group = this
  }
  override traverse(visit: Visit): void {
    visit(this.parent)
    visit(this.target)
  }
}

/** Read an item and its key; was there one? */
function advance(self: GroupBy, py: Thread): boolean {
  const item = next(self.iterator, py)
  if (item === undefined) return false
  const key = self.key === None ? item : call(self.key, [item], py)
  self.current = item
  self.currentKey = key
  return true
}

export const groupby: PyType = defineType('itertools.groupby(iterable: iterator, key: object = None)', {
  doc: 'Iterates over (key, group) pairs, one for each run of items that share a key.',
  instance: GroupBy,
  subclassable: true,
  new: (_cls, iterator, key) => new GroupBy(iterator, key),
  slots: {
    iter: (self: GroupBy) => self,
    next(self: GroupBy, py) {
      self.group = undefined
      // Skip what is left of the group before.
      for (;;) {
        if (self.currentKey !== undefined) {
          if (self.target === undefined || !equal(self.target, self.currentKey, py)) break
        }
        if (!advance(self, py)) return undefined
      }
      self.target = self.currentKey as Value
      return newTuple([self.target, new Group(self, self.target)])
    },
  },
  methods: () => [
    methods<GroupBy>()('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      const { target, currentKey, current } = self
      const args = [self.iterator, self.key]
      if (target === undefined || currentKey === undefined || current === undefined) return reduced(py, typeOf(self), args)
      return reduced(py, typeOf(self), args, newTuple([currentKey, current, target]))
    }),
    methods<GroupBy>()('__setstate__(self, object: object, /)', 'Help unpickle.', (self, state, py) => {
      warnOfPickling(py)
      if (!(state instanceof PyTuple)) return raise(PyTypeError, 'state is not a tuple')
      ;[self.currentKey, self.current, self.target] = state.items
    }),
  ],
})

export const grouper: PyType = defineType('itertools._grouper(parent: object, tgtkey: object, /)', {
  text: null,
  doc: 'Iterates over a group.',
  instance: Group,
  new(_cls, parent, target) {
    if (!(parent instanceof GroupBy)) {
      return raise(PyTypeError, `_grouper() argument 1 must be itertools.groupby, not ${typeOf(parent).tpName}`)
    }
    return new Group(parent, target)
  },
  slots: {
    iter: (self: Group) => self,
    next(self: Group, py) {
      const { parent } = self
      if (parent.group !== self) return undefined
      if (parent.current === undefined && !advance(parent, py)) return undefined
      if (!equal(self.target, parent.currentKey as Value, py)) return undefined
      const item = parent.current
      parent.current = undefined
      return item
    },
  },
  methods: () => [
    methods<Group>()('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      if (self.parent.group === self) return reduced(py, typeOf(self), [self.parent, self.target])
      warnOfPickling(py)
      return newTuple([builtinNamed('iter', py), newTuple([newTuple([])])])
    }),
  ],
})
