// str.format and str.format_map.
import { parseFormatFields, splitFieldName, type FormatField } from '@pellucid/primitives'
import type { PyDict } from '../../data/dict.ts'
import { asStr, joinStrs, narrowStr, newInt, newStr, strValue, type Str, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { ascii } from '../../protocols/ascii.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { IndexError, KeyError, ValueError } from '../../protocols/exceptions.ts'
import { raiseFault } from '../../protocols/fault.ts'
import { format } from '../../protocols/format.ts'
import { raise, raiseWith } from '../../protocols/raise.ts'
import { repr, reprText, str } from '../../protocols/repr.ts'
import { getItem } from '../../protocols/subscript.ts'
import type { Thread } from '../../thread.ts'
import { own } from './text.ts'

/** Where fields get their values. */
interface Arguments {
  /** Undefined for format_map. */
  readonly positional: readonly Value[] | undefined
  named(key: string): Value
  /** Place of the next automatic field; undefined before the first field. */
  numbering: 'automatic' | 'manual' | undefined
  next: number
}

function firstValue(first: string | number, from: Arguments): Value {
  if (typeof first === 'string' && first !== '') return from.named(first)
  const kind = first === '' ? 'automatic' : 'manual'
  from.numbering ??= kind
  if (from.numbering !== kind) {
    const change =
      kind === 'automatic'
        ? 'manual field specification to automatic field numbering'
        : 'automatic field numbering to manual field specification'
    raise(ValueError, `cannot switch from ${change}`)
  }
  const place = first === '' ? from.next++ : (first as number)
  if (from.positional === undefined) return raise(ValueError, 'Format string contains positional fields')
  return from.positional[place] ?? raise(
    IndexError,
    `Replacement index ${place} out of range for positional args tuple`,
  )
}

function fieldValue(name: string, from: Arguments, py: Thread): Value {
  const { first, rest } = splitFieldName(name)
  let value = firstValue(first, from)
  for (const { isAttribute, key } of rest) {
    const step = typeof key === 'number' ? newInt(key) : newStr(key)
    value = isAttribute ? getAttr(value, newStr(String(key)), py) : getItem(value, step, py)
  }
  return value
}

function converted(value: Value, conversion: string | undefined, py: Thread): Value {
  switch (conversion) {
    case undefined:
      return value
    case 'r':
      return repr(value, py)
    case 's':
      return str(value, py)
    case 'a':
      return narrowStr(ascii(reprText(value, py)))
    default: {
      const code = conversion.codePointAt(0) as number
      const shown = code > 32 && code < 127 ? conversion : `\\x${code.toString(16)}`
      return raise(ValueError, `Unknown conversion specifier ${shown}`)
    }
  }
}

function build(text: string, from: Arguments, depth: number, py: Thread): Str {
  if (depth <= 0) raise(ValueError, 'Max string recursion exceeded')
  const out: Str[] = []
  try {
    for (const field of parseFormatFields(text)) {
      if (field.literal !== '') out.push(newStr(field.literal))
      if (field.name !== undefined) out.push(show(field, from, depth, py))
    }
  } catch (caught) {
    raiseFault(caught)
  }
  return joinStrs(out)
}

function show(field: FormatField, from: Arguments, depth: number, py: Thread): Str {
  const value = converted(fieldValue(field.name as string, from, py), field.conversion, py)
  const spec = field.spec.includes('{') ? build(field.spec, from, depth - 1, py) : newStr(field.spec)
  return asStr(format(value, spec, py)) as Str
}

function formatted(self: Value, from: Omit<Arguments, 'numbering' | 'next'>, py: Thread): Value {
  const text = strValue(own(self))
  // A text without fields stays the object it is.
  if (!/[{}]/.test(text)) return self
  return build(text, { ...from, numbering: undefined, next: 0 }, 2, py)
}

const method = methods<Value>()

export const formatMethods = [
  method(
    'format(self, /, *args, **kwargs)',
    'Fill in the replacement fields.',
    (self, args: unknown, kwargs: unknown, py) => {
      const names = kwargs as PyDict
      const named = (key: string): Value => names.get(newStr(key), py.keys) ?? raiseWith(KeyError, newStr(key))
      return formatted(self, { positional: args as Value[], named }, py)
    },
    { varargs: true },
  ),
  method(
    'format_map(self, mapping: object, /)',
    'Fill in the replacement fields from a mapping.',
    (self, mapping, py) =>
      formatted(self, { positional: undefined, named: (key) => getItem(mapping, newStr(key), py) }, py),
  ),
]
