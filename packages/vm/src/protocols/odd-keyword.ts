// Keywords that are not strings: `f(**{1: 2})`. In CPython most callees refuse them before they look at anything else; who
// gets the keywords as a dict comes to them in its own time, if ever. Here they travel among the names of a call, as a str
// whose text nobody can read: who counts names does so undisturbed, who looks for one raises what CPython raises.
import type { KeywordNames } from '../data/slots.ts'
import { PyWideStr, type Value } from '../data/values.ts'
import { TypeError as PyTypeError } from './exceptions.ts'
import { raise } from './raise.ts'

/** TypeError for a keyword that is not a str. */
export const refuseKeyword = (): never => raise(PyTypeError, 'keywords must be strings')

class OddKeyword extends PyWideStr {
  readonly key: Value
  constructor(key: Value) {
    super([])
    this.key = key
    Object.defineProperty(this, 'codePoints', { get: refuseKeyword })
  }
  override get text(): string {
    return refuseKeyword()
  }
}

/** A keyword that is not a str, as a name among those of a call. */
export const oddKeyword = (key: Value): KeywordNames[number] => new OddKeyword(key) as unknown as KeywordNames[number]

export const isOdd = (name: KeywordNames[number]): boolean => name instanceof OddKeyword

/** What stands in the caller's dict for a name: for callees that make a dict, or a key, of their keywords. */
export const keywordKey = (name: KeywordNames[number]): Value => (name instanceof OddKeyword ? name.key : name)
