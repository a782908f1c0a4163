// collections.deque: a list that grows and shrinks at both ends.
import { PyObject, type Visit } from '../../data/object.ts'
import { emptyTuple, newTuple } from '../../data/sequences.ts'
import { Compare } from '../../data/slots.ts'
import { structOf } from '../../data/struct-sizes.ts'
import { TypeFlags, type PyType, typeOf } from '../../data/type.ts'
import { newInt, None, NotImplemented, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { compare, equal } from '../../protocols/compare.ts'
import { IndexError, MemoryError, RuntimeError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { size } from '../../protocols/index-number.ts'
import { iterate, next } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { guardRepr, reprText } from '../../protocols/repr.ts'
import { sliceIndex } from '../../protocols/slice-indices.ts'
import type { Thread } from '../../thread.ts'
import { classGetItem } from '../../types/generic-alias.ts'
import { PyDequeIterator, PyDequeReverseIterator } from './deque-iterators.ts'
import { Ring } from './ring.ts'

export class PyDeque extends PyObject {
  readonly ring = new Ring()
  /** Infinity: no limit. */
  limit = Infinity
  /** Changes with every change of the contents: iterators compare it. */
  version = 0
  override traverse(visit: Visit): void {
    for (const item of this.ring.items()) visit(item)
  }
}

function append(self: PyDeque, item: Value): void {
  self.ring.push(item)
  self.version++
  if (self.ring.length > self.limit) self.ring.shift()
}
function appendLeft(self: PyDeque, item: Value): void {
  self.ring.unshift(item)
  self.version++
  if (self.ring.length > self.limit) self.ring.pop()
}
function extend(self: PyDeque, iterable: Value, add: (self: PyDeque, item: Value) => void, py: Thread): void {
  const source = iterable === self ? newTuple(self.ring.items()) : iterable
  const iterator = iterate(source, py)
  for (let item = next(iterator, py); item !== undefined; item = next(iterator, py)) add(self, item)
}

function rotate(self: PyDeque, steps: number): void {
  const { ring } = self
  if (ring.length < 2) return
  let n = steps % ring.length
  if (n > ring.length / 2) n -= ring.length
  else if (n < -ring.length / 2) n += ring.length
  for (; n > 0; n--) ring.unshift(ring.pop() as Value)
  for (; n < 0; n++) ring.push(ring.shift() as Value)
  self.version++
}

function place(self: PyDeque, key: Value, py: Thread): number {
  if (typeof key !== 'number' && typeOf(key).slots.index === undefined) {
    raise(PyTypeError, `sequence index must be integer, not '${typeOf(key).tpName}'`)
  }
  const index = size(key, py, IndexError)
  const at = index < 0 ? index + self.ring.length : index
  return at < 0 || at >= self.ring.length ? raise(IndexError, 'deque index out of range') : at
}

/** Place of the first equal item in a range, or -1; `changed` is called when `__eq__` touched the deque. */
function find(self: PyDeque, item: Value, from: number, to: number, changed: () => never, py: Thread): number {
  const { version } = self
  for (let i = from; i < to; i++) {
    const alike = equal(self.ring.at(i), item, py)
    if (self.version !== version) changed()
    if (alike) return i
  }
  return -1
}
const mutatedWhileIterating = (): never => raise(RuntimeError, 'deque mutated during iteration')

function copy(self: PyDeque, py: Thread): Value {
  if (self.type === deque) {
    const made = new PyDeque()
    made.limit = self.limit
    for (const item of self.ring.items()) made.ring.push(item)
    return made
  }
  const limit = self.limit === Infinity ? [] : [newInt(self.limit)]
  const made = call(typeOf(self), [self, ...limit], py)
  if (!(made instanceof PyDeque)) {
    return raise(PyTypeError, `${typeOf(self).tpName}() must return a deque, not ${typeOf(made).tpName}`)
  }
  return made
}

function repeatInPlace(self: PyDeque, count: number): PyDeque {
  const items = self.ring.items()
  if (count <= 0) self.ring.clear()
  else if (items.length > 0) {
    if (self.limit === Infinity && items.length * count > 2 ** 28) raise(MemoryError)
    // With a limit only the last rounds stay.
    const rounds = self.limit === Infinity ? count : Math.min(count, Math.ceil(self.limit / items.length) + 1)
    for (let round = 1; round < rounds; round++) for (const item of items) append(self, item)
    if (self.limit !== Infinity && rounds < count) rotateTo(self, items, count)
  }
  self.version++
  return self
}

/** The last `limit` items of `items * count`. */
function rotateTo(self: PyDeque, items: readonly Value[], count: number): void {
  const total = items.length * count
  const keep = Math.min(self.limit, total)
  self.ring.clear()
  for (let i = total - keep; i < total; i++) self.ring.push(items[i % items.length] as Value)
}

function compareDeques(self: PyDeque, other: Value, op: Compare, py: Thread): Value {
  if (!(other instanceof PyDeque)) return NotImplemented
  const mine = self.ring
  const theirs = other.ring
  if (self === other && (op === Compare.EQ || op === Compare.NE)) return op === Compare.EQ
  if (mine.length !== theirs.length && (op === Compare.EQ || op === Compare.NE)) return op === Compare.NE
  const left = iterate(self, py)
  const right = iterate(other, py)
  for (;;) {
    const a = next(left, py)
    const b = next(right, py)
    if (a === undefined || b === undefined) {
      const difference = newInt((a === undefined ? 0 : 1) - (b === undefined ? 0 : 1))
      return compare(difference, newInt(0), op, py)
    }
    if (equal(a, b, py)) continue
    if (op === Compare.EQ) return false
    return op === Compare.NE ? true : compare(a, b, op, py)
  }
}

const method = methods<PyDeque>()

export const deque: PyType = defineType('collections.deque(iterable: object = <unrepresentable>, maxlen: exactsize | None = None)', {
  doc: 'A list that grows and shrinks at both ends.',
  instance: PyDeque,
  subclassable: true,
  hasWeakrefs: true,
  text: '([iterable[, maxlen]])',
  flags: TypeFlags.SEQUENCE,
  newRaw: (cls) => withClass(new PyDeque(), cls),
  init(self: PyDeque, iterable, maxlen, py) {
    if (maxlen !== undefined && maxlen < 0) raise(ValueError, 'maxlen must be non-negative')
    self.limit = maxlen ?? Infinity
    if (self.ring.length > 0) self.ring.clear()
    if (iterable !== undefined) extend(self, iterable, append, py)
  },
  slots: {
    repr: (self: PyDeque, py) =>
      guardRepr(self, '[...]', py, () => {
        const items = self.ring.items().map((item) => reprText(item, py)).join(', ')
        return `${typeOf(self).name}([${items}]${self.limit === Infinity ? '' : `, maxlen=${self.limit}`})`
      }),
    richcompare: compareDeques,
    iter: (self: PyDeque) => new PyDequeIterator(self),
    len: (self: PyDeque) => self.ring.length,
    getitem: (self: PyDeque, key, py) => self.ring.at(place(self, key, py)),
    setitem(self: PyDeque, key, value, py) {
      const at = place(self, key, py)
      if (value !== undefined) {
        self.ring.set(at, value)
        return
      }
      self.ring.remove(at)
      self.version++
    },
    contains: (self: PyDeque, item, py) => find(self, item, 0, self.ring.length, mutatedWhileIterating, py) >= 0,
    concat(self: PyDeque, other, py) {
      if (!(other instanceof PyDeque)) {
        return raise(PyTypeError, `can only concatenate deque (not "${typeOf(other).tpName}") to deque`)
      }
      const made = copy(self, py)
      extend(made as PyDeque, other, append, py)
      return made
    },
    inplaceConcat(self: PyDeque, other, py) {
      extend(self, other, append, py)
      return self
    },
    repeat: (self: PyDeque, count, py) => repeatInPlace(copy(self, py) as PyDeque, count),
    inplaceRepeat: repeatInPlace,
  },
  methods: () => [
    method('append(self, item: object, /)', 'Add an item at the right end.', append),
    method('appendleft(self, item: object, /)', 'Add an item at the left end.', appendLeft),
    method('clear(self, /)', 'Remove all items.', (self) => {
      self.ring.clear()
      self.version++
    }),
    method('__copy__(self, /)', 'Answer a shallow copy.', copy),
    method('copy(self, /)', 'Answer a shallow copy.', copy),
    method('count(self, value: object, /)', 'Answer how many items are equal to value.', (self, value, py) => {
      const { version } = self
      let count = 0
      for (let i = 0; i < self.ring.length; i++) {
        if (equal(self.ring.at(i), value, py)) count++
        if (self.version !== version) mutatedWhileIterating()
      }
      return newInt(count)
    }),
    method('extend(self, iterable: object, /)', 'Add the items of an iterable at the right end.', (self, iterable, py) =>
      extend(self, iterable, append, py),
    ),
    method('extendleft(self, iterable: object, /)', 'Add the items of an iterable at the left end, one by one.', (self, iterable, py) =>
      extend(self, iterable, appendLeft, py),
    ),
    method(
      'index(self, value: object, start: object = 0, stop: object = <unrepresentable>, /)',
      'Answer the place of the first item equal to value; ValueError when there is none.',
      (self, value, start, stop, py) => {
        const { length } = self.ring
        const clip = (at: number): number => Math.min(at < 0 ? Math.max(at + length, 0) : at, length)
        const from = clip(sliceIndex(start, py, false))
        const to = stop === undefined ? length : clip(sliceIndex(stop, py, false))
        const at = find(self, value, from, to, mutatedWhileIterating, py)
        return at < 0 ? raise(ValueError, `${reprText(value, py)} is not in deque`) : newInt(at)
      },
      { text: '($self, value, [start, [stop]])' },
    ),
    method('insert(self, index: index, value: object, /)', 'Put an item before the one at index.', (self, index, value) => {
      const { length } = self.ring
      if (length >= self.limit) raise(IndexError, 'deque already at its maximum size')
      const at = index < 0 ? Math.max(index + length, 0) : Math.min(index, length)
      self.ring.insert(at, value)
      self.version++
    }),
    method('pop(self, /)', 'Take off the rightmost item.', (self) => {
      self.version++
      return self.ring.pop() ?? raise(IndexError, 'pop from an empty deque')
    }),
    method('popleft(self, /)', 'Take off the leftmost item.', (self) => {
      self.version++
      return self.ring.shift() ?? raise(IndexError, 'pop from an empty deque')
    }),
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      const args = self.limit === Infinity ? emptyTuple : newTuple([emptyTuple, newInt(self.limit)])
      return newTuple([typeOf(self), args, callMethod(self, '__getstate__', [], py), iterate(self, py)])
    }),
    method('remove(self, value: object, /)', 'Take out the first item equal to value.', (self, value, py) => {
      const changed = (): never => raise(IndexError, 'deque mutated during remove().')
      const at = find(self, value, 0, self.ring.length, changed, py)
      if (at < 0) raise(ValueError, `${reprText(value, py)} is not in deque`)
      self.ring.remove(at)
      self.version++
    }),
    method('__reversed__(self, /)', 'Iterate from the right end.', (self) => new PyDequeReverseIterator(self)),
    method('reverse(self, /)', 'Turn the order of the items round.', (self) => {
      const items = self.ring.items()
      items.forEach((item, i) => self.ring.set(items.length - 1 - i, item))
    }),
    method('rotate(self, n: index = 1, /)', 'Move n items from the right end to the left.', (self, n) => rotate(self, n)),
    method('__sizeof__(self, /)', 'Answer the size in memory, in bytes.', (self) =>
      newInt(structOf(typeOf(self)).basic + 528 * (Math.max(Math.ceil(self.ring.length / 64), 1))),
    ),
    classGetItem(),
  ],
  attributes: () => ({ maxlen: { get: (self) => (self.limit === Infinity ? None : newInt(self.limit)), doc: 'the limit, or None' } }),
  constants: () => ({ __hash__: None }),
})
