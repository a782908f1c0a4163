// `co_localsplusnames` and `co_localspluskinds`: the frame's slots are the fast locals, then the cells that
// are not locals as well, then the free variables.
import { localKinds } from '@pellucid/opcode-spec'
import type { UnitMetadata } from '../instruction.ts'

export interface Slots {
  readonly names: readonly string[]
  readonly kinds: Uint8Array
}

export function describeSlots(unit: UnitMetadata, slotCount: number): Slots {
  const { varnames, cellvars, freevars, fastHidden } = unit
  const kinds = new Uint8Array(slotCount)
  if (cellvars.length === 0 && freevars.length === 0) {
    for (let i = 0; i < varnames.length; i++) {
      kinds[i] = localKinds.CO_FAST_LOCAL | (fastHidden.has(varnames[i]!) ? localKinds.CO_FAST_HIDDEN : 0)
    }
    return { names: varnames.slice(), kinds }
  }
  const names: string[] = []
  const cells = new Set(cellvars)
  const locals = new Set(varnames)
  for (const name of varnames) {
    const hidden = fastHidden.has(name) ? localKinds.CO_FAST_HIDDEN : 0
    kinds[names.length] = localKinds.CO_FAST_LOCAL | hidden | (cells.has(name) ? localKinds.CO_FAST_CELL : 0)
    names.push(name)
  }
  for (const name of cellvars) {
    if (locals.has(name)) continue
    kinds[names.length] = localKinds.CO_FAST_CELL
    names.push(name)
  }
  for (const name of freevars) {
    kinds[names.length] = localKinds.CO_FAST_FREE
    names.push(name)
  }
  return { names, kinds }
}
