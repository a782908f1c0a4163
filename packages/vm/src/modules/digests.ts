// _md5, _sha1 and _sha2: the digests that hashlib falls back on (https://docs.python.org/3.13/library/hashlib.html).
import { BlockDigest, md5Hash, sha1Hash, sha224Hash, sha256Hash, sha384Hash, sha512Hash, toHex, type BlockHash } from '@pellucid/primitives'
import { newBytes } from '../data/bytes.ts'
import { PyObject } from '../data/object.ts'
import type { PyType } from '../data/type.ts'
import { asStr, narrowStr, smallInt, type Value } from '../data/values.ts'
import { fn, methods, type BuiltinDefinition } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { defineType } from '../object/define-type.ts'
import { bytesOrUndefined } from '../protocols/buffer.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'

abstract class PyDigest extends PyObject {
  readonly digest: BlockDigest
  constructor(digest: BlockDigest) {
    super()
    this.digest = digest
  }
}

/** The bytes that a digest takes in. */
export function inputOf(value: Value, py: Thread): Uint8Array {
  if (asStr(value) !== undefined) raise(PyTypeError, 'Strings must be encoded before hashing')
  return bytesOrUndefined(value, py) ?? raise(PyTypeError, 'object supporting the buffer API required')
}

const method = methods<PyDigest>()

interface Algorithm {
  readonly type: PyType
  readonly make: BuiltinDefinition
}

/** The class and the function of one algorithm. */
function algorithm(typeName: string, name: string, hash: BlockHash): Algorithm {
  class PyAlgorithm extends PyDigest {}
  const type = defineType<string, PyDigest>(typeName, {
    doc: `A ${name} digest under way.`,
    instance: PyAlgorithm,
    definingClass: ['copy'],
    methods: () => [
      method('copy(self, /)', 'A copy that goes on by itself.', (self) => new PyAlgorithm(self.digest.copy())),
      method('digest(self, /)', 'The digest as bytes.', (self) => newBytes(self.digest.digest())),
      method('hexdigest(self, /)', 'The digest as hexadecimal digits.', (self) => narrowStr(toHex(self.digest.digest()))),
      method('update(self, obj: object, /)', 'Take in more bytes.', (self, obj, py) => self.digest.update(inputOf(obj, py))),
    ],
    attributes: () => ({
      block_size: { get: () => smallInt(hash.blockSize) },
      name: { get: () => narrowStr(name) },
      digest_size: { get: () => smallInt(hash.digestSize) },
    }),
  })
  const source = `${name}(string: object = b'', *, usedforsecurity: bool = True)` as "f(string: object = b'', *, usedforsecurity: bool = True)"
  const make = fn(source, `A new ${name} digest.`, (string, _security, py) => {
    const made = new PyAlgorithm(new BlockDigest(hash))
    made.digest.update(inputOf(string, py))
    return made
  })
  return { type, make }
}

const sha2Algorithms = [
  algorithm('_sha2.SHA224Type', 'sha224', sha224Hash),
  algorithm('_sha2.SHA256Type', 'sha256', sha256Hash),
  algorithm('_sha2.SHA384Type', 'sha384', sha384Hash),
  algorithm('_sha2.SHA512Type', 'sha512', sha512Hash),
]
const md5Algorithm = algorithm('_md5.md5', 'md5', md5Hash)
const sha1Algorithm = algorithm('_sha1.sha1', 'sha1', sha1Hash)

export const _md5 = defineModule('_md5', () => ({
  doc: 'MD5.',
  functions: [md5Algorithm.make],
  constants: () => ({ MD5Type: md5Algorithm.type }),
}))

export const _sha1 = defineModule('_sha1', () => ({
  doc: 'SHA-1.',
  functions: [sha1Algorithm.make],
  constants: () => ({ SHA1Type: sha1Algorithm.type }),
}))

export const _sha2 = defineModule('_sha2', () => ({
  doc: 'SHA-2.',
  functions: sha2Algorithms.map(({ make }) => make),
  types: sha2Algorithms.map(({ type }) => type),
}))
