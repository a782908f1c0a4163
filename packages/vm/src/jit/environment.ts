// What the code that is written may name.
import { floatFloorDivide, floatModulo, floatPower } from '@pellucid/primitives'
import { PyFunction } from '../data/callables.ts'
import { PyCell } from '../data/code.ts'
import { PyDict } from '../data/dict.ts'
import { PyGenerator } from '../data/frame.ts'
import { PyListIterator, PyRangeIterator, PyTupleIterator } from '../data/iterators.ts'
import { PyRange } from '../data/range.ts'
import { listAppend, listSet, MOST_ITEMS, newList, newTuple, PyList, PyTuple } from '../data/sequences.ts'
import { PyInstance } from '../data/shape.ts'
import { typeOf } from '../data/type.ts'
import { None, PyFloat } from '../data/values.ts'
import { loadGlobal } from '../eval/cache-globals.ts'
import { findMethod } from '../eval/cache-attributes.ts'
import { callDescriptor, pythonMethod } from '../eval/calls.ts'
import { registers } from '../eval/compiled.ts'
import { nextOrUndefined } from '../eval/generators.ts'
import { advance, ended, mayAdvance, resume } from '../eval/going-on.ts'
import { dictType, floatType, listType, tupleType } from '../eval/hot-types.ts'
import { arithmetic, comparison } from '../eval/operators.ts'
import { rare } from '../eval/rare.generated.ts'
import { unpackExactly } from '../eval/unpack.ts'
import { getAttr, setAttr } from '../protocols/attributes.ts'
import { call } from '../protocols/call.ts'
import { same } from '../protocols/identity.ts'
import { iterate } from '../protocols/iterate.ts'
import { unary } from '../protocols/number.ts'
import { ownsAny } from '../protocols/owned.ts'
import { contains, getItem, setItem } from '../protocols/subscript.ts'
import { truth } from '../protocols/truth.ts'
import { leaveDirect, leaveFrame } from './leaving.ts'
import { callNamed, callValue, instance } from './nested.ts'

/** A power that is a float again; undefined where it is complex, or too large. */
function positivePower(base: number, exponent: number): number | undefined {
  if (!(base > 0)) return undefined
  try {
    return floatPower(base, exponent)
  } catch {
    return undefined
  }
}

/** The names are those of the imports, but for `R`. */
export const environment = (): Readonly<Record<string, unknown>> => ({
  R: registers, MAX: Number.MAX_SAFE_INTEGER, MIN: Number.MIN_SAFE_INTEGER, HALF: 2 ** 52, MOST_ITEMS, None,
  PyCell, PyDict, PyFloat, PyFunction, PyGenerator, PyInstance, PyList, PyListIterator, PyRange, PyRangeIterator, PyTuple, PyTupleIterator,
  dictType, floatType, listType, tupleType,
  advance, arithmetic, call, callDescriptor, callNamed, callValue, comparison, contains, ended, findMethod, floatFloorDivide, floatModulo, getAttr, getItem, instance, iterate, leaveDirect, leaveFrame,
  listAppend, listSet, loadGlobal, mayAdvance, newList, newTuple, nextOrUndefined, ownsAny, positivePower, pythonMethod, rare, resume, same, setAttr, setItem,
  truth, typeOf, unary, unpackExactly,
})
