// itertools.permutations: arrangements of length r, in lexicographic order of places.
import { PyObject, type Visit } from '../../data/object.ts'
import { emptyTuple, newTuple, PyTuple } from '../../data/sequences.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { asInt, newInt, None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { size, sizeArgument } from '../../protocols/index-number.ts'
import { collect } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { reduced, warnOfPickling } from './pickling.ts'

class Permutations extends PyObject {
  readonly pool: readonly Value[]
  readonly indices: number[]
  readonly cycles: number[]
  readonly r: number
  started = false
  stopped: boolean
  constructor(pool: readonly Value[], r: number) {
    super()
    this.pool = pool
    this.r = r
    this.stopped = r > pool.length
    this.indices = Array.from(pool.keys())
    this.cycles = this.stopped ? [] : Array.from({ length: r }, (_, i) => pool.length - i)
  }
  override traverse(visit: Visit): void {
    for (const item of this.pool) visit(item)
  }
}

function advance({ indices, cycles, r }: Permutations): boolean {
  const n = indices.length
  for (let i = r - 1; i >= 0; i--) {
    const left = (cycles[i] as number) - 1
    cycles[i] = left
    if (left === 0) {
      // Rotate the tail: the item at i goes to the end.
      const first = indices[i] as number
      for (let j = i; j < n - 1; j++) indices[j] = indices[j + 1] as number
      indices[n - 1] = first
      cycles[i] = n - i
      continue
    }
    const item = indices[i] as number
    indices[i] = indices[n - left] as number
    indices[n - left] = item
    return true
  }
  return false
}

const method = methods<Permutations>()

export const permutations: PyType = defineType('itertools.permutations(iterable: object, r: object = None)', {
  doc: 'Iterates over the arrangements of r items (of all by default).',
  instance: Permutations,
  subclassable: true,
  new(_cls, iterable, length, py) {
    const pool = collect(iterable, py)
    if (length !== None && asInt(length) === undefined) raise(PyTypeError, 'Expected int as r')
    const r = length === None ? pool.length : sizeArgument(length, py)
    if (r < 0) raise(ValueError, 'r must be non-negative')
    return new Permutations(pool, r)
  },
  slots: {
    iter: (self: Permutations) => self,
    next(self: Permutations) {
      if (self.stopped) return undefined
      if (self.started && !advance(self)) {
        self.stopped = true
        return undefined
      }
      self.started = true
      const { pool, indices } = self
      const items = new Array<Value>(self.r)
      for (let i = 0; i < items.length; i++) items[i] = pool[indices[i] as number] as Value
      return newTuple(items)
    },
  },
  methods: () => [
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      const r = newInt(self.r)
      if (!self.started && !self.stopped) return reduced(py, typeOf(self), [newTuple(self.pool), r])
      if (self.stopped) return reduced(py, typeOf(self), [emptyTuple, r])
      const state = newTuple([newTuple(self.indices.map(newInt)), newTuple(self.cycles.map(newInt))])
      return reduced(py, typeOf(self), [newTuple(self.pool), r], state)
    }),
    method('__setstate__(self, object: object, /)', 'Help unpickle.', (self, state, py) => {
      warnOfPickling(py)
      const [indices, cycles] = state instanceof PyTuple ? state.items : []
      if (!(indices instanceof PyTuple) || !(cycles instanceof PyTuple)) return raise(PyTypeError, 'invalid arguments')
      if (indices.items.length !== self.indices.length || cycles.items.length !== self.r) return raise(ValueError, 'invalid arguments')
      indices.items.forEach((value, i) => (self.indices[i] = Math.max(0, Math.min(size(value, py), self.pool.length - 1))))
      cycles.items.forEach((value, i) => (self.cycles[i] = Math.max(1, Math.min(size(value, py), self.pool.length - i))))
      self.started = true
    }),
    method('__sizeof__(self, /)', 'Answer the size in memory, in bytes.', (self) =>
      newInt(72 + 8 * (self.indices.length + self.cycles.length)),
    ),
  ],
})
