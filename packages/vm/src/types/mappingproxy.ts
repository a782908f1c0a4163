// mappingproxy: a read-only view of a mapping, as `type.__dict__` gives it.
import { PyObject, type Visit } from '../data/object.ts'
import { newStr, type Value } from '../data/values.ts'
import { TypeFlags, typeOf } from '../data/type.ts'
import { methods } from '../object/define-builtin.ts'
import { defineType } from '../object/define-type.ts'
import { callMethod } from '../protocols/call.ts'
import { compare } from '../protocols/compare.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { hashOf } from '../protocols/hash.ts'
import { iterate } from '../protocols/iterate.ts'
import { binary, operators } from '../protocols/number.ts'
import { raise } from '../protocols/raise.ts'
import { reprText, str } from '../protocols/repr.ts'
import { contains, getItem, length } from '../protocols/subscript.ts'
import { classGetItem } from './generic-alias.ts'
import { isMapping } from '../protocols/sequence-check.ts'
import { PyList, PyTuple } from '../data/sequences.ts'

export class PyMappingProxy extends PyObject {
  readonly mapping: Value
  constructor(mapping: Value) {
    super()
    this.mapping = mapping
  }
  override traverse(visit: Visit): void {
    visit(this.mapping)
  }
}

export function newMappingProxy(mapping: Value): PyMappingProxy {
  return new PyMappingProxy(mapping)
}

const method = methods<PyMappingProxy>()
const plain = (value: Value): Value => (value instanceof PyMappingProxy ? value.mapping : value)

export const mappingProxyType = defineType('mappingproxy(mapping: object)', {
  doc: 'A read-only proxy of a mapping.',
  instance: PyMappingProxy,
  flags: TypeFlags.MAPPING,
  new(_cls, mapping) {
    if (!isMapping(mapping) || mapping instanceof PyList || mapping instanceof PyTuple) {
      raise(PyTypeError, `mappingproxy() argument must be a mapping, not ${typeOf(mapping).tpName}`)
    }
    return new PyMappingProxy(mapping)
  },
  slots: {
    repr: (self: PyMappingProxy, py) => newStr(`mappingproxy(${reprText(self.mapping, py)})`),
    str: (self, py) => str(self.mapping, py),
    hash: (self, py) => hashOf(self.mapping, py),
    len: (self, py) => length(self.mapping, py),
    getitem: (self, key, py) => getItem(self.mapping, key, py),
    contains: (self, key, py) => contains(self.mapping, key, py),
    iter: (self, py) => iterate(self.mapping, py),
    richcompare: (self, other, op, py) => compare(self.mapping, plain(other), op, py),
    or: (left, right, py) => binary(plain(left), plain(right), operators.or, py),
    inplaceOr: (left) => raise(PyTypeError, `'|=' is not supported by ${typeOf(left).tpName}; use '|' instead`),
  },
  methods: () => [
    method('get(self, key: object, default: object = None, /)', 'Answer the value of a key, or a default.', (self, key, fallback, py) =>
      callMethod(self.mapping, 'get', [key, fallback], py),
    ),
    method('keys(self, /)', "Answer the mapping's keys.", (self, py) => callMethod(self.mapping, 'keys', [], py)),
    method('values(self, /)', "Answer the mapping's values.", (self, py) => callMethod(self.mapping, 'values', [], py)),
    method('items(self, /)', "Answer the mapping's items.", (self, py) => callMethod(self.mapping, 'items', [], py)),
    method('copy(self, /)', 'Answer a shallow copy.', (self, py) => callMethod(self.mapping, 'copy', [], py)),
    method('__reversed__(self, /)', 'Iterate backwards.', (self, py) => callMethod(self.mapping, '__reversed__', [], py)),
    classGetItem(),
  ],
})

