// What can be reached from what, over Python objects and the JavaScript objects that hold some: layouts, what modules
// keep for an interpreter or a thread. What only a JavaScript function's variables hold is not seen: so nothing is
// called unreachable while such a function is at work, and no layout keeps values that way.
import { PyBuiltin, PyClassMethod, PyFunction, PyMember, PyMethod, PyMethodDescriptor, PyProperty, PySlotWrapper, PyStaticMethod } from '../../data/callables.ts'
import { PyBytes } from '../../data/bytes.ts'
import { PyCell, PyCode } from '../../data/code.ts'
import { PyDict } from '../../data/dict.ts'
import { PyFrame } from '../../data/frame.ts'
import { PyModule } from '../../data/module.ts'
import { PyObject, traverseObject } from '../../data/object.ts'
import { PyList, PyTuple } from '../../data/sequences.ts'
import { PyFrozenSet, PySet } from '../../data/set.ts'
import { PyInstance } from '../../data/shape.ts'
import { PyType } from '../../data/type.ts'
import { PyFloat, PyWideStr } from '../../data/values.ts'
import { Thread } from '../../thread.ts'

/** Layouts whose `traverse` tells all; of others every field is looked at. */
const told = new Set<unknown>([
  PyBuiltin, PyBytes, PyCell, PyClassMethod, PyCode, PyDict, PyFloat, PyFunction, PyFrozenSet, PyInstance, PyList, PyMember, PyMethod,
  PyMethodDescriptor, PyModule, PyProperty, PySet, PySlotWrapper, PyStaticMethod, PyTuple, PyType, PyWideStr,
])

/** What holds nothing, or does not keep it alive, or is looked at elsewhere. */
const opaque = [Thread, WeakRef, WeakSet, ArrayBuffer]

/** Calls `visit` with each object that `holder` holds, in the order in which CPython's collector comes to them. */
export function eachHeld(holder: object, visit: (held: object) => void, py: Thread): void {
  const look = (held: unknown): void => {
    if (typeof held === 'object' && held !== null) visit(held)
  }
  // What an image has not made yet holds nothing of the program's.
  if (holder instanceof PyModule && holder.fill !== undefined) return
  if (Array.isArray(holder)) holder.forEach(look)
  else if (holder instanceof PyFunction && holder.closure !== undefined) {
    // A tuple of cells.
    const { closure } = holder
    traverseObject(holder, (held) => closure.includes(held as PyCell) || look(held))
    look(closure)
  } else if (holder instanceof PyObject) {
    // In CPython an instance keeps its attributes itself, whether somebody has asked for its dict or not.
    if (holder instanceof PyInstance) holder.dict?.traverse(look)
    if (!told.has(holder.constructor) && !(holder instanceof PyFrame)) return eachField(holder, look)
    traverseObject(holder, look)
    if (holder instanceof PyFrame) {
      // What lies above the live part is no longer used; of a frame that runs `traverse` may not know how much is live.
      look(holder.generator)
      look(holder.instance)
      look(holder.rare)
    }
  } else if (holder instanceof Map) {
    for (const [key, value] of holder) {
      look(key)
      look(value)
    }
  } else if (holder instanceof Set) holder.forEach(look)
  // `threading.local` has a namespace for each thread.
  else if (holder instanceof WeakMap) for (const thread of py.interpreter.threads.all) look(holder.get(thread))
  else if (!opaque.some((kind) => holder instanceof kind) && !ArrayBuffer.isView(holder)) Object.values(holder).forEach(look)
}

/** What `traverse` tells, and what else fields hold. */
function eachField(holder: PyObject, look: (held: unknown) => void): void {
  const known = new Set<unknown>()
  traverseObject(holder, (held) => {
    known.add(held)
    look(held)
  })
  for (const held of Object.values(holder)) if (!known.has(held)) look(held)
}

/** Everything that can be reached from some objects, themselves among it, the nearest first. What `known` has is left out. */
export function reach(from: Iterable<object>, py: Thread, known: ReadonlySet<object> = new Set()): Set<object> {
  const reached = new Set<object>()
  const visit = (held: object): void => {
    if (!known.has(held)) reached.add(held)
  }
  for (const root of from) visit(root)
  // A set that grows while it is gone through is a queue.
  for (const holder of reached) eachHeld(holder, visit, py)
  return reached
}

/** What the machine itself holds. `modules` apart: the end of a program takes them away. */
export function rootsOf(py: Thread): object[] {
  const { sys, builtins, state, threads, tracers } = py.interpreter
  const roots: object[] = [sys, builtins, state, tracers]
  for (const { frame, handled, leaving, tracing, outcome, locals, reprs } of threads.all) {
    for (const root of [frame, handled, leaving, tracing, outcome, locals, reprs]) if (root !== undefined) roots.push(root)
  }
  return roots
}
