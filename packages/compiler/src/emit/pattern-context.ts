// What a pattern has put on the stack so far, and where to go when it fails.
//
// On failure at depth n, label n pops one value and falls through to label n - 1; label 0 is the next case.
import type { Located, pattern } from '@pellucid/ast'
import { opcodes as op } from '@pellucid/opcode-spec'
import { patterns as messages } from '../errors.ts'
import type { Emitter } from './emitter.ts'
import { refuseDebug } from './names.ts'

export class PatternContext {
  /** Names captured so far; their values lie on the stack in this order. */
  stores: string[] = []
  /** Whether a pattern that always matches is allowed here. */
  mayBeIrrefutable: boolean
  /** Values on top of the stack that must stay there; captures go beneath them. */
  onTop = 0
  private failures: number[] = []

  constructor(mayBeIrrefutable: boolean) {
    this.mayBeIrrefutable = mayBeIrrefutable
  }

  /** The label to jump to when `pops` values have to go. */
  failLabel(c: Emitter, pops: number): number {
    const { failures } = this
    while (failures.length <= pops) failures.push(c.label())
    return failures[pops] as number
  }

  jumpToFailure(c: Emitter, jump: number, at: Located): void {
    c.jump(jump, this.failLabel(c, this.onTop + this.stores.length), at)
  }

  /** Mark all failure labels, and start afresh. */
  emitFailures(c: Emitter, at: Located): void {
    const { failures } = this
    this.failures = []
    if (failures.length === 0) return
    for (let pops = failures.length - 1; pops > 0; pops--) {
      c.mark(failures[pops] as number)
      c.op(op.POP_TOP, at)
    }
    c.mark(failures[0] as number)
  }

  /** Capture the value on top under a name, or drop it. */
  capture(c: Emitter, name: string | null, at: Located): void {
    if (name === null) return c.op(op.POP_TOP, at)
    refuseDebug(c, name, 'Store', at)
    this.refuseDuplicate(c, name, at)
    rotate(c, this.onTop + this.stores.length + 1, at)
    this.stores.push(name)
  }

  refuseDuplicate(c: Emitter, name: string, at: Located): void {
    if (this.stores.includes(name)) c.diagnostics.error(messages.duplicateCapture(quoted(name)), at)
  }
}

/** The `repr` of an identifier. */
export function quoted(name: string): string {
  return `'${name}'`
}

/** Move the value on top below `count - 1` others. */
export function rotate(c: Emitter, count: number, at: Located): void {
  for (let i = count; i > 1; i--) c.opI(op.SWAP, i, at)
}

/** `_`. */
export function isWildcard(node: pattern): boolean {
  return node.nodeType === 'MatchAs' && node.name === null
}
