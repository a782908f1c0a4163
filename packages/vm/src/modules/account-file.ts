// /etc/passwd and /etc/group: lines of fields between colons, which pwd and grp read.
import { typeOf } from '../data/type.ts'
import { asInt, newStr, strValue, type Int, type Value } from '../data/values.ts'
import { HostError } from '../ports/host.ts'
import { decodeBuiltin } from '../protocols/codecs.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { index } from '../protocols/index-number.ts'
import { raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'

/** All bytes of a file; none of one that is not there. */
function contents(path: string, py: Thread): Uint8Array {
  const { files } = py.interpreter.host
  try {
    const fd = files.open(path, 0, 0)
    try {
      const bytes = new Uint8Array(files.fstat(fd).size)
      return bytes.subarray(0, files.read(fd, bytes))
    } finally {
      files.close(fd)
    }
  } catch (caught) {
    if (caught instanceof HostError) return new Uint8Array(0)
    throw caught
  }
}

/** The entries of a file whose lines have at least `count` fields. */
export function accountEntries(path: string, count: number, py: Thread): string[][] {
  const text = strValue(decodeBuiltin('utf-8', contents(path, py), 'surrogateescape', py))
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= count)
}

export const accountText = (field: string | undefined): Value => newStr(field ?? '')

/** The number of a user or a group as Python gives it. */
export function accountId(value: Value, what: string, py: Thread): Int {
  if (asInt(value) === undefined && typeOf(value).slots.index === undefined) raise(PyTypeError, `${what} should be integer, not ${typeOf(value).tpName}`)
  return index(value, py)
}
