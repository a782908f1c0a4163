// itertools.product: nested loops, the last iterable turning fastest.
import { checkKeywordCount } from '../../object/keyword-count.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { emptyTuple, newTuple, PyTuple } from '../../data/sequences.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { newInt, strValue, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { MemoryError, OverflowError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { size } from '../../protocols/index-number.ts'
import { collect } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { reduced, warnOfPickling } from './pickling.ts'

class Product extends PyObject {
  readonly pools: readonly (readonly Value[])[]
  readonly indices: number[]
  started = false
  stopped = false
  constructor(pools: readonly (readonly Value[])[]) {
    super()
    this.pools = pools
    this.indices = new Array<number>(pools.length).fill(0)
  }
  override traverse(visit: Visit): void {
    for (const pool of this.pools) for (const item of pool) visit(item)
  }
}

function advance({ pools, indices }: Product): boolean {
  for (let i = pools.length - 1; i >= 0; i--) {
    const place = (indices[i] as number) + 1
    if (place < (pools[i] as readonly Value[]).length) {
      indices[i] = place
      return true
    }
    indices[i] = 0
  }
  return false
}

const method = methods<Product>()

export const product: PyType = defineType('itertools.product(*iterables, repeat: index = 1)', {
  doc: 'Iterates over the tuples with one item of each iterable.',
  instance: Product,
  subclassable: true,
  text: '(*iterables, repeat=1)',
  newRaw(cls, args, names, py) {
    const named = names?.length ?? 0
    const given = args.length - named
    let repeat = 1
    checkKeywordCount('product', named, 1)
    for (let i = 0; i < named; i++) {
      const name = strValue((names as readonly never[])[i] as never)
      if (name !== 'repeat') raise(PyTypeError, `product() got an unexpected keyword argument '${name}'`)
      repeat = size(args[given + i] as Value, py)
    }
    if (repeat < 0) raise(ValueError, 'repeat argument cannot be negative')
    if (given > 0 && repeat > 2 ** 60 / given) raise(OverflowError, 'repeat argument too large')
    if (given * repeat > 2 ** 28) raise(MemoryError)
    const pools = args.slice(0, given).map((iterable) => collect(iterable, py))
    return withClass(new Product(Array.from({ length: given === 0 ? 0 : repeat }, () => pools).flat()), cls)
  },
  slots: {
    iter: (self: Product) => self,
    next(self: Product) {
      if (self.stopped) return undefined
      const { pools, indices } = self
      if (!self.started) {
        self.started = true
        self.stopped = pools.some((pool) => pool.length === 0)
      } else self.stopped = !advance(self)
      if (self.stopped) return undefined
      const items = new Array<Value>(pools.length)
      for (let i = 0; i < items.length; i++) items[i] = (pools[i] as readonly Value[])[indices[i] as number] as Value
      return newTuple(items)
    },
  },
  methods: () => [
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      if (self.stopped) return reduced(py, typeOf(self), [emptyTuple])
      const pools = self.pools.map((pool) => newTuple(pool))
      return self.started
        ? reduced(py, typeOf(self), pools, newTuple(self.indices.map(newInt)))
        : reduced(py, typeOf(self), pools)
    }),
    method('__setstate__(self, object: object, /)', 'Help unpickle.', (self, state, py) => {
      warnOfPickling(py)
      if (!(state instanceof PyTuple) || state.items.length !== self.pools.length) return raise(ValueError, 'invalid arguments')
      self.started = true
      self.stopped = self.pools.some((pool) => pool.length === 0)
      state.items.forEach((value, i) => {
        self.indices[i] = Math.max(0, Math.min(size(value, py), (self.pools[i] as readonly Value[]).length - 1))
      })
    }),
    method('__sizeof__(self, /)', 'Answer the size in memory, in bytes.', (self) => newInt(48 + 8 * self.pools.length)),
  ],
})
