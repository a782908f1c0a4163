// Calls. Of builtins: as the interpreter makes them, a few done on the spot. Of Python functions: see functions.ts.
import { opcodes } from '@pellucid/opcode-spec'
import { PyBuiltin, PyFunction, PyMethodDescriptor } from '../data/callables.ts'
import { PyTuple } from '../data/sequences.ts'
import { PyType } from '../data/type.ts'
import type { Value } from '../data/values.ts'
import { instantiation } from '../eval/calls.ts'
import type { Assembly } from './assembly.ts'
import type { Emitter } from './emitter.ts'
import { callDirectly } from './functions.ts'
import { item, type Item } from './item.ts'
import { shortcutOf } from './shortcuts.ts'

/** A call with its operands off the stack; the receiver is the first argument where there is one. */
export interface Call {
  readonly callee: Item
  readonly args: readonly Item[]
  /** Place of the first argument in the frame's slots. */
  readonly base: number
}

/** Take callable, receiver and arguments; undefined where it is not known whether there is a receiver. */
function operands(a: Assembly, count: number): Call | undefined {
  const args = a.values.splice(a.values.length - count, count)
  const self = a.pop()
  const callee = a.pop()
  if (self.kind === 'unbound') return { callee, args, base: a.values.length + 2 }
  if (self.kind === 'any' && self.sample === undefined) return undefined
  if (self.kind === 'any') a.guard(`${self.name} !== undefined`)
  return { callee, args: [self, ...args], base: a.values.length + 1 }
}

const plainCall: Emitter = (a, { arg }) => {
  const call = operands(a, arg)
  if (call === undefined || !callKnown(a, call, [])) general(a, arg)
}

/** The interpreter's CALL. */
function general(a: Assembly, arg: number): void {
  a.save()
  const value = a.fresh('t')
  a.line('R.budget = budget')
  a.line(`const ${value} = callValue(py, frame, s, ${a.before.values.length}, ${arg}, room)`)
  a.line('budget = R.budget')
  a.line(`if (${value} === undefined) ${a.unfinished({ fits: true })}`)
  a.push(item(value, 'any'))
}

/** The function that is called, tested to have the code that was seen. */
function functionOf(a: Assembly, { sample, constant, name, kind }: Item): PyFunction | undefined {
  if (!(sample instanceof PyFunction) || a.unit.generic.has(a.at)) return undefined
  if (!constant && kind === 'any') {
    const fields = (['code', 'globals', 'builtins'] as const).map((field) => ` && ${name}.${field} === ${a.object(sample[field])}`)
    a.guard(`${name} instanceof PyFunction${fields.join('')}`)
  }
  return sample
}

function callKnown(a: Assembly, call: Call, names: readonly string[]): boolean {
  const { callee, args } = call
  const func = functionOf(a, callee)
  if (func !== undefined) return callDirectly(a, { name: callee.name, func, args, names })
  if (!callee.constant || a.unit.generic.has(a.at)) return false
  const { sample } = callee
  if (sample instanceof PyType) return callType(a, call, sample, names)
  if (names.length > 0 || !(sample instanceof PyMethodDescriptor || sample instanceof PyBuiltin)) return false
  if (shortcutOf(sample)?.(a, call) === true) return true
  if (sample instanceof PyMethodDescriptor && args.length === 0) return false
  a.save()
  if (sample instanceof PyMethodDescriptor) a.push1('any', `callDescriptor(${a.object(sample)}, s, ${call.base}, ${args.length}, py)`)
  else {
    const self = sample.self === undefined ? 'undefined' : a.object(sample.self)
    a.push1('any', `${a.object(sample.definition)}.direct(${self}, s, ${call.base}, ${args.length}, py)`)
  }
  return true
}

/** A Python class whose `__init__` always answers None. */
function callType(a: Assembly, { args }: Call, cls: PyType, names: readonly string[]): boolean {
  const func = instantiation(cls)
  if (func === undefined || !answersNone(func)) return false
  a.guard(`${a.object(cls)}.version === ${cls.version}`)
  const made = a.made('any', `instance(${a.object(cls)})`)
  return callDirectly(a, { name: a.object(func), func, args: [made, ...args], names, made })
}

function answersNone({ code: { data } }: PyFunction): boolean {
  for (let at = 0; at < data.code.length; at += 2) if (data.code[at] === opcodes.RETURN_VALUE) return false
  return true
}

const keywordCall: Emitter = (a, { arg }) => {
  const names = a.pop().sample
  const call = operands(a, arg)
  if (call === undefined || !(names instanceof PyTuple)) return a.end()
  if (!callKnown(a, call, names.items.map((name: Value) => String(name)))) a.end()
}

export const calls: ReadonlyMap<number, Emitter> = new Map<number, Emitter>([
  [opcodes.CALL, plainCall],
  [opcodes.CALL_KW, keywordCall],
])
