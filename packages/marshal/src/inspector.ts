// What the writer needs to know about the objects it writes: a virtual machine writes its own without a
// plain tree between. Reference numbers live with the inspector, because only it knows identity.
import type { TextConstant } from '@pellucid/primitives'
import type { CodeParts } from './factory.ts'

/** The kinds of object marshal can write. */
export type Kind =
  | 'none' | 'true' | 'false' | 'ellipsis' | 'stopIteration' | 'int' | 'float' | 'complex' | 'text' | 'bytes'
  | 'tuple' | 'list' | 'dict' | 'set' | 'frozenset' | 'code' | 'other'

/** Answer of `reference`: shared, but not written yet. */
export const SHARED = -1
/** Answer of `reference`: one holder only, no reference number. */
export const UNSHARED = -2

/** Looks into objects of type `V`. */
export interface Inspector<V> {
  /** 'other' for what cannot be marshalled. */
  kind(value: V): Kind
  /**
   * The number `remember` gave the object; SHARED if it has none but is to get one, which is when
   * CPython counts more than one reference to it; else UNSHARED.
   */
  reference(value: V): number
  remember(value: V, index: number): void
  int(value: V): number | bigint
  float(value: V): number
  complex(value: V): { readonly real: number; readonly imag: number }
  text(value: V): TextConstant
  interned(value: V): boolean
  bytes(value: V): Uint8Array
  /** Items of a tuple, list, set or frozenset. */
  items(value: V): readonly V[]
  /** Keys and values of a dict. */
  entries(value: V): Iterable<readonly [V, V]>
  code(value: V): CodeParts<V>
  /** An inspector of the same objects that has given no numbers yet. */
  fresh(): Inspector<V>
}
