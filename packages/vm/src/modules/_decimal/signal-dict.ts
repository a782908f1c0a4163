// decimal.SignalDictMixin: what `Context.flags` and `Context.traps` are, as mappings from signals to bools.
import { typeType } from '../../data/roots.ts'
import { newDict, PyDict } from '../../data/dict.ts'
import { newTuple } from '../../data/sequences.ts'
import { Compare } from '../../data/slots.ts'
import type { PyType } from '../../data/type.ts'
import { narrowStr, None, NotImplemented, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { genericGetAttr } from '../../protocols/attributes.ts'
import { call } from '../../protocols/call.ts'
import { KeyError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { iterate } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'
import type { PyDecimalContext} from './context-layout.ts';
import { PySignalDict } from './context-layout.ts'
import { signalBits, signals, signalType } from './signals.ts'
import { decimalState } from './state.ts'

const title = (name: string): string => `<class 'decimal.${name}'>`

/** The bits that a dict with exactly the nine signals as keys describes; undefined for any other dict. */
function bitsOfDict(dict: PyDict, py: Thread): number | undefined {
  if (dict.size !== signals.length) return undefined
  let all = 0
  for (const [name, bits] of signals) {
    const value = dict.get(signalType(name, py), py.keys)
    if (value === undefined) return undefined
    if (truth(value, py)) all |= bits
  }
  return all
}

/** The bits of what is assigned to `flags` or `traps`. */
export function bitsOfMapping(value: Value, py: Thread): number {
  if (value instanceof PySignalDict) return value.bits
  if (!(value instanceof PyDict)) return raise(PyTypeError, 'argument must be a signal dict')
  return bitsOfDict(value, py) ?? raise(KeyError, 'invalid signal dict')
}

function asDict(bits: number, py: Thread): Value {
  const dict = newDict()
  for (const [name, mask] of signals) dict.set(signalType(name, py), (bits & mask) !== 0, py.keys)
  return dict
}

const method = methods<PySignalDict>()

function setItem(self: PySignalDict, key: Value, value: Value | undefined, py: Thread): void {
  if (value === undefined) return raise(ValueError, 'signal keys cannot be deleted')
  const bits = signalBits(key, py)
  self.bits = truth(value, py) ? self.bits | bits : self.bits & ~bits
}

function sameBits(self: PySignalDict, other: Value, op: Compare, py: Thread): Value {
  const own = self.bits
  if (op !== Compare.EQ && op !== Compare.NE) return NotImplemented
  let bits: number | undefined
  if (other instanceof PySignalDict) bits = other.bits
  else if (other instanceof PyDict) bits = bitsOfDict(other, py)
  return bits === undefined ? NotImplemented : (own === bits) === (op === Compare.EQ)
}

/** The class; one for all interpreters. */
export function defineSignalDictMixin(): PyType {
  return defineType('decimal.SignalDictMixin()', {
    doc: 'The signals of a context as keys, whether they are set as values.',
    instance: PySignalDict,
    subclassable: true,
    text: null,
    allocate: (type) => withClass(new PySignalDict(), type, true),
    instantiable: true,
    initRaw: () => undefined,
    slots: {
      getattro: genericGetAttr,
      repr: (self: PySignalDict) =>
        narrowStr(`{${signals.map(([name, bits]) => `${title(name)}:${(self.bits & bits) === 0 ? 'False' : 'True'}`).join(', ')}}`),
      richcompare: sameBits,
      len: (self) => (self.bits < 0 ? 0 : signals.length),
      getitem: (self, key, py) => (self.bits & signalBits(key, py)) !== 0,
      setitem: setItem,
      iter: (self, py) => self.bits < 0 ? self : iterate(newTuple(signals.map(([name]) => signalType(name, py))), py),
    },
    methods: () => [method('copy(self, /)', 'A dict with the same items.', (self, py) => asDict(self.bits, py))],
    constants: () => ({ __module__: narrowStr('decimal'), __doc__: None }),
  })
}

/** The class that also has what `MutableMapping` adds; a class of Python, hence of one interpreter. */
export function makeSignalDict(mixin: PyType, mutableMapping: Value, py: Thread): PyType {
  return call(typeType, [narrowStr('SignalDict'), newTuple([mixin, mutableMapping]), newDict()], py) as PyType
}

/** `context.flags` or `context.traps`. */
export function signalDictOf(context: PyDecimalContext, field: 'flags' | 'traps', py: Thread): PySignalDict {
  const kept = field === 'flags' ? context.flagDict : context.trapDict
  if (kept !== undefined) return kept
  const made = call(decimalState(py).signalDict, [], py) as PySignalDict
  made.owner = context
  made.field = field
  if (field === 'flags') context.flagDict = made
  else context.trapDict = made
  return made
}

