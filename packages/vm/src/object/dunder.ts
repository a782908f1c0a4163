// Special methods and slots, each way (https://docs.python.org/3.13/reference/datamodel.html#special-method-names).
//
// An entry says under which name a slot is seen from Python (`wrap`: a builtin type's slot as a method) and how a
// Python class's methods become the slot (`generic`: the one function that all classes overriding it share).
import type { KeywordNames, SlotName, Slots } from '../data/slots.ts'
import type { Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import * as generic from './generic-slots.ts'
import * as wrap from './slot-wrappers.ts'

/** A slot's function as a method: `self`, then the arguments of the call. */
export type Wrap = (slot: never) => (self: Value, args: Value[], names: KeywordNames | undefined, py: Thread) => Value

export interface Dunder {
  readonly name: string
  readonly slot: SlotName
  readonly doc: string
  /** Parameters after `$self`, for `__text_signature__`. */
  readonly text: string
  readonly wrap: Wrap
  /** The slot of a class that defines the method in Python. */
  readonly generic: Slots[SlotName]
}

type Row = readonly [name: string, slot: SlotName, doc: string, text: string, wrap: unknown, generic: unknown]

const binaryRows = (name: string, slot: SlotName, symbol: string): Row[] => {
  const shared = generic.binary(slot as never, `__${name}__`, `__r${name}__`)
  return [
    [`__${name}__`, slot, `Answer self${symbol}value.`, 'value, /', wrap.binary, shared],
    [`__r${name}__`, slot, `Answer value${symbol}self.`, 'value, /', wrap.reflected, shared],
  ]
}
const inplaceRow = (name: string, slot: SlotName, symbol: string): Row => [
  `__${name}__`,
  slot,
  `Answer self${symbol}value, in place where that is possible.`,
  'value, /',
  wrap.binary,
  generic.one(`__${name}__`),
]
const unaryRow = (name: string, slot: SlotName, doc: string): Row => [
  `__${name}__`,
  slot,
  doc,
  '/',
  wrap.none,
  generic.none(`__${name}__`),
]

const rows: Row[] = [
  ['__repr__', 'repr', 'Answer repr(self).', '/', wrap.none, generic.repr],
  ['__hash__', 'hash', 'Answer hash(self).', '/', wrap.hash, generic.hash],
  ['__call__', 'call', 'Call self as a function.', '/, *args, **kwargs', wrap.call, generic.call],
  ['__str__', 'str', 'Answer str(self).', '/', wrap.none, generic.str],
  ['__getattribute__', 'getattro', 'Answer getattr(self, name).', 'name, /', wrap.getattr, generic.getattr],
  ['__getattr__', 'getattro', '', 'name, /', undefined, generic.getattr],
  ['__setattr__', 'setattro', 'Do setattr(self, name, value).', 'name, value, /', wrap.setattr, generic.setattr],
  ['__delattr__', 'setattro', 'Do delattr(self, name).', 'name, /', wrap.delattr, generic.setattr],
  ...(['lt', 'le', 'eq', 'ne', 'gt', 'ge'] as const).map(
    (name, op): Row => [`__${name}__`, 'richcompare', `Compare self with value: ${name}.`, 'value, /', wrap.compare(op), generic.compare],
  ),
  ['__iter__', 'iter', 'Answer iter(self).', '/', wrap.none, generic.iter],
  ['__next__', 'next', 'Implement next(self).', '/', wrap.next, generic.none('__next__')],
  ['__get__', 'descrGet', 'Read the attribute of an instance or of its class.', 'instance, owner=None, /', wrap.get, generic.get],
  ['__set__', 'descrSet', 'Set the attribute of an instance.', 'instance, value, /', wrap.set, generic.set],
  ['__delete__', 'descrSet', 'Delete the attribute of an instance.', 'instance, /', wrap.unset, generic.set],
  ['__init__', 'init', 'Set self up. See help(type(self)) for its signature.', '/, *args, **kwargs', wrap.init, generic.init],
  ['__new__', 'new', '', '*args, **kwargs', undefined, generic.make],
  ['__del__', 'finalize', 'Called when the object is about to go.', '/', wrap.finalize, generic.finalize],
  ['__buffer__', 'buffer', "Answer a memoryview of the object's memory.", 'flags, /', wrap.buffer, generic.buffer],
  ['__release_buffer__', 'releaseBuffer', 'Take back the memory behind a memoryview.', 'buffer, /', wrap.releaseBuffer, generic.releaseBuffer],
  ['__await__', 'await', 'Answer an iterator to be used in an await expression.', '/', wrap.none, generic.none('__await__')],
  ['__aiter__', 'aiter', 'Answer an awaitable iterator.', '/', wrap.none, generic.none('__aiter__')],
  ['__anext__', 'anext', 'Answer an awaitable for the next item.', '/', wrap.none, generic.none('__anext__')],
  ...binaryRows('add', 'add', '+'),
  ...binaryRows('sub', 'subtract', '-'),
  ...binaryRows('mul', 'multiply', '*'),
  ...binaryRows('mod', 'remainder', '%'),
  ...binaryRows('divmod', 'divmod', ' divmod '),
  ['__pow__', 'power', 'Answer pow(self, value, mod).', 'value, mod=None, /', wrap.power, generic.power],
  ['__rpow__', 'power', 'Answer pow(value, self, mod).', 'value, mod=None, /', wrap.reflectedPower, generic.power],
  unaryRow('neg', 'negative', 'Answer -self.'),
  unaryRow('pos', 'positive', 'Answer +self.'),
  unaryRow('abs', 'absolute', 'Answer abs(self).'),
  ['__bool__', 'bool', 'Answer True if self is true.', '/', wrap.bool, generic.bool],
  unaryRow('invert', 'invert', 'Answer ~self.'),
  ...binaryRows('lshift', 'lshift', '<<'),
  ...binaryRows('rshift', 'rshift', '>>'),
  ...binaryRows('and', 'and', '&'),
  ...binaryRows('xor', 'xor', '^'),
  ...binaryRows('or', 'or', '|'),
  unaryRow('int', 'int', 'Answer int(self).'),
  unaryRow('float', 'float', 'Answer float(self).'),
  inplaceRow('iadd', 'inplaceAdd', '+='),
  inplaceRow('isub', 'inplaceSubtract', '-='),
  inplaceRow('imul', 'inplaceMultiply', '*='),
  inplaceRow('imod', 'inplaceRemainder', '%='),
  ['__ipow__', 'inplacePower', 'Answer self**=value.', 'value, /', wrap.inplacePower, generic.inplacePower],
  inplaceRow('ilshift', 'inplaceLshift', '<<='),
  inplaceRow('irshift', 'inplaceRshift', '>>='),
  inplaceRow('iand', 'inplaceAnd', '&='),
  inplaceRow('ixor', 'inplaceXor', '^='),
  inplaceRow('ior', 'inplaceOr', '|='),
  ...binaryRows('floordiv', 'floorDivide', '//'),
  ...binaryRows('truediv', 'trueDivide', '/'),
  inplaceRow('ifloordiv', 'inplaceFloorDivide', '//='),
  inplaceRow('itruediv', 'inplaceTrueDivide', '/='),
  unaryRow('index', 'index', 'Answer self as an int, where an index is needed.'),
  ...binaryRows('matmul', 'matrixMultiply', '@'),
  inplaceRow('imatmul', 'inplaceMatrixMultiply', '@='),
  ['__len__', 'len', 'Answer len(self).', '/', wrap.len, generic.len],
  ['__getitem__', 'getitem', 'Answer self[key].', 'key, /', wrap.binary, generic.one('__getitem__')],
  ['__setitem__', 'setitem', 'Set self[key] to value.', 'key, value, /', wrap.setItem, generic.setItem],
  ['__delitem__', 'setitem', 'Delete self[key].', 'key, /', wrap.deleteItem, generic.setItem],
  // Sequence forms: seen as + and *, but a Python class's `__add__` fills the number slot above.
  ['__add__', 'concat', 'Answer self+value.', 'value, /', wrap.binary, undefined],
  ['__mul__', 'repeat', 'Answer self*value.', 'value, /', wrap.repeat, undefined],
  ['__rmul__', 'repeat', 'Answer value*self.', 'value, /', wrap.repeat, undefined],
  ['__contains__', 'contains', 'Answer whether key is in self.', 'key, /', wrap.contains, generic.contains],
  ['__iadd__', 'inplaceConcat', 'Do self+=value.', 'value, /', wrap.binary, undefined],
  ['__imul__', 'inplaceRepeat', 'Do self*=value.', 'value, /', wrap.repeat, undefined],
]

/** Every special method, in the order in which CPython lists them in a class's namespace. */
export const dunders: readonly Dunder[] = rows.map((row) => ({ name: row[0], slot: row[1], doc: row[2], text: row[3], wrap: row[4] as Wrap, generic: row[5] as Slots[SlotName] }))

/** The entries of one method name: `__add__` has two slots. */
export const dundersByName: ReadonlyMap<string, readonly Dunder[]> = group(dunders, ({ name }) => name)

/** The entries of one slot, in the order in which a class is asked for them. */
export const dundersBySlot: ReadonlyMap<SlotName, readonly Dunder[]> = group(dunders, ({ slot }) => slot)

/** Each start does this, before anything is optimised: no iterators. */
function group<Key>(entries: readonly Dunder[], keyOf: (entry: Dunder) => Key): Map<Key, Dunder[]> {
  const groups = new Map<Key, Dunder[]>()
  entries.forEach((entry) => {
    const known = groups.get(keyOf(entry))
    if (known === undefined) groups.set(keyOf(entry), [entry])
    else known.push(entry)
  })
  return groups
}
