// Cells whose value may be missing.
import type { families } from '@pellucid/opcode-spec/instructions'
import type { PyCell } from '../../data/code.ts'
import { PyDict } from '../../data/dict.ts'
import { narrowStr, type Value } from '../../data/values.ts'
import { KeyError } from '../../protocols/exceptions.ts'
import { isRaised } from '../../protocols/raise.ts'
import { getItem } from '../../protocols/subscript.ts'
import type { Thread } from '../../thread.ts'
import { unboundDeref } from '../unbound.ts'
import type { HandlersOf } from './handlers.ts'

/** A name in a class body's namespace, which may be any mapping. */
export function namespaceGet(mapping: Value, name: string, py: Thread): Value | undefined {
  if (mapping instanceof PyDict && !Object.hasOwn(mapping, 'type')) return mapping.getStr(name)
  try {
    return getItem(mapping, narrowStr(name), py)
  } catch (caught) {
    if (isRaised(caught, KeyError)) return undefined
    throw caught
  }
}

export const locals = {
  DELETE_DEREF(_, arg, frame) {
    const cell = frame.slots[arg] as PyCell
    if (cell.value === undefined) unboundDeref(frame, arg)
    cell.value = undefined
  },
  LOAD_FROM_DICT_OR_DEREF(py, mapping, arg, frame) {
    const name = frame.code.data.localsplusnames[arg] as string
    return namespaceGet(mapping, name, py) ?? (frame.slots[arg] as PyCell).value ?? unboundDeref(frame, arg)
  },
} satisfies HandlersOf<(typeof families)['locals'], 'DELETE_DEREF' | 'LOAD_FROM_DICT_OR_DEREF'>
