// The end of a program: CPython takes its modules away, and everything goes (Python/pylifecycle.c, finalize_modules).
// Here nothing is really taken away; finalizers run in the order in which that would reach them.
import type { PyDict } from '../../data/dict.ts'
import { PyBuiltin } from '../../data/callables.ts'
import { PyGenerator } from '../../data/frame.ts'
import { PyModule } from '../../data/module.ts'
import type { PyObject } from '../../data/object.ts'
import { PyType } from '../../data/type.ts'
import { None, type Value } from '../../data/values.ts'
import type { Thread } from '../../thread.ts'
import { collectAll, collectFinalizable, finalize } from './finalize.ts'
import { collectorsOrder } from './order.ts'
import { References } from './references.ts'
import { reach, rootsOf } from './reach.ts'

/** Names of `sys` that lose their values before anything else does. */
const first = [
  'path', 'argv', 'ps1', 'ps2', 'last_exc', 'last_type', 'last_value', 'last_traceback', 'path_hooks', 'path_importer_cache', 'meta_path', '__interactivehook__',
]
const streams = ['stdin', 'stdout', 'stderr']

/** What finalizers make may have finalizers too: so often it is looked for. */
const MOST_ROUNDS = 10

/** Run all finalizers, in CPython's order. */
export function finalizeAll(py: Thread): void {
  const { finalizable, sys } = py.interpreter
  // The modules that show a traceback are enough work for CPython to collect what is young meanwhile.
  if (finalizable !== undefined && sys.getStr('last_exc') !== undefined) finalizable.met ??= new WeakSet()
  collectAll(py)
  let before = -1
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const left = py.interpreter.finalizable?.objects.size ?? 0
    // Some objects outlive even the modules.
    if (left === 0 || left === before) return
    takeApart(py)
    before = py.interpreter.finalizable?.objects.size ?? 0
    if (before > 0) collectFinalizable(py)
  }
}

const isObject = (value: Value | undefined): value is Value & object => typeof value === 'object'

function takeApart(py: Thread): void {
  const { sys, modules, finalizable, builtins } = py.interpreter
  const waiting = new Set(finalizable?.objects)
  const end = (object: object): boolean => {
    if (!waiting.delete(object as PyObject)) return true
    finalize(object as PyObject, py)
    // Closed, it lets go of its variables.
    if (object instanceof PyGenerator && object.state === 'finished') references.release(object.frame, end)
    return true
  }
  py.interpreter.ending = 'modules'
  const roots = rootsOf(py)
  const order = collectorsOrder(py)
  const references = new References(reach([modules, ...roots], py), py)
  for (const root of roots) references.add(root)

  // What dies with the references that are dropped: exceptions that nobody caught, modules that nothing in them refers to.
  const dropped = [...[...first, ...streams.filter((name) => sys.getStr(name) !== sys.getStr(`__${name}__`))].map((name) => sys.getStr(name)), ...added(builtins)].filter(isObject)
  for (const name of streams) sys.setStr(name, sys.getStr(`__${name}__`) ?? None)
  for (const value of dropped) references.release(value, end)
  for (const module of modules.values) if (isObject(module)) references.release(module, end)

  // What only modules hold is a cycle by now, and found in the order in which the collector comes to it.
  const kept = reach(roots, py, new Set([modules, ...dropped]))
  for (const object of order) if (!kept.has(object)) end(object)

  // Modules that something holds are emptied, the last first; when it comes to `sys` and `builtins` nothing can be printed any more.
  for (const module of modules.values.slice().reverse()) {
    if (!(module instanceof PyModule) || module.fill !== undefined || !kept.has(module) || module.namespace === sys || module.namespace === builtins) continue
    for (const value of inOrder(module.namespace)) references.release(value, end)
  }
}

/** What a program has put into `builtins`: the rest is not the work of Python code. */
function added({ keys, values }: PyDict): Value[] {
  const native = (value: Value): boolean => value instanceof PyBuiltin || (value instanceof PyType && value.owner === undefined)
  return values.filter((value, place) => keys[place] !== undefined && !native(value))
}

/** The values of a module in the order in which they are taken from it: names with one underscore in front go first. */
function inOrder({ keys, values }: PyDict): (Value & object)[] {
  const isPrivate = (key: Value | undefined): boolean => typeof key === 'string' && key.startsWith('_') && !key.startsWith('__')
  const places = [...keys.keys()].filter((place) => keys[place] !== undefined && keys[place] !== '__builtins__')
  const sorted = [...places.filter((place) => isPrivate(keys[place])), ...places.filter((place) => !isPrivate(keys[place]))]
  return sorted.map((place) => values[place]).filter(isObject)
}
