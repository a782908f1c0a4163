// What runs finalizers, made when there is something to finalize.
import type { Collector } from '../interpreter.ts'
import type { Thread } from '../thread.ts'

/** The interpreter's collector, which comes with the module `gc`. */
export function collectorOf(py: Thread): Collector {
  const { interpreter } = py
  if (interpreter.collector === undefined) interpreter.moduleFactories.get('gc')?.(py)
  return interpreter.collector as Collector
}
