// One object being pickled: what the files that write values of a kind share. `save` is in save.ts.
import type { Value } from '../../data/values.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { enterNative } from '../../protocols/native-depth.ts'
import { raise } from '../../protocols/raise.ts'
import { address } from '../../protocols/repr.ts'
import { typeOf } from '../../data/type.ts'
import type { Thread } from '../../thread.ts'
import { PicklingError } from './errors.ts'
import type { PickleMemo } from './memo.ts'
import { Op } from './opcodes.ts'
import type { PickleOutput } from './output.ts'
import { registriesOf, type Registries } from './registries.ts'

/** How values are to be written. */
export interface PickleSettings {
  readonly protocol: number
  /** Are globals to have their names of Python 2? */
  readonly fixImports: boolean
  readonly bufferCallback: Value | undefined
  readonly dispatchTable: Value | undefined
  readonly persistentId: Value | undefined
  readonly reducerOverride: Value | undefined
  /** No memo. */
  readonly fast: boolean
}

/** From this depth on the fast mode looks for cycles. */
const FAST_DEPTH = 50

export abstract class Dump {
  readonly settings: PickleSettings
  readonly protocol: number
  readonly binary: boolean
  readonly out: PickleOutput
  readonly memo: PickleMemo
  readonly registries: Registries
  readonly py: Thread
  #fastDepth = 0
  readonly #fastOpen = new Set<Value>()

  constructor(settings: PickleSettings, memo: PickleMemo, out: PickleOutput, py: Thread) {
    this.settings = settings
    this.protocol = settings.protocol
    this.binary = settings.protocol > 0
    this.memo = memo
    this.out = out
    this.registries = registriesOf(py)
    this.py = py
  }

  /** Write a value; `isId`: it is a persistent id, which has none itself. */
  abstract save(value: Value, isId?: boolean): void

  /** Number the object that has just been written. */
  memoise(value: Value): void {
    if (this.settings.fast) return
    const place = this.memo.size
    this.memo.set(value, place)
    if (this.protocol >= 4) this.out.op(Op.MEMOIZE)
    else if (!this.binary) this.out.line(Op.PUT, `${place}\n`)
    else if (place < 256) this.out.number(Op.BINPUT, place, 1)
    else if (place <= 0xffff_ffff) this.out.number(Op.LONG_BINPUT, place, 4)
    else raise(PicklingError, 'memo id too large for LONG_BINPUT')
  }

  /** Write the number of an object in its stead. */
  recall(place: number): void {
    if (!this.binary) this.out.line(Op.GET, `${place}\n`)
    else if (place < 256) this.out.number(Op.BINGET, place, 1)
    else if (place <= 0xffff_ffff) this.out.number(Op.LONG_BINGET, place, 4)
    else raise(PicklingError, 'memo id too large for LONG_BINGET')
  }

  /** One level deeper. */
  nested(body: () => void): void {
    enterNative(this.py, ' while pickling an object')
    try {
      body()
    } finally {
      this.py.nativeDepth--
    }
  }

  /** Write a container; without a memo a cycle is noticed here alone. */
  guarded(value: Value, body: () => void): void {
    if (!this.settings.fast) return body()
    const watched = ++this.#fastDepth >= FAST_DEPTH
    if (watched) {
      if (this.#fastOpen.has(value)) {
        const type = typeOf(value).tpName
        raise(ValueError, `fast mode: can't pickle cyclic objects including object type ${type} at ${address(value)}`)
      }
      this.#fastOpen.add(value)
    }
    body()
    this.#fastDepth--
    if (watched) this.#fastOpen.delete(value)
  }
}
