// Generators that go with a loop. CPython closes one at its last reference; here a collection finds out who has any. But
// what a call has just made for a `for` loop, the loop's place on the value stack holds alone, as long as it runs: the
// instructions of a loop never copy it, no name leads to it, and what shows a frame's stack says so (`gc.get_referents`).
// When that place is taken away, by an exception, a `break` or a `return`, the generator is closed at once.
import { opcodes } from '@pellucid/opcode-spec'
import type { PyCode } from '../data/code.ts'
import type { PyBaseException } from '../data/exception.ts'
import { PyGenerator, type PyFrame } from '../data/frame.ts'
import type { Value } from '../data/values.ts'
import { collectorOf } from '../protocols/collector.ts'
import type { Thread } from '../thread.ts'
import { decode, RARE, Split, type Decoded } from './decode.ts'
import { planOf } from './trace/plan.ts'
import { Kind, stackKinds } from './trace/stack-kinds.ts'

/** The iterator of a loop that is left. */
export function closeIterator(iterator: Value, py: Thread): void {
  if (!(iterator instanceof PyGenerator) || !iterator.loopsOwn) return
  iterator.loopsOwn = false
  if (iterator.state === 'suspended') collectorOf(py).finalize(iterator, py)
}

/** An exception takes what lies at `from` and above off a frame's stack. What has been popped before may still lie there: it is as dead. */
export function closeDropped(frame: PyFrame, from: number, exception: PyBaseException, py: Thread): void {
  const { slots } = frame
  const before = py.leaving
  py.leaving = exception
  for (let place = slots.length; place-- > from; ) closeIterator(slots[place] as Value, py)
  py.leaving = before
}

const drops = new WeakMap<Decoded, ReadonlySet<number>>()

/** Where a code object's POP_TOP takes an iterator that may have more to give. */
export function dropsOf(code: PyCode): ReadonlySet<number> {
  const decoded = decode(code)
  let found = drops.get(decoded)
  if (found === undefined) {
    const { ops } = planOf(code)
    const made = new Set<number>()
    stackKinds(code).forEach((stack, at) => {
      if (ops[at] === opcodes.POP_TOP && ops[at - 1] !== opcodes.END_FOR && stack?.at(-1) === Kind.ITERATOR) made.add(at)
    })
    drops.set(decoded, (found = made))
  }
  return found
}

const watched = new WeakSet<Decoded>()

/** A code object's loops are to close what is theirs. */
export function watchDrops(code: PyCode): void {
  const decoded = decode(code)
  if (watched.has(decoded)) return
  watched.add(decoded)
  for (const at of dropsOf(code)) (decoded.trapped ?? decoded.ops)[at] = RARE + Split.DROP_ITERATOR
}
