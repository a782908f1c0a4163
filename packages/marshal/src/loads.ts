// Reading plain data.
import type { Factory } from './factory.ts'
import { newPlainFactory } from './plain-factory.ts'
import { Reader } from './reader.ts'
import type { MarshalValue } from './values.ts'

/** How to read. */
export interface LoadOptions {
  /** Whether code objects are read; they are, by default. */
  readonly allowCode?: boolean
  /** Where to begin; the start, by default. */
  readonly start?: number
}

/**
 * The value that bytes stand for; what follows it is ignored. Raises MarshalError only.
 * @example
 * loads(Uint8Array.of(0x29, 1, 0x4e))   // [null]
 */
export function loads(bytes: Uint8Array, options: LoadOptions = {}): MarshalValue {
  return loadsWith(newPlainFactory(), bytes, options)
}

/** As `loads`, into the objects of a factory. */
export function loadsWith<V>(factory: Factory<V>, bytes: Uint8Array, options: LoadOptions = {}): V {
  return new Reader(bytes, factory, options.start, options.allowCode).read()
}
