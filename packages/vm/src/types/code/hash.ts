// hash(code): of its parts in turn, instructions without their inline caches, as CPython scrambles them.
import { inlineCaches } from '@pellucid/opcode-spec'
import type { PyCode } from '../../data/code.ts'
import { newBytes } from '../../data/bytes.ts'
import { newTuple } from '../../data/sequences.ts'
import { newStr, type Value } from '../../data/values.ts'
import { hashOf } from '../../protocols/hash.ts'
import type { Thread } from '../../thread.ts'

const multiplier = 1_000_003n

/** `fields` are the attributes whose values are tuples and strings. */
export function codeHash({ data }: PyCode, fields: { readonly co_name: Value; readonly co_consts: Value; readonly co_names: Value }, py: Thread): number | bigint {
  let hash = 20_221_211n
  const add = (part: number | bigint): void => {
    hash = BigInt.asUintN(64, (hash ^ BigInt.asUintN(64, BigInt(part))) * multiplier)
  }
  const locals = newTuple(data.localsplusnames.map(newStr))
  for (const part of [fields.co_name, fields.co_consts, fields.co_names, locals, newBytes(data.linetable), newBytes(data.exceptiontable)]) {
    add(hashOf(part, py))
  }
  const { code } = data
  for (const part of [data.argcount, data.posonlyargcount, data.kwonlyargcount, data.flags, data.firstlineno, code.length / 2]) add(part)
  for (let at = 0; at < code.length; at += 2) {
    const opcode = code[at] as number
    add(opcode)
    add(code[at + 1] as number)
    at += 2 * (inlineCaches[opcode] ?? 0)
  }
  const signed = BigInt.asIntN(64, hash)
  return signed === -1n ? -2 : signed
}
