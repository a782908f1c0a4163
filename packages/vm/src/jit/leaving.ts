// How compiled code leaves to the interpreter: each way out is one call with the values that the frame does not have,
// and what is to be done is here, by a table. V8 compiles nothing for a way that was never taken.
import type { PyFunction } from '../data/callables.ts'
import { Exit, PyFrame } from '../data/frame.ts'
import { PyFloat, type Value } from '../data/values.ts'
import { registers } from '../eval/compiled.ts'
import { decode } from '../eval/decode.ts'
import type { Thread } from '../thread.ts'
import type { Experience } from './experience.ts'

/** A way out. */
export interface Leaving {
  /** The instruction to go on with, and the size of the frame's slots. */
  readonly at: number
  readonly sp: number
  /** The slots that get a value, in their order; those of floats, bare ones perhaps; those that share another's object. */
  readonly slots: readonly number[]
  readonly floats: readonly number[]
  readonly copies: readonly (readonly [slot: number, like: number])[]
  /** The budget is used up: the loop is about to pause. */
  readonly pausing: boolean
  /** Something was not as expected. */
  readonly failing: boolean
  /** A call was not finished; `fits` false: it never will be, without a frame. */
  readonly callee: { readonly fits: boolean } | undefined
  /** The call was `__init__`'s. */
  readonly makes: boolean
}

type Slots = (Value | undefined)[]

function fill(slots: Slots, { slots: places, floats, copies }: Leaving, values: readonly unknown[]): void {
  places.forEach((place, i) => {
    const value = values[i]
    slots[place] = typeof value === 'number' && floats.includes(place) ? new PyFloat(value) : (value as Value | undefined)
  })
  for (const [place, like] of copies) slots[place] = slots[like]
}

function learn(unit: Experience, { at, failing, callee, makes }: Leaving, made: Value | undefined): void {
  unit.left++
  if (failing) unit.fail(at)
  if (callee === undefined) return
  if (!callee.fits) unit.fail(at - 1)
  const { outer } = registers
  if (makes && outer !== undefined) {
    outer.exit = Exit.INIT
    outer.instance = made
  }
}

/** Leave code that has a frame. */
export function leaveFrame(unit: Experience, way: Leaving, py: Thread, frame: PyFrame, slots: Slots, budget: number, values: readonly unknown[], made?: Value): undefined {
  registers.budget = budget
  unit.spent -= budget
  fill(slots, way, values)
  frame.ip = way.at
  frame.sp = way.sp
  registers.pausing = way.pausing
  learn(unit, way, made)
  const { inner, outer } = registers
  if (way.callee === undefined || inner === undefined || outer === undefined) return
  outer.back = frame
  py.frame = inner
  registers.inner = registers.outer = undefined
}

/** Leave code that has none. */
export function leaveDirect(unit: Experience, way: Leaving, py: Thread, func: PyFunction, values: readonly unknown[], made?: Value): undefined {
  registers.pausing = way.pausing
  learn(unit, way, made)
  const slots = decode(func.code).blank.slice()
  fill(slots, way, values)
  makeFrame(py, func, way.at, way.sp, slots)
}

/** Make the frame of a call that had none, below those that were made before. */
export function makeFrame(py: Thread, func: PyFunction, ip: number, sp: number, slots: Slots): void {
  const frame = new PyFrame(func.code, func, func.globals, func.builtins, undefined, slots, sp)
  frame.ip = ip
  py.depth++
  if (registers.outer === undefined) registers.inner = frame
  else registers.outer.back = frame
  registers.outer = frame
}
