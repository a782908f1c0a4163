// Structural pattern matching (PEP 634).
import type { families } from '@pellucid/opcode-spec/instructions'
import { PyDict } from '../../data/dict.ts'
import { typeType } from '../../data/roots.ts'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { lookup, PyType, TypeFlags, typeOf } from '../../data/type.ts'
import { asStr, narrowStr, newInt, None, strValue, type Str, type Value } from '../../data/values.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { callMethod } from '../../protocols/call.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { isInstance } from '../../protocols/instance-check.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { length } from '../../protocols/subscript.ts'
import type { Thread } from '../../thread.ts'
import { PyObject } from '../../data/object.ts'
import { dictType, tupleType } from '../hot-types.ts'
import type { HandlersOf } from './handlers.ts'

const flagged = (value: Value, flag: number): boolean => (typeOf(value).flags & flag) !== 0

/** The values under `keys`, or None when one is missing. */
function matchKeys(subject: Value, keys: readonly Value[], py: Thread): Value {
  const plain = subject instanceof PyDict && subject.type === dictType ? subject : undefined
  const missing = plain === undefined ? new Missing() : undefined
  const seen: Value[] = []
  const values: Value[] = []
  for (const key of keys) {
    if (seen.some((other) => other === key)) raise(ValueError, `mapping pattern checks duplicate key (${reprText(key, py)})`)
    seen.push(key)
    const value = missing === undefined ? plain?.get(key, py.keys) : callMethod(subject, 'get', [key, missing], py)
    if (value === undefined || value === missing) return None
    values.push(value)
  }
  return newTuple(values)
}

/** Stands for a key that is not there: never equal to anything. */
class Missing extends PyObject {}

/** `cls.__match_args__`: a class of an ordinary kind has nothing to say about how a tuple is read off it. */
function matchArgsOf(cls: PyType, py: Thread): Value | undefined {
  const found = cls.type === typeType ? lookup(cls, '__match_args__') : undefined
  return found instanceof PyTuple && found.type === tupleType ? found : getAttrOrUndefined(cls, narrowStr('__match_args__'), py)
}

function matchClass(subject: Value, cls: Value, positional: number, names: readonly Str[], py: Thread): Value {
  if (!(cls instanceof PyType)) return raise(PyTypeError, 'called match pattern must be a class')
  if (!isInstance(subject, cls, py)) return None
  const values: Value[] = []
  const seen: string[] = []
  const attribute = (name: Str): boolean => {
    const text = strValue(name)
    if (seen.includes(text)) raise(PyTypeError, `${cls.tpName}() got multiple sub-patterns for attribute '${text}'`)
    seen.push(text)
    const value = getAttrOrUndefined(subject, name, py)
    if (value === undefined) return false
    values.push(value)
    return true
  }
  if (positional > 0) {
    const matchArgs = matchArgsOf(cls, py)
    const matchesSelf = matchArgs === undefined && (cls.flags & TypeFlags.MATCH_SELF) !== 0
    if (matchArgs !== undefined && !(matchArgs instanceof PyTuple)) {
      raise(PyTypeError, `${cls.tpName}.__match_args__ must be a tuple (got ${typeOf(matchArgs).tpName})`)
    }
    const fields = matchArgs instanceof PyTuple ? matchArgs.items : []
    const allowed = matchesSelf ? 1 : fields.length
    if (allowed < positional) {
      const plural = allowed === 1 ? '' : 's'
      raise(PyTypeError, `${cls.tpName}() accepts ${allowed} positional sub-pattern${plural} (${positional} given)`)
    }
    if (matchesSelf) values.push(subject)
    else {
      for (let i = 0; i < positional; i++) {
        const field = fields[i] as Value
        const name = asStr(field)
        if (name === undefined) raise(PyTypeError, `__match_args__ elements must be strings (got ${typeOf(field).tpName})`)
        if (!attribute(name)) return None
      }
    }
  }
  for (const name of names) if (!attribute(name)) return None
  return newTuple(values)
}

export const matching = {
  GET_LEN: (py, subject) => newInt(length(subject, py)),
  MATCH_MAPPING: (_, subject) => flagged(subject, TypeFlags.MAPPING),
  MATCH_SEQUENCE: (_, subject) => flagged(subject, TypeFlags.SEQUENCE),
  MATCH_KEYS: (py, subject, keys) => matchKeys(subject, (keys as PyTuple).items, py),
  MATCH_CLASS: (py, subject, cls, names, arg) =>
    matchClass(subject, cls, arg, (names as PyTuple).items as readonly Str[], py),
} satisfies HandlersOf<
  (typeof families)['matching'],
  'GET_LEN' | 'MATCH_MAPPING' | 'MATCH_SEQUENCE' | 'MATCH_KEYS' | 'MATCH_CLASS'
>
