// A view of another object's memory (PEP 3118).
import type { Value } from './values.ts'

export interface PyBufferView {
  /** The exporter. */
  readonly owner: Value
  /** The memory itself; writes go through to the exporter unless `readonly`. */
  readonly bytes: Uint8Array
  readonly readonly: boolean
  readonly format: string
  readonly itemsize: number
  readonly shape: readonly number[]
  readonly strides: readonly number[]
  /** Place of the first item in `bytes`; 0 when absent. */
  readonly offset?: number
}
