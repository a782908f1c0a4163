// The plain-data form of everything marshal can hold: the constants of primitives, code objects, and
// the mutable containers and StopIteration, which no constant can be.
import type { Constant } from '@pellucid/primitives'
import type { CodeObject } from '@pellucid/opcode-spec'

/** A Python list. */
export class ListValue {
  readonly items: MarshalValue[]
  constructor(items: MarshalValue[]) {
    this.items = items
  }
}

/** A Python dict; keys in order, no two equal. */
export class DictValue {
  readonly entries: [key: MarshalValue, value: MarshalValue][]
  constructor(entries: [key: MarshalValue, value: MarshalValue][]) {
    this.entries = entries
  }
}

/** A Python set; no two items equal. */
export class SetValue {
  readonly items: MarshalValue[]
  constructor(items: MarshalValue[]) {
    this.items = items
  }
}

/** A frozenset that may hold more than constants, such as code objects. */
export class FrozenSetValue {
  readonly items: readonly MarshalValue[]
  constructor(items: readonly MarshalValue[]) {
    this.items = items
  }
}

class StopIterationValue {
  readonly name = 'StopIteration'
}
/** The class StopIteration, the one class marshal can write. */
export const StopIteration: StopIterationValue = Object.freeze(new StopIterationValue())
export type { StopIterationValue }

/** Any value that can be marshalled. A plain array is a tuple. */
export type MarshalValue =
  | Constant
  | CodeObject
  | ListValue
  | DictValue
  | SetValue
  | FrozenSetValue
  | StopIterationValue
  | readonly MarshalValue[]
