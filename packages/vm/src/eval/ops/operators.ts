// Operators that the loop leaves to their protocols.
import type { families } from '@pellucid/opcode-spec/instructions'
import { PySlice } from '../../data/slice.ts'
import { None, newStr } from '../../data/values.ts'
import { ascii } from '../../protocols/ascii.ts'
import { emptyStr, format } from '../../protocols/format.ts'
import { unary } from '../../protocols/number.ts'
import { repr, reprText, str } from '../../protocols/repr.ts'
import { contains, deleteItem, getItem, setItem } from '../../protocols/subscript.ts'
import type { Str } from '../../data/values.ts'
import type { HandlersOf } from './handlers.ts'

export const operators = {
  UNARY_NEGATIVE: (py, value) => unary(value, 'negative', py),
  UNARY_INVERT: (py, value) => unary(value, 'invert', py),
  CONTAINS_OP: (py, left, right, arg) => contains(right, left, py) !== (arg === 1),
  DELETE_SUBSCR: (py, container, sub) => deleteItem(container, sub, py),
  BINARY_SLICE: (py, container, start, stop) => getItem(container, new PySlice(start, stop, None), py),
  STORE_SLICE: (py, value, container, start, stop) => setItem(container, new PySlice(start, stop, None), value, py),
  BUILD_SLICE: (_, start, stop, step) => new PySlice(start, stop, step ?? None),
  FORMAT_SIMPLE: (py, value) => format(value, emptyStr, py),
  FORMAT_WITH_SPEC: (py, value, spec) => format(value, spec as Str, py),
  CONVERT_VALUE(py, value, arg) {
    if (arg === 1) return str(value, py)
    return arg === 2 ? repr(value, py) : newStr(ascii(reprText(value, py)))
  },
} satisfies HandlersOf<
  (typeof families)['operators'],
  | 'UNARY_NEGATIVE' | 'UNARY_INVERT' | 'CONTAINS_OP' | 'DELETE_SUBSCR' | 'BINARY_SLICE' | 'STORE_SLICE'
  | 'BUILD_SLICE' | 'FORMAT_SIMPLE' | 'FORMAT_WITH_SPEC' | 'CONVERT_VALUE'
>
