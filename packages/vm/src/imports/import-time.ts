// `-X importtime`: how long each import took, those within it apart, on stderr as CPython tells it.
import { encodeUtf8 } from '@pellucid/primitives'
import type { Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'

/** What one interpreter has told so far. */
interface Imports {
  level: number
  /** Time spent in imports that the one under way has made. */
  within: bigint
}

const told = new WeakMap<object, Imports>()

const microseconds = (nanoseconds: bigint): string => String((nanoseconds + 999n) / 1000n)

/** Straight to the stream: the first imports come before `sys.stderr` is there. */
function tell(line: string, py: Thread): void {
  py.interpreter.host.files.write(2, encodeUtf8(line))
}

/** Does an import and tells how long it took. */
export function timed(name: string, load: () => Value, py: Thread): Value {
  const { clock } = py.interpreter.host
  let imports = told.get(py.interpreter)
  if (imports === undefined) {
    told.set(py.interpreter, (imports = { level: 0, within: 0n }))
    tell('import time: self [us] | cumulative | imported package\n', py)
  }
  const outside = imports.within
  imports.within = 0n
  imports.level++
  const started = clock.monotonic()
  try {
    return load()
  } finally {
    const took = clock.monotonic() - started
    imports.level--
    const self = microseconds(took - imports.within).padStart(9)
    tell(`import time: ${self} | ${microseconds(took).padStart(10)} | ${'  '.repeat(imports.level)}${name}\n`, py)
    imports.within = outside + took
  }
}
