// re.Pattern: matching, searching, splitting, replacing.
import { newBytes } from '../../data/bytes.ts'
import { newList, newTuple } from '../../data/sequences.ts'
import { Compare } from '../../data/slots.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, narrowStr, newInt, newStr, None, NotImplemented, strValue, type Value } from '../../data/values.ts'
import { classMethod, methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { builtinNamed } from '../../protocols/builtins-of.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { call, isCallable } from '../../protocols/call.ts'
import { equal } from '../../protocols/compare.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { newDict } from '../../data/dict.ts'
import { hashOf } from '../../protocols/hash.ts'
import { hashOfBytes } from '../../protocols/string-hash.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { newMappingProxy } from '../../types/mappingproxy.ts'
import { Matcher } from './engine.ts'
import { matchOf } from './match.ts'
import { PyPattern } from './pattern-layout.ts'
import { newScanner, nextMatch, ScanState } from './scanner.ts'
import { subjectOf, type Subject } from './subject.ts'
import { compileTemplate, expandTemplate, join, type PyTemplate } from './template.ts'

/** The subject of a call; TypeError when it is not of the pattern's kind. */
function checkedSubject(self: PyPattern, value: Value, py: Thread): Subject {
  const subject = subjectOf(value, py)
  if (subject === undefined) return raise(PyTypeError, `expected string or bytes-like object, got '${typeOf(value).tpName}'`)
  if (self.isBytes !== undefined && self.isBytes !== subject.isBytes) {
    raise(PyTypeError, self.isBytes ? 'cannot use a bytes pattern on a string-like object' : 'cannot use a string pattern on a bytes-like object')
  }
  return subject
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

function newMatcher(self: PyPattern, subject: Subject, pos: number, endpos: number, py: Thread): { matcher: Matcher; start: number; to: number } {
  const to = clamp(endpos, 0, subject.length)
  const start = clamp(pos, 0, subject.length)
  const matcher = new Matcher(self.program, self.groups, subject, 0, to, () => {
    py.budget = py.tick()
  })
  return { matcher, start, to }
}

function one(self: PyPattern, value: Value, pos: number, endpos: number, how: 'match' | 'fullmatch' | 'search', py: Thread): Value {
  const subject = checkedSubject(self, value, py)
  const { matcher, start, to } = newMatcher(self, subject, pos, endpos, py)
  if (start > to) return None
  matcher.full = how === 'fullmatch'
  if (how === 'search') {
    const at = matcher.search(start)
    return at < 0 ? None : matchOf(self, matcher, at, start)
  }
  return matcher.matchAt(start) ? matchOf(self, matcher, start, start) : None
}

const emptyOf = (subject: Subject): Value => (subject.isBytes ? newBytes(new Uint8Array(0)) : narrowStr(''))

function findAll(self: PyPattern, value: Value, pos: number, endpos: number, py: Thread): Value {
  const subject = checkedSubject(self, value, py)
  const state = new ScanState(self, subject, pos, endpos, py)
  const found: Value[] = []
  const empty = emptyOf(subject)
  for (;;) {
    const match = nextMatch(state, 'search')
    if (match === undefined) return newList(found)
    if (self.groups === 0) found.push(match.group(0, empty))
    else if (self.groups === 1) found.push(match.group(1, empty))
    else found.push(newTuple(Array.from({ length: self.groups }, (_, i) => match.group(i + 1, empty))))
  }
}

function split(self: PyPattern, value: Value, most: number, py: Thread): Value {
  const subject = checkedSubject(self, value, py)
  const state = new ScanState(self, subject, 0, subject.length, py)
  const parts: Value[] = []
  let last = 0
  for (let count = 0; most === 0 || count < most; count++) {
    const match = nextMatch(state, 'search')
    if (match === undefined) break
    parts.push(subject.slice(last, match.spans[0] as number))
    for (let i = 1; i <= self.groups; i++) parts.push(match.group(i, None))
    last = match.spans[1] as number
  }
  parts.push(subject.slice(last, subject.length))
  return newList(parts)
}

/** What a replacement is: text as it is, a template to fill, or a function to call. */
function replacement(self: PyPattern, repl: Value, py: Thread): { text: Value } | { template: PyTemplate } | { call: Value } {
  if (isCallable(repl)) return { call: repl }
  const text = asStr(repl)
  const plain = text !== undefined ? !strValue(text).includes('\\') : subjectOf(repl, py)?.units.includes(92) === false
  if (plain) return { text: repl }
  const template = compileTemplate(self, repl, py)
  return template.items.length === 0 ? { text: template.literal } : { template }
}

function substitute(self: PyPattern, repl: Value, value: Value, most: number, py: Thread): [Value, number] {
  const how = replacement(self, repl, py)
  const subject = checkedSubject(self, value, py)
  const state = new ScanState(self, subject, 0, subject.length, py)
  const parts: Value[] = []
  let last = 0
  let count = 0
  while (most === 0 || count < most) {
    const match = nextMatch(state, 'search')
    if (match === undefined) break
    const [start, end] = match.spans as [number, number]
    if (start > last) parts.push(subject.slice(last, start))
    if ('text' in how) parts.push(how.text)
    else if ('template' in how) parts.push(expandTemplate(how.template, match, py))
    else {
      const made = call(how.call, [match], py)
      if (made !== None) parts.push(made)
    }
    last = end
    count++
  }
  if (count === 0) return [subject.slice(0, subject.length), 0]
  if (last < subject.length) parts.push(subject.slice(last, subject.length))
  return [join(emptyOf(subject), parts, py), count]
}

/** Flags by name, as the repr shows them. */
const flagNames: readonly (readonly [string, number])[] = [
  ['re.IGNORECASE', 2], ['re.LOCALE', 4], ['re.MULTILINE', 8], ['re.DOTALL', 16], ['re.VERBOSE', 64], ['re.DEBUG', 128],
  ['re.ASCII', 256],
]

function patternRepr(self: PyPattern, py: Thread): string {
  let flags = self.flags
  // Patterns of str are Unicode unless told otherwise: not worth showing.
  if (self.isBytes === false && (flags & (4 | 256 | 32)) === 32) flags &= ~32
  const shown: string[] = []
  for (const [name, bit] of flagNames) {
    if ((flags & bit) === 0) continue
    shown.push(name)
    flags &= ~bit
  }
  if (flags !== 0) shown.push(`0x${flags.toString(16)}`)
  const text = reprText(self.pattern, py).slice(0, 200)
  return shown.length === 0 ? `re.compile(${text})` : `re.compile(${text}, ${shown.join('|')})`
}

/** Of the pattern, what it compiles to, and its flags. */
function patternHash(self: PyPattern, py: Thread): number | bigint {
  const words = new DataView(new ArrayBuffer(4 * self.code.length))
  self.code.forEach((word, i) => words.setUint32(4 * i, word, true))
  const rest = self.flags ^ Number(self.isBytes === true) ^ self.code.length
  const mixed = BigInt.asIntN(64, BigInt(hashOf(self.pattern, py)) ^ BigInt(hashOfBytes(new Uint8Array(words.buffer))) ^ BigInt(rest))
  return mixed === -1n ? -2 : newInt(mixed)
}

const method = methods<PyPattern>()

export const patternType = defineType('re.Pattern', {
  doc: 'A compiled regular expression.',
  instance: PyPattern,
  hasWeakrefs: true,
  slots: {
    repr: (self: PyPattern, py) => newStr(patternRepr(self, py)),
    hash: patternHash,
    richcompare(self, other, op, py) {
      if (!(other instanceof PyPattern) || (op !== Compare.EQ && op !== Compare.NE)) return NotImplemented
      const alike =
        self === other ||
        (self.flags === other.flags &&
          self.isBytes === other.isBytes &&
          self.code.length === other.code.length &&
          self.code.every((word, i) => word === other.code[i]) &&
          equal(self.pattern, other.pattern, py))
      return alike === (op === Compare.EQ)
    },
  },
  definingClass: ['finditer', 'fullmatch', 'match', 'scanner', 'search', 'sub', 'subn'],
  methods: () => [
    method('match(self, /, string: object, pos: index = 0, endpos: index = sys.maxsize)', 'Match at the start.', (self, string, pos, endpos, py) =>
      one(self, string, pos, endpos, 'match', py),
    ),
    method('fullmatch(self, /, string: object, pos: index = 0, endpos: index = sys.maxsize)', 'Match the whole.', (self, string, pos, endpos, py) =>
      one(self, string, pos, endpos, 'fullmatch', py),
    ),
    method('search(self, /, string: object, pos: index = 0, endpos: index = sys.maxsize)', 'Find the first match.', (self, string, pos, endpos, py) =>
      one(self, string, pos, endpos, 'search', py),
    ),
    method('sub(self, /, repl: object, string: object, count: index = 0)', 'Replace matches.', (self, repl, string, count, py) =>
      substitute(self, repl, string, count, py)[0],
    ),
    method('subn(self, /, repl: object, string: object, count: index = 0)', 'Replace matches, and count them.', (self, repl, string, count, py) => {
      const [text, made] = substitute(self, repl, string, count, py)
      return newTuple([text, newInt(made)])
    }),
    method('findall(self, /, string: object, pos: index = 0, endpos: index = sys.maxsize)', 'List all matches.', (self, string, pos, endpos, py) =>
      findAll(self, string, pos, endpos, py),
    ),
    method('split(self, /, string: object, maxsplit: index = 0)', 'Split at the matches.', (self, string, most, py) => split(self, string, most, py)),
    method('finditer(self, /, string: object, pos: index = 0, endpos: index = sys.maxsize)', 'Iterate over all matches.', (self, string, pos, endpos, py) => {
      const scanner = newScanner(self, checkedSubject(self, string, py), pos, endpos, py)
      const search = getAttr(scanner, narrowStr('search'), py)
      return call(builtinNamed('iter', py), [search, None], py)
    }),
    method('scanner(self, /, string: object, pos: index = 0, endpos: index = sys.maxsize)', 'Answer a scanner.', (self, string, pos, endpos, py) =>
      newScanner(self, checkedSubject(self, string, py), pos, endpos, py),
    ),
    method('__copy__(self, /)', 'Answer the pattern itself.', (self) => self),
    method('__deepcopy__(self, memo: object, /)', 'Answer the pattern itself.', (self) => self),
    classMethod('__class_getitem__(cls, object: object, /)', 'See PEP 585.', (cls, item, py) =>
      call(py.interpreter.genericAlias(py), [cls, item], py),
    ),
  ],
  attributes: () => ({
    pattern: { member: true, get: (self) => self.pattern, doc: 'the source' },
    flags: { member: true, get: (self) => newInt(self.flags), doc: 'the flags' },
    groups: { member: true, get: (self) => newInt(self.groups), doc: 'the number of groups' },
    groupindex: { get: (self) => (self.groupIndex.size === 0 ? newDict() : newMappingProxy(self.groupIndex)), doc: 'names of groups' },
  }),
})
