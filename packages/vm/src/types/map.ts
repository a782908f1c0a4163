// map: a function over the items of iterables.
import { PyObject, type Visit } from '../data/object.ts'
import { newTuple } from '../data/sequences.ts'
import { type PyType, typeOf } from '../data/type.ts'
import type { Value } from '../data/values.ts'
import { methods } from '../object/define-builtin.ts'
import { refuseKeywords } from '../object/keyword-count.ts'
import { defineType, withClass } from '../object/define-type.ts'
import { call } from '../protocols/call.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { iterate } from '../protocols/iterate.ts'
import { raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'

export class PyMap extends PyObject {
  readonly func: Value
  readonly iterators: readonly PyObject[]
  constructor(func: Value, iterators: readonly PyObject[]) {
    super()
    this.func = func
    this.iterators = iterators
  }
  override traverse(visit: Visit): void {
    visit(this.func)
    for (const iterator of this.iterators) visit(iterator)
  }
}

function nextMapped(self: PyMap, py: Thread): Value | undefined {
  const { iterators } = self
  const args: Value[] = []
  for (let i = 0; i < iterators.length; i++) {
    const iterator = iterators[i] as PyObject
    const item = iterator.type.slots.next?.(iterator, py)
    if (item === undefined) return undefined
    args.push(item)
  }
  return call(self.func, args, py)
}

export const mapType: PyType = defineType('map(function: object, iterable: object, /, *iterables)', {
  doc: 'Iterates over what a function answers for the items of one or more iterables; ends with the shortest.',
  instance: PyMap,
  subclassable: true,
  keepsToItself: true,
  text: '(function, iterable, /, *iterables)',
  newRaw(cls, args, names, py) {
    const named = names?.length ?? 0
    refuseKeywords('map', cls, mapType, names)
    const given = args.length - named
    if (given < 2) raise(PyTypeError, 'map() must have at least two arguments.')
    return withClass(new PyMap(args[0] as Value, args.slice(1, given).map((iterable) => iterate(iterable, py))), cls)
  },
  slots: { iter: (self: PyMap) => self, next: nextMapped },
  methods: () => [
    methods<PyMap>()('__reduce__(self, /)', 'Help pickle.', (self) =>
      newTuple([typeOf(self), newTuple([self.func, ...self.iterators])]),
    ),
  ],
})
