// marshal's writer looks into the machine's own objects.
//
// CPython flags an object for later reference when more than one holder counts. There are no counts here: an object
// is shared when the value reaches it twice, or when CPython keeps one of its kind for everybody (small ints, names,
// single characters, the empty tuple and bytes).
import { SHARED, UNSHARED, type CodeParts, type Inspector, type Kind } from '@pellucid/marshal'
import type { TextConstant } from '@pellucid/primitives'
import type { PyObject } from '@pellucid/vm/machine'
import {
  textBytes, constantOf, dataOf, EllipsisObject, isInt, isStr, newBytes, newTuple, newStr, None, PyBytes, PyCode, PyComplex,
  PyDict, PyFloat, PyFrozenSet, PyList, PySet, PyTuple, StopIteration, type Thread, type Value,
} from '@pellucid/vm/machine'

const isName = (text: string): boolean => /^[A-Za-z0-9_]*$/.test(text)
/** No instance of a subclass, be it written in Python or, as OrderedDict, builtin. */
const exact = (value: PyObject): boolean => !Object.hasOwn(value, 'type') && (!(value instanceof PyDict) || value.type === PyDict.prototype.type)

/** One object of each of these is enough for everybody. */
function isKept(value: Value): boolean {
  if (typeof value === 'number') return value >= -5 && value <= 256
  if (typeof value === 'string') return (value.length === 1 && value < '\u0100') || isName(value)
  if (value instanceof PyTuple) return value.items.length === 0
  return value instanceof PyBytes && value.bytes.length < 2
}

export class ValueInspector implements Inspector<Value> {
  readonly #py: Thread
  readonly #numbers = new Map<Value, number>()
  readonly #shared: Set<Value>
  readonly #parts: Map<PyCode, CodeParts<Value>>
  constructor(py: Thread, shared: Set<Value> = new Set(), parts: Map<PyCode, CodeParts<Value>> = new Map()) {
    this.#py = py
    this.#shared = shared
    this.#parts = parts
  }

  /** Find what is reached more than once from a value. */
  survey(root: Value): this {
    const seen = new Set<Value>()
    const todo: Value[] = [root]
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (seen.has(next)) {
        this.#shared.add(next)
        continue
      }
      seen.add(next)
      if (next instanceof PyDict) for (const [key, value] of this.entries(next)) todo.push(key, value)
      else if (next instanceof PyTuple || next instanceof PyList || next instanceof PySet) todo.push(...this.items(next))
      else if (next instanceof PyCode) {
        for (const part of Object.values(this.code(next))) if (typeof part !== 'number') todo.push(part as Value)
      }
    }
    return this
  }

  fresh(): ValueInspector {
    return new ValueInspector(this.#py, this.#shared, this.#parts)
  }

  kind(value: Value): Kind {
    if (typeof value === 'boolean') return value ? 'true' : 'false'
    if (isInt(value)) return 'int'
    if (isStr(value)) return 'text'
    if (value === None) return 'none'
    if (value === EllipsisObject) return 'ellipsis'
    if (value === StopIteration) return 'stopIteration'
    const known = exact(value as PyObject) ? kindOfObject(value as PyObject) : undefined
    return known ?? (textBytes(value, this.#py) === undefined ? 'other' : 'bytes')
  }

  reference(value: Value): number {
    const number = this.#numbers.get(value)
    if (number !== undefined) return number
    return this.#shared.has(value) || isKept(value) ? SHARED : UNSHARED
  }
  remember(value: Value, index: number): void {
    this.#numbers.set(value, index)
  }

  int = (value: Value): number | bigint => value as number | bigint
  float = (value: Value): number => (value as PyFloat).value
  complex = (value: Value): PyComplex => value as PyComplex
  text = (value: Value): TextConstant => dataOf(value) as TextConstant
  interned = (value: Value): boolean => typeof value === 'string' && (isName(value) || (value.length === 1 && value <= '\xff'))

  bytes(value: Value): Uint8Array {
    return value instanceof PyBytes ? value.bytes : (textBytes(value, this.#py) as Uint8Array)
  }
  items(value: Value): readonly Value[] {
    return value instanceof PySet ? value.items(this.#py.keys) : (value as PyTuple | PyList).items
  }
  *entries(value: Value): Generator<readonly [Value, Value]> {
    const { keys, values } = value as PyDict
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]
      if (key !== undefined) yield [key, values[i] as Value]
    }
  }

  code(value: Value): CodeParts<Value> {
    const code = value as PyCode
    let parts = this.#parts.get(code)
    if (parts === undefined) {
      const { data } = code
      const names = (list: readonly string[]): Value => newTuple(list.map(newStr))
      parts = {
        ...data,
        code: newBytes(data.code),
        consts: newTuple(code.consts),
        names: newTuple(code.names),
        localsplusnames: names(data.localsplusnames),
        localspluskinds: newBytes(data.localspluskinds),
        filename: constantOf(data.filename),
        name: newStr(data.name),
        qualname: newStr(data.qualname),
        linetable: newBytes(data.linetable),
        exceptiontable: newBytes(data.exceptiontable),
      }
      this.#parts.set(code, parts)
    }
    return parts
  }
}

function kindOfObject(value: PyObject): Kind | undefined {
  if (value instanceof PyTuple) return 'tuple'
  if (value instanceof PyCode) return 'code'
  if (value instanceof PyList) return 'list'
  if (value instanceof PyDict) return 'dict'
  if (value instanceof PyFloat) return 'float'
  if (value instanceof PyBytes) return 'bytes'
  if (value instanceof PyComplex) return 'complex'
  if (value instanceof PyFrozenSet) return 'frozenset'
  return value instanceof PySet ? 'set' : undefined
}

