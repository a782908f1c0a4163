// What the reprs of streams have in common: the name of what is below, and the refusal to show a stream inside itself.
import type { PyObject } from '../../data/object.ts'
import { narrowStr, type Str, type Value } from '../../data/values.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { RuntimeError, ValueError } from '../../protocols/exceptions.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { guardRepr, reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'

/** The repr that `body` makes; RuntimeError where it leads back to the same stream. */
export function reprStream(self: PyObject, py: Thread, body: () => string): Str {
  if (py.reprs.has(self)) raise(RuntimeError, `reentrant call inside ${self.type.tpName}.__repr__`)
  return guardRepr(self, '', py, body)
}

/** ` name='…'`; nothing where the stream has no name, or was separated from what has one. */
export function namePart(stream: Value | undefined, py: Thread): string {
  if (stream === undefined) return ''
  let name: Value | undefined
  try {
    name = getAttrOrUndefined(stream, narrowStr('name'), py)
  } catch (caught) {
    if (!isRaised(caught, ValueError)) throw caught
  }
  return name === undefined ? '' : ` name=${reprText(name, py)}`
}
