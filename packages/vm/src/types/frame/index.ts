// frame and traceback.
import { positions } from '@pellucid/opcode-spec'
import { PyTraceback } from '../../data/exception.ts'
import { PyFrame } from '../../data/frame.ts'
import { newList } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { narrowStr, newInt, newStr, None, strValue, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { RuntimeError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { flagMember } from '../../protocols/member-values.ts'
import { raise } from '../../protocols/raise.ts'
import { address } from '../../protocols/repr.ts'
import { constantOf } from '../code/constants.ts'
import { asStr } from '../../data/values.ts'
import { frameLocals } from './locals.ts'

/** Byte offset of the instruction that a frame executes; -1 before the first. */
export function lastInstruction(frame: PyFrame): number {
  if (frame.ip === 0) return -1
  const decoded = frame.code.decoded as { offsets: Int32Array } | undefined
  return decoded?.offsets[frame.ip - 1] ?? 0
}

/** The source line of a byte offset; undefined for code that belongs to none. */
export function lineAt(frame: PyFrame, offset: number): number | undefined {
  const { linetable, firstlineno } = frame.code.data
  if (offset < 0) return firstlineno
  let unit = 0
  for (const at of positions(linetable, firstlineno)) {
    if (unit === offset) return at.lineno ?? undefined
    unit += 2
  }
  return undefined
}

const method = methods<PyFrame>()

export const frameType = defineType('frame', {
  doc: 'The running of a piece of code.',
  instance: PyFrame,
  slots: {
    repr(self: PyFrame) {
      const file = strValue(asStr(constantOf(self.code.data.filename)) ?? narrowStr('?'))
      const line = lineAt(self, lastInstruction(self)) ?? self.code.data.firstlineno
      return newStr(`<frame at ${address(self)}, file '${file}', line ${line}, code ${self.code.data.name}>`)
    },
  },
  methods: () => [
    method('clear(self, /)', 'Forget the local variables of a frame that has ended.', (self) => {
      if (self.generator !== undefined && !self.finished) {
        if (self.generator.state === 'running') raise(RuntimeError, 'cannot clear an executing frame')
        if (self.generator.state === 'suspended') raise(RuntimeError, 'cannot clear a suspended frame')
        self.generator.state = 'finished'
      } else if (!self.finished) raise(RuntimeError, 'cannot clear an executing frame')
      self.slots.fill(undefined)
      self.sp = self.code.data.localsplusnames.length
    }),
  ],
  attributes: () => ({
    f_back: {
      get(self, py) {
        void py
        return self.back ?? None
      },
    },
    f_code: { get: (self) => self.code },
    f_globals: { get: (self) => self.globals },
    f_builtins: { get: (self) => self.builtins },
    f_locals: { get: (self) => frameLocals(self) },
    f_lasti: { get: (self) => newInt(lastInstruction(self)) },
    f_lineno: {
      get(self) {
        const line = lineAt(self, lastInstruction(self))
        return line === undefined ? None : newInt(line)
      },
      set: (self, value, py) => py.interpreter.assignLine(self, value, py),
    },
    f_trace: { get: (self) => self.trace ?? None, set: (self, value) => void (self.trace = value === None ? undefined : value) },
    f_trace_lines: { member: true, get: (self) => self.traceLines, set: (self, value) => void (self.traceLines = flagMember(value)) },
    f_trace_opcodes: { get: (self) => self.traceOpcodes, set: (self, value) => void (self.traceOpcodes = flagMember(value)) },
  }),
})

const traceback = methods<PyTraceback>()
const nextOf = (value: Value | undefined): PyTraceback | undefined => {
  if (value === None) return undefined
  if (value instanceof PyTraceback) return value
  return raise(PyTypeError, `expected traceback object, got '${value === undefined ? 'NULL' : typeOf(value).name}'`)
}

export const tracebackType = defineType('traceback(tb_next: object, tb_frame: frame, tb_lasti: cint, tb_lineno: cint)', {
  doc: 'Where an exception came by.',
  instance: PyTraceback,
  new(_cls, next, frame, lasti, lineno) {
    return new PyTraceback(nextOf(next), frame, lasti, lineno)
  },
  methods: () => [
    traceback('__dir__(self, /)', 'List the attributes.', () =>
      newList(['tb_frame', 'tb_next', 'tb_lasti', 'tb_lineno'].map((name) => narrowStr(name))),
    ),
  ],
  attributes: () => ({
    tb_next: {
      get: (self: PyTraceback) => self.next ?? None,
      set(self, value) {
        if (value === undefined) raise(PyTypeError, "can't delete tb_next attribute")
        const next = nextOf(value)
        for (let at = next; at !== undefined; at = at.next) if (at === self) raise(ValueError, 'traceback loop detected')
        self.next = next
      },
    },
    tb_frame: { member: true, get: (self) => self.frame },
    tb_lasti: { member: true, get: (self) => newInt(self.lasti) },
    tb_lineno: {
      get(self) {
        const line = self.lineno ?? lineAt(self.frame as PyFrame, self.lasti)
        return line === undefined ? None : newInt(line)
      },
    },
  }),
})
