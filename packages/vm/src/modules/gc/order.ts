// The order of CPython's collector, which is that in which it runs finalizers. Its list of objects begins in the order in
// which they were made. A full collection goes through it and puts what it meets before anything that leads to it at the
// end, once it comes to that (gc.c, move_unreachable): the first one leaves the nearest to the modules in front; of what
// was made since, an instance still stands before what it was given, a list behind what it was made of.
import { PyModule } from '../../data/module.ts'
import type { PyObject } from '../../data/object.ts'
import { PyInstance } from '../../data/shape.ts'
import type { Thread } from '../../thread.ts'
import { eachHeld, rootsOf } from './reach.ts'

/** What is to be told, and can be reached, in that order. Everything that was reached counts as met from now on. */
export function collectorsOrder(py: Thread): PyObject[] {
  const { finalizable, modules } = py.interpreter
  if (finalizable === undefined) return []
  const { objects, met } = finalizable
  const reached = new Set<object>([modules, ...rootsOf(py)])
  const behind = new Set<object>()
  const early = new Set<object>(reached)
  for (const holder of reached) {
    const late = behind.has(holder) || !(met?.has(holder) ?? false) && !early.has(holder) && !(holder instanceof PyInstance)
    eachHeld(holder, (held) => {
      if (reached.has(held)) return
      reached.add(held)
      if (holder instanceof PyModule || held instanceof PyModule) early.add(held)
      else if (late) behind.add(held)
    }, py)
  }
  const found = [...reached].filter((object) => objects.has(object as PyObject)) as PyObject[]
  const order = met === undefined ? found : [...[...objects].filter((object) => reached.has(object) && !behind.has(object)), ...found.filter((object) => behind.has(object))]
  finalizable.met = new WeakSet(reached)
  return order
}
