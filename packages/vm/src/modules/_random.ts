// _random: the Mersenne Twister under random.Random.
import { MersenneTwister } from '@pellucid/primitives'
import { PyObject } from '../data/object.ts'
import { newTuple, PyTuple } from '../data/sequences.ts'
import { asInt, newFloat, newInt, None, type Value } from '../data/values.ts'
import { methods } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { defineType, withClass } from '../object/define-type.ts'
import { OverflowError, TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { hashOf } from '../protocols/hash.ts'
import { raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'

const WORDS = 624

class PyRandom extends PyObject {
  readonly generator = new MersenneTwister()
}

function seed(self: PyRandom, value: Value, py: Thread): void {
  if (value === None) {
    const bytes = py.interpreter.host.randomBytes(WORDS * 4)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    self.generator.seedWords(Array.from({ length: WORDS }, (_, i) => view.getUint32(i * 4, true)))
    return
  }
  const int = asInt(value)
  self.generator.seed(int ?? newInt(BigInt.asUintN(64, BigInt(hashOf(value, py)))))
}

function stateWord(item: Value): number {
  const int = asInt(item)
  if (int === undefined) return raise(PyTypeError, 'an integer is required')
  if (int < 0) raise(OverflowError, "can't convert negative value to unsigned int")
  if (int > 0xffff_ffff_ffff_ffffn) raise(OverflowError, 'Python int too large to convert to C unsigned long')
  return Number(BigInt.asUintN(32, BigInt(int)))
}

function setState(self: PyRandom, state: Value): void {
  if (!(state instanceof PyTuple)) return raise(PyTypeError, 'state vector must be a tuple')
  if (state.items.length !== WORDS + 1) raise(ValueError, 'state vector is the wrong size')
  const words = state.items.slice(0, WORDS).map(stateWord)
  const index = asInt(state.items[WORDS] as Value)
  if (index === undefined) return raise(PyTypeError, 'an integer is required')
  if (index < 0 || index > WORDS) raise(ValueError, 'invalid state')
  self.generator.setState([...words, Number(index)])
}

const method = methods<PyRandom>()

const randomType = defineType('_random.Random', {
  doc: 'A generator of random numbers with a state of its own.',
  instance: PyRandom,
  subclassable: true,
  text: null,
  newRaw(cls) {
    const made = new PyRandom()
    made.generator.setState(new Array<number>(WORDS + 1).fill(0))
    return withClass(made, cls)
  },
  initRaw(self: PyRandom, args, names, py) {
    if (names !== undefined && names.length > 0 && self.type.slots.init === randomType.slots.init) {
      raise(PyTypeError, 'Random() takes no keyword arguments')
    }
    if (args.length > 1) raise(PyTypeError, 'Random() requires 0 or 1 argument')
    seed(self, args[0] ?? None, py)
  },
  methods: () => [
    method('random(self, /)', 'A float in [0, 1).', (self) => newFloat(self.generator.random())),
    method('seed(self, n: object = None, /)', 'Start from a seed, or from what the system offers.', seed),
    method('getstate(self, /)', 'The state as a tuple.', (self) => newTuple(self.generator.getState().map((word) => newInt(word)))),
    method('setstate(self, state: object, /)', 'Go back to a state.', setState),
    method('getrandbits(self, k: cint, /)', 'An int of k random bits.', (self, bits) => {
      if (bits < 0) raise(ValueError, 'number of bits must be non-negative')
      return newInt(self.generator.randomBits(bits))
    }),
  ],
})

export const _random = defineModule('_random', () => ({ doc: 'The generator under random.', types: [randomType] }))
