// gc where JavaScript collects: the settings are kept, and a collection is asked of the host. What it found is not known.
import { PyDict } from '../../data/dict.ts'
import { PyGenerator } from '../../data/frame.ts'
import { PyObject, traverseObject } from '../../data/object.ts'
import { newList, PyTuple } from '../../data/sequences.ts'
import { PyFloat, PyWideStr, asInt, newInt, None, type Value } from '../../data/values.ts'
import { PyBytes } from '../../data/bytes.ts'
import { fn } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { startLoopAnew } from '../../protocols/turns.ts'
import type { Thread } from '../../thread.ts'
import { collect } from '../_weakref/deaths.ts'
import { finalizeAll } from './at-exit.ts'
import { collectAll, collectFinalizable, finalize } from './finalize.ts'
import { intTuple } from '../host-error.ts'

interface Settings {
  enabled: boolean
  debug: number
  threshold: number[]
  collections: number[]
}
const state = 'gc'
function settings(py: Thread): Settings {
  let made = py.interpreter.state.get(state) as Settings | undefined
  if (made === undefined) py.interpreter.state.set(state, (made = { enabled: true, debug: 0, threshold: [2000, 10, 10], collections: [0, 0, 0] }))
  return made
}

const isTracked = (value: Value): boolean => {
  if (!(value instanceof PyObject) || value === None) return false
  if (value instanceof PyFloat || value instanceof PyWideStr || value instanceof PyBytes) return false
  if (value instanceof PyTuple) return value.items.some(isTracked)
  if (value instanceof PyDict) return value.values.some((item) => item !== undefined && isTracked(item))
  return true
}

function disown(value: Value): void {
  if (value instanceof PyGenerator) value.owner = undefined
  else if (value instanceof PyObject && value.type.keepsToItself) traverseObject(value, disown)
}

function referents(value: Value): Value[] {
  const found: Value[] = []
  if (value instanceof PyObject) traverseObject(value, (child) => {
    // A frame's stack too: what was a loop's alone is the caller's now as well.
    disown(child)
    found.push(child)
  })
  return found
}

export const gc = defineModule('gc', () => ({
  doc: 'The garbage collector, which is that of JavaScript.',
  varargs: 'set_threshold',
  functions: [
    fn('enable()', 'Collect automatically.', (py) => void (settings(py).enabled = true)),
    fn('disable()', 'Do not collect automatically.', (py) => void (settings(py).enabled = false)),
    fn('isenabled()', 'Tell whether collection is automatic.', (py) => settings(py).enabled),
    fn('set_debug(flags: cint, /)', 'Set debugging flags.', (flags, py) => void (settings(py).debug = flags)),
    fn('get_debug()', 'Answer the debugging flags.', (py) => newInt(settings(py).debug)),
    fn('get_count()', 'Answer how many objects were made since the last collection, as far as that is counted.', () => intTuple(0, 0, 0)),
    fn('set_threshold(*args)', 'Set the thresholds.', (args, py) => {
      const { threshold } = settings(py)
      args.forEach((value, i) => (threshold[i] = Number(asInt(value) ?? 0)))
    }, { text: null }),
    fn('get_threshold()', 'Answer the thresholds.', (py) => intTuple(...settings(py).threshold)),
    fn('collect(generation: cint = 2)', 'Collect.', (generation, py) => {
      if (generation < 0 || generation > 2) raise(ValueError, 'invalid generation')
      startLoopAnew(py)
      const { collections } = settings(py)
      collections[generation] = (collections[generation] ?? 0) + 1
      if (py.evaluator.framesHoldAll(py)) collectAll(py)
      collect(py)
      return newInt(0)
    }, { waits: true }),
    fn('get_objects(generation: object = None)', 'List the objects that are tracked, which nobody keeps a list of.', () => newList([])),
    fn('get_stats()', 'Answer figures of each generation.', (py) => newList(settings(py).collections.map((count) => {
      const entry = new PyDict()
      entry.setStr('collections', newInt(count))
      entry.setStr('collected', newInt(0))
      entry.setStr('uncollectable', newInt(0))
      return entry
    }))),
    fn('is_tracked(obj: object, /)', 'Tell whether an object can be part of a cycle.', isTracked),
    fn('is_finalized(obj: object, /)', 'Tell whether an object was finalized.', (object, py) => object instanceof PyObject && py.interpreter.finalizable?.told.has(object) === true),
    fn('get_referents(*objs)', 'List what objects refer to.', (objects) => newList(objects.flatMap(referents))),
    fn('get_referrers(*objs)', 'List what refers to objects, which nobody keeps books of.', () => newList([])),
    fn('freeze()', 'Leave present objects out of collections.', () => None),
    fn('unfreeze()', 'Put them back.', () => None),
    fn('get_freeze_count()', 'Answer how many are left out.', () => newInt(0)),
  ],
  setup: (_module, py) => void (py.interpreter.collector = { collect: collectFinalizable, finalize, atExit: finalizeAll }),
  constants: (): Record<string, Value> => ({
    garbage: newList([]), callbacks: newList([]),
    DEBUG_STATS: newInt(1), DEBUG_COLLECTABLE: newInt(2), DEBUG_UNCOLLECTABLE: newInt(4), DEBUG_SAVEALL: newInt(32), DEBUG_LEAK: newInt(38),
  }),
}))
