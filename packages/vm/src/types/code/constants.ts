// Constants of code objects as Python values, and back.
import { CodeObject, type CodeConstant } from '@pellucid/opcode-spec'
import { Complex, Ellipsis, Float, FrozenSetConstant, WideText } from '@pellucid/primitives'
import { newBytes, PyBytes } from '../../data/bytes.ts'
import { PyCode, type CodeValues } from '../../data/code.ts'
import { PyComplex } from '../../data/complex.ts'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { PyFrozenSet } from '../../data/set.ts'
import {
  codePointsOf, EllipsisObject, isInt, isStr, newFloat, newInt, newStr, None, PyFloat, strOfCodePoints, type Str, type Value,
} from '../../data/values.ts'
import { identityKeyRules } from '../../data/dict.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'

/** A compiler's or marshal's constant as a value. */
export function constantOf(constant: CodeConstant): Value {
  if (constant === null) return None
  switch (typeof constant) {
    case 'boolean':
      return constant
    case 'number':
    case 'bigint':
      return newInt(constant)
    case 'string':
      return newStr(constant)
    default:
  }
  if (constant instanceof Float) return newFloat(constant.value)
  if (constant instanceof Complex) return new PyComplex(constant.real, constant.imag)
  if (constant instanceof WideText) return strOfCodePoints(constant.codePoints)
  if (constant instanceof Uint8Array) return newBytes(constant)
  if (constant instanceof CodeObject) return codeOf(constant)
  if (constant instanceof FrozenSetConstant) {
    const set = new PyFrozenSet()
    for (const item of constant.items) set.add(constantOf(item), identityKeyRules)
    return set
  }
  if (constant === Ellipsis) return EllipsisObject
  return newTuple((constant as readonly CodeConstant[]).map(constantOf))
}

const codes = new WeakMap<CodeObject, PyCode>()

function valuesOf({ data, trusted }: PyCode): CodeValues {
  return {
    consts: data.consts.map((constant) => (trusted && constant instanceof CodeObject ? trustedCodeOf(constant) : constantOf(constant))),
    names: data.names.map(newStr),
  }
}

/** A code object as Python sees it; the same one each time. */
export function codeOf(data: CodeObject, trusted = false): PyCode {
  let code = codes.get(data)
  if (code === undefined) {
    code = new PyCode(data, valuesOf, trusted)
    codes.set(data, code)
  }
  return code
}

/** A code object whose data are read when it is first looked into. */
export function lazyCodeOf(load: () => CodeObject, trusted: boolean): PyCode {
  const read = (code: PyCode): CodeObject => {
    const data = load()
    codes.set(data, code)
    return data
  }
  return new PyCode(read, valuesOf, trusted)
}

/** The code object of what our own compiler has just made, and those inside it. */
export const trustedCodeOf = (data: CodeObject): PyCode => codeOf(data, true)

/** A function's docstring: its first constant when that is a str (CO_HAS_DOCSTRING is 3.14's). */
export function docstringOf({ data }: PyCode): Value {
  const first = data.consts[0]
  return typeof first === 'string' || first instanceof WideText ? constantOf(first) : None
}

/** A code object whose constants are given as values. */
export function codeFromValues(data: CodeObject, consts: readonly Value[], names: readonly Str[]): PyCode {
  const full = new CodeObject({ ...data, consts: consts.map(dataOf) })
  const code = new PyCode(full, () => ({ consts, names }))
  codes.set(full, code)
  return code
}

/** The other way: what marshal and the disassembler read. TypeError for what cannot be a constant. */
export function dataOf(value: Value): CodeConstant {
  if (value === None) return null
  if (typeof value === 'boolean') return value
  if (isInt(value)) return value as number | bigint
  if (isStr(value)) {
    if (typeof value === 'string') return value
    const points = codePointsOf(value)
    return points.some((point) => point >= 0xd800 && point <= 0xdfff) ? new WideText(points) : value.text
  }
  if (value instanceof PyFloat) return new Float(value.value)
  if (value instanceof PyComplex) return new Complex(value.real, value.imag)
  if (value instanceof PyBytes) return value.bytes
  if (value instanceof PyTuple) return value.items.map(dataOf) as readonly CodeConstant[]
  if (value instanceof PyFrozenSet) return new FrozenSetConstant(value.items(identityKeyRules).map(dataOf) as never)
  if (value instanceof PyCode) return value.data
  if (value === EllipsisObject) return Ellipsis
  return raise(PyTypeError, 'unsupported constant in a code object')
}
