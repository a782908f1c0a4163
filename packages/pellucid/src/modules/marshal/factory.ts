// marshal's reader makes the machine's own objects.
import { checkCode, type CodeParts, type Factory } from '@pellucid/marshal'
import { CodeObject, withoutColumns } from '@pellucid/opcode-spec'
import { WideText, type TextConstant } from '@pellucid/primitives'
import type { PyDict, PySet } from '@pellucid/vm/machine'
import {
  asStr, codeFromValues, dataOf, EllipsisObject, emptyTuple, hashOf, newBytes, newDict, newFloat, newInt, newSet, newStr,
  None, PyBytes, PyComplex, PyFrozenSet, PyList, PyTuple, StopIteration, strOfCodePoints, strValue,
  type Str, type Thread, type Value,
} from '@pellucid/vm/machine'

const views = {
  bytesLength: (value: Value) => (value instanceof PyBytes ? value.bytes.length : undefined),
  byteAt: (value: Value, index: number) => (value as PyBytes).bytes[index] ?? 0,
  tupleItems: (value: Value) => (value instanceof PyTuple ? value.items : undefined),
  isText: (value: Value) => asStr(value) !== undefined,
}

const bytes = (value: Value): Uint8Array => (value as PyBytes).bytes
const strings = (value: Value): string[] => (value as PyTuple).items.map((item) => strValue(item as Str))

function makeCode(parts: CodeParts<Value>, columns: boolean): Value {
  checkCode(parts, views)
  const data = new CodeObject({
    ...parts,
    code: bytes(parts.code),
    consts: [],
    names: strings(parts.names),
    localsplusnames: strings(parts.localsplusnames),
    localspluskinds: bytes(parts.localspluskinds),
    filename: dataOf(parts.filename) as TextConstant,
    name: strValue(parts.name as Str),
    qualname: strValue(parts.qualname as Str),
    linetable: bytes(parts.linetable),
    exceptiontable: bytes(parts.exceptiontable),
  })
  return codeFromValues(columns ? data : withoutColumns(data), (parts.consts as PyTuple).items, (parts.names as PyTuple).items as readonly Str[])
}

/** A factory for one reading. */
export function newValueFactory(py: Thread): Factory<Value> {
  const columns = py.interpreter.settings.flags.noDebugRanges !== true
  return {
    none: None,
    true: true,
    false: false,
    ellipsis: EllipsisObject,
    stopIteration: StopIteration,
    int: newInt,
    float: newFloat,
    complex: (real, imag) => new PyComplex(real, imag),
    text: (value) => (value instanceof WideText ? strOfCodePoints(value.codePoints) : newStr(value)),
    // Its own copy: a slice of the file would keep all of it.
    bytes: (value) => newBytes(value.slice()),
    tuple: (items, size) => (size === 0 ? emptyTuple : new PyTuple(items)),
    list: (items) => new PyList(items),
    dict: newDict,
    setItem(dict, key, value) {
      ;(dict as PyDict).set(key, value, py.keys)
    },
    set: newSet,
    add(set, item) {
      ;(set as PySet).add(item, py.keys)
    },
    hashable: (item) => void hashOf(item, py),
    frozenset(items) {
      const set = new PyFrozenSet()
      for (const item of items) set.add(item, py.keys)
      return set
    },
    code: (parts) => makeCode(parts, columns),
  }
}
