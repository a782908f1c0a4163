// What BytesIO and StringIO check alike in the state that pickle gives back.
import { newDict, PyDict } from '../../data/dict.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, None, type Value } from '../../data/values.ts'
import type { PyObject } from '../../data/object.ts'
import { ensureDict } from '../../protocols/attributes.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'

/** A position in the state; `refuse` words what is wrong with its type. */
export function statePosition(pos: Value, refuse: (type: string) => string): number {
  const given = asInt(pos)
  if (given === undefined) return raise(PyTypeError, refuse(typeOf(pos).tpName))
  return given < 0 ? raise(ValueError, 'position value cannot be negative') : Number(given)
}

/** Put the attributes of the state, a dict or None, back. */
export function restoreAttributes(self: PyObject, dict: Value, which: string, py: Thread): void {
  if (dict === None) return
  if (!(dict instanceof PyDict)) return raise(PyTypeError, `${which} item of state should be a dict, got a ${typeOf(dict).tpName}`)
  const own = ensureDict(self) ?? newDict()
  dict.keys.forEach((key, i) => key !== undefined && own.set(key, dict.values[i] as Value, py.keys))
}
