// Objects that are to be told before they go (`__del__`; the `finally` of a suspended generator). JavaScript tells of a
// death only when the object is gone: so these are held here, and a collection finds out which of them nobody else holds
// (modules/gc). A class without a finalizer has nothing to do with it.
import type { Interpreter } from '../interpreter.ts'
import { PyCoroutine, PyGenerator } from './frame.ts'
import type { PyObject } from './object.ts'
import type { Allocate, PyType } from './type.ts'

/** How many are held at least before the machine collects by itself. */
const LEAST = 10_000

export class Finalizable {
  /** In the order in which they were made. */
  readonly objects: Set<PyObject> = new Set()
  /** Those that were told: nobody is told twice (PEP 442). */
  readonly told: WeakSet<PyObject> = new WeakSet()
  /** Everything that the last collection met. */
  met: WeakSet<object> | undefined = undefined
  #limit = LEAST

  /** Has as much been made since the last collection as had survived it? */
  get due(): boolean {
    return this.objects.size >= this.#limit
  }
  /** Is anything left? Generators that have ended, or never begun, are not. */
  get some(): boolean {
    for (const object of this.objects) {
      if (object instanceof PyGenerator && (object.state === 'finished' || (object.state === 'created' && !(object instanceof PyCoroutine)))) {
        this.objects.delete(object)
      }
    }
    return this.objects.size > 0
  }
  /** A collection is over. */
  settle(): void {
    this.#limit = Math.max(LEAST, 2 * this.objects.size)
  }
}

export function noteFinalizable(object: PyObject, interpreter: Interpreter): void {
  ;(interpreter.finalizable ??= new Finalizable()).objects.add(object)
}

/** Allocators that note what they make, and what they call to make it. */
const noting = new Map<Allocate, Allocate>()
const plain = new WeakMap<Allocate, Allocate>()

/** From now on instances of a Python class are noted as they are made. */
export function noteInstances(type: PyType): void {
  const { allocate } = type
  if (type.owner === undefined || plain.has(allocate)) return
  let both = noting.get(allocate)
  if (both === undefined) {
    both = (cls) => {
      const made = allocate(cls)
      noteFinalizable(made, cls.owner as Interpreter)
      return made
    }
    noting.set(allocate, both)
    plain.set(both, allocate)
  }
  type.allocate = both
}

/** An allocator that tells layouts apart. */
export function layoutOf({ allocate }: PyType): Allocate {
  return plain.get(allocate) ?? allocate
}
