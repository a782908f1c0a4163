// Calls that compiled code makes with its own frame saved, as the interpreter's CALL makes them. A Python function gets
// its frame; where it has been compiled it runs at once, in JavaScript's stack, else the interpreter goes on with it.
import { PyBuiltin, PyFunction, PyMethod, PyMethodDescriptor } from '../data/callables.ts'
import { Exit, type PyFrame } from '../data/frame.ts'
import type { KeywordNames } from '../data/slots.ts'
import { PyType } from '../data/type.ts'
import { None, type Value } from '../data/values.ts'
import { bindFrame } from '../eval/bind.ts'
import { callDescriptor, instantiation, prepareMembers } from '../eval/calls.ts'
import { registers, type Compiled } from '../eval/compiled.ts'
import { decode, Split } from '../eval/decode.ts'
import { numbering } from '../eval/numbering.generated.ts'
import { checkDepth } from '../eval/unwind.ts'
import { call } from '../protocols/call.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { typeOf } from '../data/type.ts'
import type { Thread } from '../thread.ts'

const START = numbering.get(Split.COMPILED_START)

/** CALL: the value; undefined when `py.frame` is a frame for the interpreter to go on with. */
export function callValue(py: Thread, frame: PyFrame, s: (Value | undefined)[], sp: number, arg: number, room: number): Value | undefined {
  const after = sp - arg - 2
  let callee = s[after] as Value
  let base = sp - arg
  if (s[base - 1] !== undefined) base--
  else if (callee instanceof PyMethod) {
    s[--base] = callee.self
    s[base - 1] = callee = callee.func
  }
  const count = sp - base
  if (callee instanceof PyFunction) return enter(py, frame, bindFrame(callee, s, base, count, undefined, py), after, room)
  if (callee instanceof PyMethodDescriptor && count > 0) return callDescriptor(callee, s, base, count, py)
  if (callee instanceof PyBuiltin) return callee.definition.direct(callee.self, s, base, count, py)
  const maker = callee instanceof PyType ? instantiation(callee) : undefined
  if (maker !== undefined) {
    const made = instance(callee as PyType)
    s[base - 1] = made
    const entered = bindFrame(maker, s, base - 1, count + 1, undefined, py)
    entered.exit = Exit.INIT
    entered.instance = made
    return enter(py, frame, entered, after, room)
  }
  return call(callee, s.slice(base, sp) as Value[], py)
}

/** CALL_KW of a Python function. */
export function callNamed(
  py: Thread, frame: PyFrame, func: PyFunction, s: (Value | undefined)[], base: number, count: number, names: KeywordNames, after: number, room: number,
): Value | undefined {
  return enter(py, frame, bindFrame(func, s, base, count, names, py), after, room)
}

/** A blank instance of a Python class. */
export function instance(cls: PyType): Value {
  const made = cls.allocate(cls)
  if (cls.memberCount > 0) prepareMembers(made, cls)
  return made
}

/** Run the frame of a call on top of the caller's, whose stack is `after` once the call has its operands. */
function enter(py: Thread, frame: PyFrame, entered: PyFrame, after: number, room: number): Value | undefined {
  const { ops, caches } = decode(entered.code)
  if (++py.depth > py.interpreter.recursionLimit) checkDepth(py)
  frame.sp = after
  entered.back = frame
  py.frame = entered
  if (ops[0] !== START || room <= 0 || registers.budget <= 1) return undefined
  registers.budget--
  entered.ip = 1
  const value = (caches[0] as Compiled).run(py, entered, entered.slots, room - 1)
  if (value === undefined) return undefined
  py.depth--
  py.frame = frame
  entered.finished = true
  if (entered.exit !== Exit.INIT) return value
  if (value !== None) raise(PyTypeError, `__init__() should return None, not '${typeOf(value).name}'`)
  return entered.instance
}
