// Generators that go with a loop. CPython closes one at its last reference; here a collection finds out who has any. But
// what a `for` loop owns (eval/loops-own) lies in its place on the value stack, alone or in an iterator, as long as it runs:
// the instructions of a loop never copy it, and what shows a frame's stack says so (`gc.get_referents`). When that place is
// taken away, by an exception, a `break`, a `return` or the loop's end, the generator is closed at once.
import { opcodes } from '@pellucid/opcode-spec'
import type { PyCode } from '../data/code.ts'
import type { PyBaseException } from '../data/exception.ts'
import { PyGenerator, type PyFrame } from '../data/frame.ts'
import { PyObject } from '../data/object.ts'
import type { Value } from '../data/values.ts'
import { GeneratorExit } from '../protocols/exceptions.ts'
import { closeIterator } from '../protocols/owned.ts'
import { isRaised } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'
import { decode, RARE, Split, type Decoded } from './decode.ts'
import { isGenexp } from './loops-own.ts'
import { planOf } from './trace/plan.ts'
import { Kind, stackKinds } from './trace/stack-kinds.ts'

/**
 * An exception, raised by the instruction at `at`, takes what lies at `from` and above off a frame's stack. What has been
 * popped before may still lie there: it is as dead, unless an iterator has it.
 */
export function closeDropped(frame: PyFrame, at: number, from: number, exception: PyBaseException, py: Thread): void {
  const { slots, code } = frame
  const before = py.leaving
  py.leaving = exception
  for (let place = slots.length; place-- > from; ) {
    const value = slots[place] as Value | undefined
    if (value instanceof PyGenerator ? value.owner !== undefined : value instanceof PyObject && value.type.keepsToItself) {
      if ((value as PyGenerator).owner === 'loop' || isLoopsPlace(code, at, place, exception)) closeIterator(value as Value, py)
    }
  }
  py.leaving = before
}

function isLoopsPlace(code: PyCode, at: number, place: number, exception: PyBaseException): boolean {
  const depth = place - decode(code).places
  if (!isGenexp(code)) return kindsOf(code)[at]?.[depth] === Kind.ITERATOR
  // A generator expression has its iterable in a variable as well, and a traceback its frame; that of `close()` goes at once.
  return depth === 0 && isRaised(exception, GeneratorExit)
}

const kinds = new WeakMap<Decoded, ReturnType<typeof stackKinds>>()

function kindsOf(code: PyCode): ReturnType<typeof stackKinds> {
  const decoded = decode(code)
  let found = kinds.get(decoded)
  if (found === undefined) kinds.set(decoded, (found = stackKinds(code)))
  return found
}

const drops = new WeakMap<Decoded, ReadonlySet<number>>()

/** Where a code object's POP_TOP takes an iterator that may have more to give. */
export function dropsOf(code: PyCode): ReadonlySet<number> {
  const decoded = decode(code)
  let found = drops.get(decoded)
  if (found === undefined) {
    const { ops } = planOf(code)
    const made = new Set<number>()
    kindsOf(code).forEach((stack, at) => {
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
