// Going over all matches of a subject.
import { PyObject, type Visit } from '../../data/object.ts'
import { None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import type { Thread } from '../../thread.ts'
import { Matcher } from './engine.ts'
import { matchOf, type PyMatch } from './match.ts'
import type { PyPattern } from './pattern-layout.ts'
import type { Subject } from './subject.ts'

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

/** Where a scan of a subject has come to. */
export class ScanState {
  readonly pattern: PyPattern
  readonly matcher: Matcher
  readonly from: number
  at: number
  done = false
  constructor(pattern: PyPattern, subject: Subject, pos: number, endpos: number, py: Thread) {
    const to = clamp(endpos, 0, subject.length)
    this.pattern = pattern
    this.from = clamp(pos, 0, subject.length)
    this.at = this.from
    this.done = this.from > to
    this.matcher = new Matcher(pattern.program, pattern.groups, subject, 0, to, () => {
      py.budget = py.tick()
    })
  }
}

/** The next match; undefined at the end. After an empty match, the next at the same place must not be empty. */
export function nextMatch(state: ScanState, how: 'search' | 'match'): PyMatch | undefined {
  const { matcher, pattern } = state
  if (state.done) return undefined
  const begin = how === 'search' ? matcher.search(state.at) : matcher.matchAt(state.at) ? state.at : -1
  if (begin < 0) {
    state.done = true
    return undefined
  }
  const found = matchOf(pattern, matcher, begin, state.from)
  state.at = matcher.end
  // Only a match that itself moves may start where an empty one was.
  matcher.mustAdvanceFrom = matcher.end === begin ? begin : -1
  return found
}

export class PyScanner extends PyObject {
  readonly state: ScanState
  constructor(state: ScanState) {
    super()
    this.state = state
  }
  override traverse(visit: Visit): void {
    visit(this.state.pattern)
    visit(this.state.matcher.subject.value)
  }
}

export function newScanner(pattern: PyPattern, subject: Subject, pos: number, endpos: number, py: Thread): PyScanner {
  return new PyScanner(new ScanState(pattern, subject, pos, endpos, py))
}

const method = methods<PyScanner>()
const step = (self: PyScanner, how: 'search' | 'match'): Value => nextMatch(self.state, how) ?? None

export const scannerType = defineType('_sre.SRE_Scanner', {
  doc: 'A pattern on its way through a subject.',
  instance: PyScanner,
  definingClass: ['match', 'search'],
  methods: () => [
    method('match(self, /)', 'Match where the last match ended.', (self) => step(self, 'match')),
    method('search(self, /)', 'Find the next match.', (self) => step(self, 'search')),
  ],
  attributes: () => ({ pattern: { member: true, get: (self: PyScanner) => self.state.pattern, doc: 'the pattern' } }),
})
