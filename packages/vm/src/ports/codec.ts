// marshal, as the machine needs it (code objects, `.pyc`, the `marshal` module).
import type { CodeObject } from '@pellucid/opcode-spec'

export interface Codec {
  /** A code object from `.pyc` payload bytes; throws the marshal package's typed error. */
  loadCode(bytes: Uint8Array): CodeObject
  /** Payload bytes of a code object, as py_compile writes them. */
  dumpCode(code: CodeObject): Uint8Array
}
