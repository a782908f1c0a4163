// One pickle being read: a stack of objects and the marks in it, the memo, the input.
import { newTuple, type PyTuple } from '../../data/sequences.ts'
import type { PyObject } from '../../data/object.ts'
import type { Value } from '../../data/values.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { UnpicklingError } from './errors.ts'
import type { PickleInput } from './input.ts'
import { registriesOf, type Registries } from './registries.ts'

/** Objects by number. */
export type UnpickleMemo = Map<number, Value>

/** How values are to be read. */
export interface UnpickleSettings {
  readonly fixImports: boolean
  readonly encoding: string
  readonly errors: string
  /** An iterator over buffers that are not in the pickle. */
  readonly buffers: PyObject | undefined
  readonly persistentLoad: Value | undefined
  findClass(module: Value, name: Value, protocol: number): Value
}

export class Load {
  readonly settings: UnpickleSettings
  readonly input: PickleInput
  readonly memo: UnpickleMemo
  readonly registries: Registries
  readonly py: Thread
  readonly stack: Value[] = []
  readonly marks: number[] = []
  protocol = 0
  /** Nothing below this place may be taken: it is the last mark's. */
  #fence = 0
  /** Places for marks that CPython has made, which `__sizeof__` shows. */
  markRoom = 0

  constructor(settings: UnpickleSettings, memo: UnpickleMemo, input: PickleInput, py: Thread) {
    this.settings = settings
    this.memo = memo
    this.input = input
    this.registries = registriesOf(py)
    this.py = py
  }

  push(value: Value): void {
    this.stack.push(value)
  }
  /** The objects above the fence may be taken. */
  need(count: number): void {
    if (this.stack.length - count < this.#fence) this.underflow()
  }
  pop(): Value {
    if (this.stack.length <= this.#fence) this.underflow()
    return this.stack.pop() as Value
  }
  top(): Value {
    if (this.stack.length <= this.#fence) this.underflow()
    return this.stack[this.stack.length - 1] as Value
  }
  underflow(): never {
    return raise(UnpicklingError, this.marks.length > 0 ? 'unexpected MARK found' : 'unpickling stack underflow')
  }

  mark(): void {
    if (this.marks.length === this.markRoom) this.markRoom += 20 + this.markRoom
    this.#fence = this.stack.length
    this.marks.push(this.#fence)
  }
  /** Take the last mark away: where it was. */
  popMark(): number {
    const place = this.marks.pop()
    if (place === undefined) return raise(UnpicklingError, 'could not find MARK')
    this.#fence = this.marks[this.marks.length - 1] ?? 0
    return place
  }
  /** The object below a place in the stack, which what stands above is for. */
  below(place: number): Value {
    if (place > this.stack.length || place <= this.#fence) this.underflow()
    return this.stack[place - 1] as Value
  }
  /** Everything from a place on. */
  cut(place: number): Value[] {
    return this.stack.splice(place)
  }
  tuple(place: number): PyTuple {
    return newTuple(this.cut(place))
  }
}
