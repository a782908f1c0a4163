// re.Match.
import { PyObject, type Visit } from '../../data/object.ts'
import { newDict } from '../../data/dict.ts'
import { newTuple } from '../../data/sequences.ts'
import { asInt, newInt, newStr, None, type Value } from '../../data/values.ts'
import { classMethod, methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import { IndexError } from '../../protocols/exceptions.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { typeOf } from '../../data/type.ts'
import type { Thread } from '../../thread.ts'
import type { Matcher } from './engine.ts'
import type { PyPattern } from './pattern-layout.ts'
import type { Subject } from './subject.ts'
import { compileTemplate, expandTemplate } from './template.ts'

export class PyMatch extends PyObject {
  readonly pattern: PyPattern
  readonly subject: Subject
  /** Start and end of group 0, 1, 2…; -1 for groups that took no part. */
  readonly spans: readonly number[]
  readonly from: number
  readonly to: number
  readonly lastIndex: number
  constructor(pattern: PyPattern, subject: Subject, spans: readonly number[], from: number, to: number, lastIndex: number) {
    super()
    this.pattern = pattern
    this.subject = subject
    this.spans = spans
    this.from = from
    this.to = to
    this.lastIndex = lastIndex
  }
  override traverse(visit: Visit): void {
    visit(this.pattern)
    visit(this.subject.value)
  }
  group(number: number, missing: Value): Value {
    const start = this.spans[number * 2] as number
    return start < 0 ? missing : this.subject.slice(start, this.spans[number * 2 + 1] as number)
  }
}

/** The match that a machine has just found from `begin` on; `pos` is where the search started. */
export function matchOf(pattern: PyPattern, matcher: Matcher, begin: number, pos: number): PyMatch {
  const spans = [begin, matcher.end]
  for (let i = 0; i < pattern.groups; i++) {
    const [start, end] = [matcher.marks[i * 2] as number, matcher.marks[i * 2 + 1] as number]
    // A group whose end was set by an earlier round than its start took no part.
    if (start >= 0 && end >= start) spans.push(start, end)
    else spans.push(-1, -1)
  }
  return new PyMatch(pattern, matcher.subject, spans, pos, matcher.to, matcher.lastIndex)
}

function groupNumber(self: PyMatch, key: Value, py: Thread): number {
  let number: number | undefined
  if (asInt(key) !== undefined || typeOf(key).slots.index !== undefined) number = Number(index(key, py))
  else {
    const found = self.pattern.groupIndex.get(key, py.keys)
    if (found !== undefined) number = Number(asInt(found))
  }
  if (number === undefined || number < 0 || number > self.pattern.groups) return raise(IndexError, 'no such group')
  return number
}

const method = methods<PyMatch>()
const place = (self: PyMatch, key: Value, side: 0 | 1, py: Thread): Value =>
  newInt(self.spans[groupNumber(self, key, py) * 2 + side] as number)

export const matchType = defineType('re.Match', {
  doc: 'What a pattern found.',
  instance: PyMatch,
  slots: {
    repr(self: PyMatch, py) {
      const [start, end] = self.spans as [number, number]
      return newStr(`<re.Match object; span=(${start}, ${end}), match=${reprText(self.group(0, None), py)}>`)
    },
    getitem: (self, key, py) => self.group(groupNumber(self, key, py), None),
  },
  methods: () => [
    method('group(self, /, *args)', 'Answer one group, or a tuple of several.', (self, args, py) => {
      if (args.length === 0) return self.group(0, None)
      const found = args.map((key) => self.group(groupNumber(self, key, py), None))
      return found.length === 1 ? (found[0] as Value) : newTuple(found)
    }, { text: null }),
    method('start(self, group: object = 0, /)', 'Answer where a group starts.', (self, key, py) => place(self, key, 0, py)),
    method('end(self, group: object = 0, /)', 'Answer where a group ends.', (self, key, py) => place(self, key, 1, py)),
    method('span(self, group: object = 0, /)', 'Answer where a group starts and ends.', (self, key, py) => {
      const number = groupNumber(self, key, py)
      return newTuple([newInt(self.spans[number * 2] as number), newInt(self.spans[number * 2 + 1] as number)])
    }),
    method('groups(self, /, default: object = None)', 'Answer all groups.', (self, missing) =>
      newTuple(Array.from({ length: self.pattern.groups }, (_, i) => self.group(i + 1, missing))),
    ),
    method('groupdict(self, /, default: object = None)', 'Answer the named groups.', (self, missing, py) => {
      const dict = newDict()
      const { keys, values } = self.pattern.groupIndex
      keys.forEach((key, i) => {
        if (key !== undefined) dict.set(key, self.group(Number(asInt(values[i] as Value)), missing), py.keys)
      })
      return dict
    }),
    method('expand(self, /, template: object)', 'Fill a template with the groups.', (self, template, py) =>
      expandTemplate(compileTemplate(self.pattern, template, py), self, py),
    ),
    method('__copy__(self, /)', 'Answer the match itself.', (self) => self),
    method('__deepcopy__(self, memo: object, /)', 'Answer the match itself.', (self) => self),
    classMethod('__class_getitem__(cls, object: object, /)', 'See PEP 585.', (cls, item, py) =>
      call(py.interpreter.genericAlias(py), [cls, item], py),
    ),
  ],
  attributes: () => ({
    string: { member: true, get: (self) => self.subject.value, doc: 'what was searched' },
    re: { member: true, get: (self) => self.pattern, doc: 'the pattern' },
    pos: { member: true, get: (self) => newInt(self.from), doc: 'where the search began' },
    endpos: { member: true, get: (self) => newInt(self.to), doc: 'where the search ended' },
    lastindex: { get: (self) => (self.lastIndex < 0 ? None : newInt(self.lastIndex)), doc: 'number of the last group matched' },
    lastgroup: {
      doc: 'name of the last group matched',
      get: (self) => (self.lastIndex < 0 ? None : (self.pattern.indexGroup[self.lastIndex] ?? None)),
    },
    regs: {
      get: (self) =>
        newTuple(Array.from({ length: self.pattern.groups + 1 }, (_, i) => newTuple([newInt(self.spans[i * 2] as number), newInt(self.spans[i * 2 + 1] as number)]))),
    },
  }),
})

