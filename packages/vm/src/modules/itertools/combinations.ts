// itertools.combinations and combinations_with_replacement: subsequences in order of place.
import { PyObject, type Visit } from '../../data/object.ts'
import { emptyTuple, newTuple, PyTuple } from '../../data/sequences.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { newInt, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { size } from '../../protocols/index-number.ts'
import { collect } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { reduced } from './pickling.ts'

class Combinations extends PyObject {
  readonly pool: readonly Value[]
  readonly indices: number[]
  started = false
  stopped: boolean
  constructor(pool: readonly Value[], indices: number[], stopped: boolean) {
    super()
    this.pool = pool
    this.indices = indices
    this.stopped = stopped
  }
  override traverse(visit: Visit): void {
    for (const item of this.pool) visit(item)
  }
}
class CombinationsWithReplacement extends Combinations {}

const current = (self: Combinations): Value => newTuple(self.indices.map((place) => self.pool[place] as Value))

/** Move on from the rightmost place that can: those behind it follow at distance `gap`. */
function advance(self: Combinations, gap: 0 | 1): boolean {
  const { indices, pool } = self
  const most = (i: number): number => (gap === 1 ? i + pool.length - indices.length : pool.length - 1)
  let i = indices.length - 1
  while (i >= 0 && indices[i] === most(i)) i--
  if (i < 0) return false
  let place = (indices[i] as number) + 1
  for (; i < indices.length; i++, place += gap) indices[i] = place
  return true
}

function nextCombination(self: Combinations, gap: 0 | 1): Value | undefined {
  if (self.stopped) return undefined
  if (!self.started) {
    self.started = true
    return current(self)
  }
  if (advance(self, gap)) return current(self)
  self.stopped = true
  return undefined
}

function reduce(self: Combinations, py: Thread): Value {
  const count = newInt(self.indices.length)
  if (!self.started && !self.stopped) return reduced(py, typeOf(self), [newTuple(self.pool), count])
  if (self.stopped) return reduced(py, typeOf(self), [emptyTuple, count])
  return reduced(py, typeOf(self), [newTuple(self.pool), count], newTuple(self.indices.map(newInt)))
}

const restore = (least: (i: number) => number) => (self: Combinations, state: Value, py: Thread) => {
  if (!(state instanceof PyTuple) || state.items.length !== self.indices.length) return raise(ValueError, 'invalid arguments')
  state.items.forEach((value, i) => {
    const place = size(value, py)
    self.indices[i] = Math.max(0, Math.min(place, least(i) < 0 ? self.pool.length - 1 : i + self.pool.length - self.indices.length))
  })
  self.started = true
}

const method = methods<Combinations>()

export const combinations: PyType = defineType('itertools.combinations(iterable: object, r: index)', {
  doc: 'Iterates over the subsequences of length r, in order of place.',
  instance: Combinations,
  subclassable: true,
  new(_cls, iterable, r, py) {
    const pool = collect(iterable, py)
    if (r < 0) raise(ValueError, 'r must be non-negative')
    return new Combinations(pool, Array.from({ length: Math.min(r, pool.length + 1) }, (_, i) => i), r > pool.length)
  },
  slots: { iter: (self: Combinations) => self, next: (self: Combinations) => nextCombination(self, 1) },
  methods: () => [
    method('__reduce__(self, /)', 'Help pickle.', reduce),
    method('__setstate__(self, object: object, /)', 'Help unpickle.', restore((i) => i)),
    method('__sizeof__(self, /)', 'Answer the size in memory, in bytes.', (self) => newInt(56 + 8 * self.indices.length)),
  ],
})

export const combinations_with_replacement: PyType = defineType('itertools.combinations_with_replacement(iterable: object, r: index)', {
  doc: 'Iterates over the subsequences of length r in which items may repeat.',
  instance: CombinationsWithReplacement,
  subclassable: true,
  new(_cls, iterable, r, py) {
    const pool = collect(iterable, py)
    if (r < 0) raise(ValueError, 'r must be non-negative')
    return new CombinationsWithReplacement(pool, new Array<number>(r).fill(0), pool.length === 0 && r > 0)
  },
  slots: { iter: (self: Combinations) => self, next: (self: Combinations) => nextCombination(self, 0) },
  methods: () => [
    method('__reduce__(self, /)', 'Help pickle.', reduce),
    method('__setstate__(self, object: object, /)', 'Help unpickle.', restore(() => -1)),
    method('__sizeof__(self, /)', 'Answer the size in memory, in bytes.', (self) => newInt(56 + 8 * self.indices.length)),
  ],
})
