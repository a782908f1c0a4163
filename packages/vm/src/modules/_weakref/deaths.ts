// Weak references whose objects have died. JavaScript tells nobody when it collects; so who has made it collect looks
// for them, and runs their callbacks.
import { PyBaseException } from '../../data/exception.ts'
import type { PyObject } from '../../data/object.ts'
import type { Value } from '../../data/values.ts'
import { call } from '../../protocols/call.ts'
import { unraisable } from '../../protocols/unraisable.ts'
import type { Thread } from '../../thread.ts'
import type { PyWeakReference } from './reference.ts'

interface Watched {
  /** What a callback is called with: the reference itself, or its proxy. A reference that dies first has no callback. */
  readonly holder: WeakRef<PyObject>
  readonly reference: WeakRef<PyWeakReference>
}

const key = 'watched weak references'

function watched(py: Thread): Set<Watched> {
  let known = py.interpreter.state.get(key) as Set<Watched> | undefined
  if (known === undefined) py.interpreter.state.set(key, (known = new Set()))
  return known
}

/** `holder` is to be told when what `reference` refers to dies. */
export function watch(holder: PyObject, reference: PyWeakReference, py: Thread): void {
  if (reference.callback !== undefined) watched(py).add({ holder: new WeakRef(holder), reference: new WeakRef(reference) })
}

/** Have the host collect what nobody reaches, and tell whom it may concern, the newest first. */
export function collect(py: Thread): void {
  py.interpreter.clearLeftovers(py)
  py.interpreter.host.collect?.()
  const dead: (readonly [callback: Value, holder: PyObject])[] = []
  for (const entry of watched(py)) {
    const holder = entry.holder.deref()
    const reference = entry.reference.deref()
    if (holder !== undefined && reference !== undefined && reference.target.deref() !== undefined) continue
    watched(py).delete(entry)
    if (holder === undefined || reference?.callback === undefined) continue
    dead.unshift([reference.callback, holder])
    reference.callback = undefined
  }
  for (const [callback, holder] of dead) {
    try {
      call(callback, [holder], py)
    } catch (caught) {
      if (!(caught instanceof PyBaseException)) throw caught
      unraisable(caught, callback, py)
    }
  }
}
