// _blake2: BLAKE2 for hashlib.
import { Blake2Digest, blake2bVariant, blake2sVariant, toHex, type Blake2Variant } from '@pellucid/primitives'
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

abstract class PyBlake2 extends PyObject {
  readonly digest: Blake2Digest
  constructor(digest: Blake2Digest) {
    super()
    this.digest = digest
  }
}

const method = methods<PyBlake2>()

/** An unsigned long of C. */
function unsigned(value: Int): bigint {
  if (value < 0) raise(ValueError, 'value must be positive')
  if (value > 0xffff_ffff_ffff_ffffn) raise(OverflowError, 'int too big to convert')
  return BigInt(value)
}

function between(name: string, value: number, least: number, most: number, words = `${name} must be between ${least} and ${most}`): number {
  return value < least || value > most ? raise(ValueError, words) : value
}

function atMost(what: string, bytes: Uint8Array, most: number): Uint8Array {
  return bytes.length > most ? raise(ValueError, `maximum ${what} length is ${most} bytes`) : bytes.slice()
}

interface Variant {
  readonly name: string
  readonly algorithm: Blake2Variant
  readonly digestSize: number
  readonly saltSize: number
}
const variants: readonly Variant[] = [
  { name: 'blake2b', algorithm: blake2bVariant, digestSize: 64, saltSize: 16 },
  { name: 'blake2s', algorithm: blake2sVariant, digestSize: 32, saltSize: 8 },
]

type Arguments = [
  data: Value, digestSize: number, key: Uint8Array, salt: Uint8Array, person: Uint8Array, fanout: number, depth: number,
  leafSize: Int, nodeOffset: Int, nodeDepth: number, innerSize: number, lastNode: boolean,
]

function start({ algorithm, digestSize: most, saltSize }: Variant, given: Arguments, py: Thread): Blake2Digest {
  const [data, digestSize, key, salt, person, fanout, depth, leafSize, nodeOffset, nodeDepth, innerSize, lastNode] = given
  between('digest_size', digestSize, 1, most, `digest_size must be between 1 and ${most} bytes`)
  const checkedSalt = atMost('salt', salt, saltSize)
  const checkedPerson = atMost('person', person, saltSize)
  between('fanout', fanout, 0, 255)
  between('depth', depth, 1, 255)
  const leaf = unsigned(leafSize)
  if (leaf > 0xffff_ffffn) raise(OverflowError, 'leaf_size is too large')
  const offset = unsigned(nodeOffset)
  if (most === 32 && offset > 0xffff_ffff_ffffn) raise(OverflowError, 'node_offset is too large')
  between('node_depth', nodeDepth, 0, 255)
  between('inner_size', innerSize, 0, most, `inner_size must be between 0 and is ${most}`)
  const digest = new Blake2Digest(algorithm, {
    digestSize, key: atMost('key', key, most), salt: checkedSalt, person: checkedPerson, fanout, depth,
    leafSize: Number(leaf), nodeOffset: offset, nodeDepth, innerSize, lastNode,
  })
  digest.update(inputOf(data, py))
  return digest
}

function blake2(variant: Variant): PyType {
  const { name, digestSize, saltSize } = variant
  class PyAlgorithm extends PyBlake2 {}
  const parameters =
    `data: object = b'', /, *, digest_size: cint = ${digestSize}, key: buffer = b'', salt: buffer = b'', ` +
    "person: buffer = b'', fanout: cint = 1, depth: cint = 1, leaf_size: int = 0, node_offset: int = 0, " +
    'node_depth: cint = 0, inner_size: cint = 0, last_node: bool = False, usedforsecurity: bool = True'
  const bind = makeArguments(new BuiltinDefinition(`${name}(${parameters})`, '', (() => None) as never, 'function', {}))
  return defineType<string, PyBlake2>(`_blake2.${name}(${parameters})`, {
    doc: `A ${name} digest under way.`,
    instance: PyAlgorithm,
    newRaw: (_cls, args, names, py) => new PyAlgorithm(start(variant, bind(args, names, py) as Arguments, py)),
    methods: () => [
      method('copy(self, /)', 'A copy that goes on by itself.', (self) => new PyAlgorithm(self.digest.copy())),
      method('digest(self, /)', 'The digest as bytes.', (self) => newBytes(self.digest.digest())),
      method('hexdigest(self, /)', 'The digest as hexadecimal digits.', (self) => narrowStr(toHex(self.digest.digest()))),
      method('update(self, data: object, /)', 'Take in more bytes.', (self, data, py) => self.digest.update(inputOf(data, py))),
    ],
    attributes: () => ({
      name: { get: () => narrowStr(name) },
      block_size: { get: (self) => smallInt(self.digest.blockSize) },
      digest_size: { get: (self) => smallInt(self.digest.parameters.digestSize) },
    }),
    constants: () => ({
      SALT_SIZE: smallInt(saltSize),
      PERSON_SIZE: smallInt(saltSize),
      MAX_KEY_SIZE: smallInt(digestSize),
      MAX_DIGEST_SIZE: smallInt(digestSize),
    }),
  })
}

const types = variants.map(blake2)

export const _blake2 = defineModule('_blake2', () => ({
  doc: 'BLAKE2.',
  types,
  constants: () =>
    Object.fromEntries(
      variants.flatMap(({ name, digestSize, saltSize }) => {
        const sizes = { SALT_SIZE: saltSize, PERSON_SIZE: saltSize, MAX_KEY_SIZE: digestSize, MAX_DIGEST_SIZE: digestSize }
        return Object.entries(sizes).map(([size, value]): [string, Value] => [`${name.toUpperCase()}_${size}`, smallInt(value)])
      }),
    ),
}))
