// Writing plain data and code objects.
import type { CodeObject } from '@pellucid/opcode-spec'
import { GraphBuilder } from './graph/builder.ts'
import { NodeInspector } from './graph/node-inspector.ts'
import type { MarshalValue } from './values.ts'
import { write } from './writer.ts'
import type { WriteOptions } from './writer.ts'

/** How to write plain data. */
export interface DumpOptions extends WriteOptions {
  /**
   * Strs that were interned before the code was compiled, besides builtins' names and the code's own
   * identifiers, such as what earlier imports of the same process left. Hardly ever matters.
   */
  readonly interned?: Iterable<string>
}

/**
 * The bytes of a value, for `loads` of any Python. Raises MarshalError only.
 * Equal strs and numbers count as one object, everything else goes by its JavaScript identity.
 * @example
 * dumps([1, null], 2)   // [0x28, 2, 0, 0, 0, 0x69, 1, 0, 0, 0, 0x4e]
 */
export function dumps(value: MarshalValue, version = 4, options: DumpOptions = {}): Uint8Array {
  const builder = new GraphBuilder(options.interned)
  const node = builder.value(value)
  return write(new NodeInspector(builder.count), node, { ...options, version })
}

/**
 * The bytes of a code object exactly as `py_compile` writes them: every reference flag is computed from
 * the values in the code tree.
 * @example
 * dumpsCode(compileTree(parse('x = 1'), 'x.py'))[0]   // 0xe3
 */
export function dumpsCode(code: CodeObject, options: DumpOptions = {}): Uint8Array {
  return dumps(code, options.version ?? 4, options)
}
