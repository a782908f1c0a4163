// What the reader needs to know about the objects it makes: a virtual machine reads straight into its own.
import type { TextConstant } from '@pellucid/primitives'

/** The fields of a code object in the form they are read, before anything is checked. */
export interface CodeParts<V> {
  readonly argcount: number
  readonly posonlyargcount: number
  readonly kwonlyargcount: number
  readonly stacksize: number
  readonly flags: number
  readonly code: V
  readonly consts: V
  readonly names: V
  readonly localsplusnames: V
  readonly localspluskinds: V
  readonly filename: V
  readonly name: V
  readonly qualname: V
  readonly firstlineno: number
  readonly linetable: V
  readonly exceptiontable: V
}

/** Makes objects of type `V`. Methods may throw; the reader lets that through. */
export interface Factory<V> {
  readonly none: V
  readonly true: V
  readonly false: V
  readonly ellipsis: V
  readonly stopIteration: V
  /** A bigint only beyond the safe integers. */
  int(value: number | bigint): V
  float(value: number): V
  complex(real: number, imag: number): V
  text(value: TextConstant, interned: boolean): V
  /** The bytes are nobody else's to change; they may be part of a larger buffer. */
  bytes(value: Uint8Array): V
  /** `items` is filled after the call, because a tuple may contain itself; keep the array. */
  tuple(items: V[], size: number): V
  /** `items` is filled after the call; keep the array. */
  list(items: V[]): V
  dict(): V
  setItem(dict: V, key: V, value: V): void
  set(): V
  add(set: V, item: V): void
  /** Raises when an object cannot be an item of a frozenset; called as each is read. */
  hashable(item: V): void
  frozenset(items: V[]): V
  code(parts: CodeParts<V>): V
}
