// Running the finalizers of what nobody reaches.
import { PyBaseException } from '../../data/exception.ts'
import { PySlotWrapper } from '../../data/callables.ts'
import type { PyObject } from '../../data/object.ts'
import { lookup } from '../../data/type.ts'
import { unraisable } from '../../protocols/unraisable.ts'
import type { Thread } from '../../thread.ts'
import { collectorsOrder } from './order.ts'
import { References } from './references.ts'
import { reach, rootsOf } from './reach.ts'

/** How often a collection looks whether a finalizer has given its object to somebody: it is as much work as a collection. */
const MOST_LOOKS = 20

/** Tell an object that it goes. It may stay nevertheless, but is not told again. */
export function finalize(object: PyObject, py: Thread): void {
  const { finalizable } = py.interpreter
  finalizable?.objects.delete(object)
  finalizable?.told.add(object)
  const { type } = object
  const run = type.slots.finalize
  if (run === undefined) return
  const { handled } = py
  try {
    run(object, py)
  } catch (caught) {
    if (!(caught instanceof PyBaseException)) throw caught
    // A method written in Python is named, else the object.
    const method = lookup(type, '__del__')
    unraisable(caught, method === undefined || method instanceof PySlotWrapper ? object : method, py)
  }
  py.handled = handled
}

/** Is every thread's work on the heap, but for the loop of `py` itself? Then what cannot be reached from there is garbage. */
function seesAll(py: Thread): boolean {
  const { threads } = py.interpreter
  return threads.top === undefined && threads.all.every((thread) => thread === py || (thread.parked && thread.begin === undefined))
}

/** What the program can reach. */
const living = (py: Thread): Set<object> => reach([py.interpreter.modules, ...rootsOf(py)], py)

/** Put what is left in the order in which the next collection comes to it. */
function reorder(py: Thread): void {
  const { finalizable } = py.interpreter
  for (const object of collectorsOrder(py)) {
    finalizable?.objects.delete(object)
    finalizable?.objects.add(object)
  }
}

/** Run the finalizers of what nobody reaches: what CPython would have freed at its last drop first, then what is left of cycles. */
export function collectFinalizable(py: Thread): void {
  const { finalizable } = py.interpreter
  if (finalizable?.some !== true || !seesAll(py)) return
  const alive = living(py)
  const dead = new Set([...finalizable.objects].filter((object) => !alive.has(object)))
  for (const object of dead) finalizable.objects.delete(object)
  if (dead.size > 0) new Burial(dead, alive, py).run()
  finalizable.settle()
}

/** The same, and put what is left in the order in which the next collection comes to it. */
export function collectAll(py: Thread): void {
  collectFinalizable(py)
  if (py.interpreter.finalizable?.some === true && seesAll(py)) reorder(py)
}

class Burial {
  readonly #dead: Set<PyObject>
  readonly #alive: ReadonlySet<object>
  readonly #references: References
  readonly #py: Thread
  #looks = 0

  constructor(dead: Set<PyObject>, alive: ReadonlySet<object>, py: Thread) {
    this.#dead = dead
    this.#alive = alive
    this.#py = py
    this.#references = new References(reach(dead, py, alive), py)
  }

  run(): void {
    const references = this.#references
    for (const object of [...this.#dead]) {
      if (!this.#dead.has(object) || references.count(object) > 0) continue
      references.add(object)
      references.release(object, (gone) => this.#goes(gone))
    }
    // The cycles, and what they hold.
    for (const object of this.#dead) finalize(object, this.#py)
  }

  /** Has it gone for good? */
  #goes(object: object): boolean {
    if (!this.#dead.delete(object as PyObject)) return true
    finalize(object as PyObject, this.#py)
    if (this.#dead.size === 0 || ++this.#looks > MOST_LOOKS || !this.#leadsOn(object)) return true
    const alive = living(this.#py)
    if (!alive.has(object)) return true
    for (const other of this.#dead) {
      if (!alive.has(other)) continue
      this.#dead.delete(other)
      this.#py.interpreter.finalizable?.objects.add(other)
    }
    return false
  }

  /** Does it hold something else that is to be told? */
  #leadsOn(object: object): boolean {
    for (const held of reach([object], this.#py, this.#alive)) if (this.#dead.has(held as PyObject)) return true
    return false
  }
}
