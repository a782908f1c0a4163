// Attribute access on classes: `type.__getattribute__` and `type.__setattr__`.
import type { PyType } from '../../data/type.ts'
import { invalidate, lookup, ownNamespace, typeOf } from '../../data/type.ts'
import { strValue, type Str, type Value } from '../../data/values.ts'
import { resolveAfterChange } from '../../object/resolve-slots.ts'
import { AttributeError } from '../../protocols/exceptions.ts'
import { raise, raiseAttributeError } from '../../protocols/raise.ts'
import { checkMutable } from '../../protocols/attributes.ts'
import type { Thread } from '../../thread.ts'

/** `type.__getattribute__`: data descriptors of the metaclass, the class's MRO, then the rest of the metaclass. */
export function typeGetAttr(self: PyType, name: Str, py: Thread): Value {
  const text = strValue(name)
  const meta = typeOf(self)
  const metaFound = lookup(meta, text)
  const metaSlots = metaFound === undefined ? undefined : typeOf(metaFound).slots
  if (metaFound !== undefined && metaSlots?.descrGet !== undefined && metaSlots.descrSet !== undefined) {
    return metaSlots.descrGet(metaFound, self, meta, py)
  }
  const found = lookup(self, text)
  if (found !== undefined) {
    const get = typeOf(found).slots.descrGet
    return get === undefined ? found : get(found, undefined, self, py)
  }
  if (metaFound !== undefined) return metaSlots?.descrGet === undefined ? metaFound : metaSlots.descrGet(metaFound, self, meta, py)
  return raise(AttributeError, `type object '${self.tpName}' has no attribute '${text}'`)
}

/** `type.__setattr__`, which keeps caches and slots true. */
export function typeSetAttr(self: PyType, name: Str, value: Value | undefined, py: Thread): void {
  const text = strValue(name)
  checkMutable(self, name, py)
  const metaFound = lookup(typeOf(self), text)
  const set = metaFound === undefined ? undefined : typeOf(metaFound).slots.descrSet
  if (metaFound !== undefined && set !== undefined) {
    set(metaFound, self, value, py)
    return
  }
  const namespace = ownNamespace(self)
  if (value !== undefined) namespace.setStr(text, value)
  else if (namespace.deleteStr(text) === undefined) {
    raiseAttributeError(self, name, `type object '${self.tpName}' has no attribute '${text}'`)
  }
  invalidate(self)
  if (text.startsWith('__') && text.endsWith('__')) resolveAfterChange(self, text)
}
