// Attributes and `super()`.
import { attributeName, name, superAttributeName } from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** Attributes and `super()`. */
export const attributes = family({
  LOAD_ATTR: {
    code: 82, effect: 'owner -- attribute, self_or_null if oparg & 1', arg: attributeName,
    caches: { counter: 1, version: 2, keys_version: 2, descr: 4 }, raises: true,
    doc: 'Push an attribute; for a call push function and self, or bound value and NULL.',
  },
  STORE_ATTR: {
    code: 108, effect: 'value, owner --', arg: name, caches: { counter: 1, version: 2, index: 1 },
    raises: true,
    doc: 'Execute `owner.name = value`.',
  },
  DELETE_ATTR: {
    code: 63, effect: 'owner --', arg: name, raises: true,
    doc: 'Execute `del owner.name`.',
  },
  LOAD_SUPER_ATTR: {
    code: 93, effect: 'global_super, cls, self -- attribute, self_or_null if oparg & 1',
    arg: superAttributeName, caches: { counter: 1 }, raises: true,
    doc: 'Push `super(cls, self).name` without building the super object where possible.',
  },
})
