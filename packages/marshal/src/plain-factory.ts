// Makes plain data: constants, code objects and the classes of values.ts.
import { CodeObject } from '@pellucid/opcode-spec'
import { Complex, Ellipsis, Float, FrozenSetConstant, WideText } from '@pellucid/primitives'
import type { Constant } from '@pellucid/primitives'
import { checkCode } from './code-check.ts'
import { Distinct } from './distinct.ts'
import type { Factory } from './factory.ts'
import { DictValue, FrozenSetValue, ListValue, SetValue, StopIteration } from './values.ts'
import type { MarshalValue } from './values.ts'

/** A factory of plain data, good for one reading. */
export function newPlainFactory(): Factory<MarshalValue> {
  const distinct = new Distinct()
  const seen = new Map<MarshalValue, Map<number, number>>()
  const known = (container: MarshalValue): Map<number, number> => {
    let keys = seen.get(container)
    if (keys === undefined) seen.set(container, (keys = new Map()))
    return keys
  }
  return {
    none: null,
    true: true,
    false: false,
    ellipsis: Ellipsis,
    stopIteration: StopIteration,
    int: (value) => value,
    float: (value) => new Float(value),
    complex: (real, imag) => new Complex(real, imag),
    text: (value) => value,
    bytes: (value) => value,
    tuple: (items) => items,
    list: (items) => new ListValue(items),
    dict: () => new DictValue([]),
    setItem(dict, key, value) {
      if (!(dict instanceof DictValue)) return
      const keys = known(dict)
      const id = distinct.idOf(key)
      const at = keys.get(id)
      const entry = at === undefined ? undefined : dict.entries[at]
      if (entry !== undefined) entry[1] = value
      else keys.set(id, dict.entries.push([key, value]) - 1)
    },
    set: () => new SetValue([]),
    add(set, item) {
      if (!(set instanceof SetValue)) return
      const keys = known(set)
      const id = distinct.idOf(item)
      if (!keys.has(id)) keys.set(id, set.items.push(item) - 1)
    },
    hashable: (item) => void distinct.idOf(item),
    frozenset(items) {
      const keys = new Set<number>()
      const kept = items.filter((item) => {
        const id = distinct.idOf(item)
        return !keys.has(id) && keys.add(id)
      })
      return kept.every(isConstant) ? new FrozenSetConstant(kept) : new FrozenSetValue(kept)
    },
    code(parts) {
      checkCode(parts, plainViews)
      return new CodeObject({
        ...parts,
        code: parts.code as Uint8Array,
        consts: parts.consts as CodeObject['consts'],
        names: (parts.names as TextTuple).map(asString),
        localsplusnames: (parts.localsplusnames as TextTuple).map(asString),
        localspluskinds: parts.localspluskinds as Uint8Array,
        filename: parts.filename as string | WideText,
        name: asString(parts.name as string | WideText),
        qualname: asString(parts.qualname as string | WideText),
        linetable: parts.linetable as Uint8Array,
        exceptiontable: parts.exceptiontable as Uint8Array,
      })
    },
  }
}

type TextTuple = readonly (string | WideText)[]

const plainViews = {
  bytesLength: (value: MarshalValue) => (value instanceof Uint8Array ? value.length : undefined),
  tupleItems: (value: MarshalValue) => (Array.isArray(value) ? (value as MarshalValue[]) : undefined),
  isText: (value: MarshalValue) => typeof value === 'string' || value instanceof WideText,
  byteAt: (value: MarshalValue, index: number) => (value as Uint8Array)[index] ?? 0,
}

// Names are strings in a code object; one with surrogates keeps them as lone code units.
function asString(text: string | WideText): string {
  return typeof text === 'string' ? text : String.fromCodePoint(...text.codePoints)
}

function isConstant(value: MarshalValue): value is Constant {
  return !(value instanceof CodeObject || value instanceof FrozenSetValue || value === StopIteration)
}
