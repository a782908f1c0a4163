// Weak references whose objects have died. JavaScript tells nobody when it collects; so who has made it collect looks
// for them, and runs their callbacks.
import { PyBaseException } from '../../data/exception.ts'
import type { Value } from '../../data/values.ts'
import { call } from '../../protocols/call.ts'
import { unraisable } from '../../protocols/unraisable.ts'
import type { Thread } from '../../thread.ts'
import type { PyWeakReference } from './reference.ts'

const key = 'watched weak references'

function watched(py: Thread): Set<WeakRef<PyWeakReference>> {
  let known = py.interpreter.state.get(key) as Set<WeakRef<PyWeakReference>> | undefined
  if (known === undefined) py.interpreter.state.set(key, (known = new Set()))
  return known
}

/** What has a callback is to be told when its object dies, unless it dies first. */
export function watch(reference: PyWeakReference, py: Thread): void {
  if (reference.callback !== undefined) watched(py).add(new WeakRef(reference))
}

/** Have the host collect what nobody reaches, and tell whom it may concern, the newest first. */
export function collect(py: Thread): void {
  py.interpreter.clearLeftovers(py)
  py.interpreter.host.collect?.()
  const dead: (readonly [callback: Value, reference: PyWeakReference])[] = []
  for (const entry of watched(py)) {
    const reference = entry.deref()
    if (reference?.target.deref() !== undefined) continue
    watched(py).delete(entry)
    if (reference?.callback === undefined) continue
    dead.unshift([reference.callback, reference])
    reference.callback = undefined
  }
  for (const [callback, reference] of dead) {
    try {
      call(callback, [reference], py)
    } catch (caught) {
      if (!(caught instanceof PyBaseException)) throw caught
      unraisable(caught, callback, py)
    }
  }
}
