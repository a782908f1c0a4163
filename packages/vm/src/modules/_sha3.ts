// _sha3: SHA-3 and SHAKE for hashlib.
import { KeccakSponge, toHex } from '@pellucid/primitives'
import { newBytes } from '../data/bytes.ts'
import { PyObject } from '../data/object.ts'
import type { PyType } from '../data/type.ts'
import { narrowStr, None, smallInt, type Int, type Value } from '../data/values.ts'
import { makeArguments } from '../object/binder.ts'
import { BuiltinDefinition, methods } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { defineType } from '../object/define-type.ts'
import { OverflowError, ValueError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'
import { inputOf } from './digests.ts'

abstract class PySponge extends PyObject {
  readonly sponge: KeccakSponge
  constructor(sponge: KeccakSponge) {
    super()
    this.sponge = sponge
  }
}

const method = methods<PySponge>()

// All six share one argument parser, and so its name in messages.
const source = "sha3_224(data: object = b'', /, *, usedforsecurity: bool = True)"
const argumentsOf = makeArguments(new BuiltinDefinition(source, '', (() => None) as never, 'function', {}))

function lengthOf(length: Int): number {
  if (length < 0) raise(ValueError, 'value must be positive')
  if (length > 0xffff_ffff_ffff_ffffn) raise(OverflowError, 'Python int too large to convert to C unsigned long')
  return length >= 2 ** 29 ? raise(ValueError, 'length is too large') : Number(length)
}

/** One algorithm; `digestSize` 0 is a SHAKE, whose digests have any length. */
function sponge(name: string, rate: number, digestSize: number): PyType {
  const suffix = digestSize === 0 ? 0x1f : 6
  class PyAlgorithm extends PySponge {}
  const fixed = [
    method('digest(self, /)', 'The digest as bytes.', (self) => newBytes(self.sponge.digest(digestSize))),
    method('hexdigest(self, /)', 'The digest as hexadecimal digits.', (self) => narrowStr(toHex(self.sponge.digest(digestSize)))),
  ]
  const open = [
    method('digest(self, length: int, /)', 'Bytes of output.', (self, length) => newBytes(self.sponge.digest(lengthOf(length)))),
    method('hexdigest(self, length: int, /)', 'Output as hexadecimal digits.', (self, length) =>
      narrowStr(toHex(self.sponge.digest(lengthOf(length)))),
    ),
  ]
  return defineType<string, PySponge>(`_sha3.${name}`, {
    doc: `A ${name} digest under way.`,
    instance: PyAlgorithm,
    text: "($type, data=b'', /, *, usedforsecurity=True)",
    newRaw(_cls, args, names, py: Thread): Value {
      const made = new PyAlgorithm(new KeccakSponge(rate, suffix))
      made.sponge.update(inputOf(argumentsOf(args, names, py)[0] as Value, py))
      return made
    },
    methods: () => [
      method('copy(self, /)', 'A copy that goes on by itself.', (self) => new PyAlgorithm(self.sponge.copy())),
      ...(digestSize === 0 ? open : fixed),
      method('update(self, data: object, /)', 'Take in more bytes.', (self, data, py) => self.sponge.update(inputOf(data, py))),
    ],
    attributes: () => ({
      block_size: { get: () => smallInt(rate) },
      name: { get: () => narrowStr(name) },
      digest_size: { get: () => smallInt(digestSize) },
      _capacity_bits: { get: () => smallInt(1600 - rate * 8) },
      _rate_bits: { get: () => smallInt(rate * 8) },
      _suffix: { get: () => newBytes(Uint8Array.of(suffix)) },
    }),
  })
}

const types = [
  sponge('sha3_224', 144, 28), sponge('sha3_256', 136, 32), sponge('sha3_384', 104, 48), sponge('sha3_512', 72, 64),
  sponge('shake_128', 168, 0), sponge('shake_256', 136, 0),
]

export const _sha3 = defineModule('_sha3', () => ({
  doc: 'SHA-3.',
  types,
  constants: () => ({ implementation: narrowStr('HACL') }),
}))
