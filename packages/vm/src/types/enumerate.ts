// enumerate: counted items.
import { PyObject, type Visit } from '../data/object.ts'
import type { KeywordNames } from '../data/slots.ts'
import { newTuple } from '../data/sequences.ts'
import { type PyType, typeOf } from '../data/type.ts'
import { newInt, smallInt, strValue, type Int, type Value } from '../data/values.ts'
import { methods } from '../object/define-builtin.ts'
import { defineType } from '../object/define-type.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { index } from '../protocols/index-number.ts'
import { iterate } from '../protocols/iterate.ts'
import { raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'
import { classGetItem } from './generic-alias.ts'

export class PyEnumerate extends PyObject {
  readonly iterator: PyObject
  count: Int
  constructor(iterator: PyObject, count: Int) {
    super()
    this.iterator = iterator
    this.count = count
  }
  override traverse(visit: Visit): void {
    visit(this.iterator)
  }
}

function nextCounted(self: PyEnumerate, py: Thread): Value | undefined {
  const item = self.iterator.type.slots.next?.(self.iterator, py)
  if (item === undefined) return undefined
  const { count } = self
  self.count = typeof count === 'number' ? newInt((count as number) + 1) : newInt(count + 1n)
  return newTuple([count, item])
}

const counted = (iterable: Value, start: Value, py: Thread): PyEnumerate => {
  const first = index(start, py)
  return new PyEnumerate(iterate(iterable, py), first)
}

/** `enumerate(…)`: its names are asked for in turn. */
function enumerateCall(args: readonly Value[], names: KeywordNames | undefined, py: Thread): Value {
  const missing = "enumerate() missing required argument 'iterable'"
  const keys = (names ?? []).map((name) => strValue(name))
  const invalid = (key: string | undefined): never => raise(PyTypeError, `'${key}' is an invalid keyword argument for enumerate()`)
  const given = args.length - keys.length
  if (args.length === 0 || (args.length > 2 && given === 0)) raise(PyTypeError, missing)
  if (args.length > 2) raise(PyTypeError, `enumerate() takes at most 2 arguments (${args.length} given)`)
  const [first, second = smallInt(0)] = args as [Value, Value?]
  if (given > 0 || keys[0] === 'iterable') {
    const start = given > 0 ? keys[0] : keys[1]
    return start === undefined || start === 'start' ? counted(first, second, py) : invalid(start)
  }
  if (keys[0] !== 'start' || keys.length === 1) return invalid(keys[0])
  return keys[1] === 'iterable' ? counted(second, first, py) : invalid(keys[1])
}

export const enumerateType: PyType = defineType('enumerate(iterable: object, start: object = 0)', {
  doc: 'Iterates over pairs of a count and an item.',
  instance: PyEnumerate,
  subclassable: true,
  keepsToItself: true,
  vectorcall: enumerateCall,
  new: (_cls, iterable, start, py) => counted(iterable, start, py),
  slots: { iter: (self: PyEnumerate) => self, next: nextCounted },
  methods: () => [
    methods<PyEnumerate>()('__reduce__(self, /)', 'Help pickle.', (self) =>
      newTuple([typeOf(self), newTuple([self.iterator, self.count])]),
    ),
    classGetItem(),
  ],
})
