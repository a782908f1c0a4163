// Calls of Python functions: without a frame where the function allows it, else with one.
import type { PyFunction } from '../data/callables.ts'
import type { PyCode } from '../data/code.ts'
import type { Value } from '../data/values.ts'
import type { Assembly } from './assembly.ts'
import { isFit, Direct, type WriteDirect } from './direct.ts'
import { item, type Item } from './item.ts'

const known = new WeakMap<PyCode, Direct>()
let write: WriteDirect = () => undefined

/** What writes their code: it calls what is here. */
export function bindWriter(writer: WriteDirect): void {
  write = writer
}

/** The function's code to be called without a frame; undefined where that cannot be. */
export function directOf(func: PyFunction): Direct | undefined {
  if (!isFit(func.code)) return undefined
  let direct = known.get(func.code)
  if (direct === undefined) known.set(func.code, (direct = new Direct(func, write)))
  return direct.fits && direct.globals === func.globals && direct.builtins === func.builtins ? direct : undefined
}

/** A call of a Python function that the code has under `name`, by position and then by `names`. */
export interface FunctionCall {
  readonly name: string
  readonly func: PyFunction
  readonly args: readonly Item[]
  readonly names: readonly string[]
  /** The instance that is being made, if the function is its `__init__`. */
  readonly made?: Item
}

/** Write the call, its operands off the stack; false where it has to have a frame. */
export function callDirectly(a: Assembly, call: FunctionCall): boolean {
  const direct = a.unit.generic.has(a.at) ? undefined : directOf(call.func)
  if (direct === undefined) return false
  const args = arrange(a, call)
  if (args === undefined) return false
  direct.prepare(call.func, args.map(({ sample }) => sample))
  if (!direct.fits) return false
  const room = a.unit.frameless ? 'room' : a.made('int', 'Math.min(room, py.interpreter.recursionLimit - py.depth)').name
  a.line(`if (${room} <= 0) ${a.leaving(a.before, false)}`)
  const texts = a.allBoxed(args)
  const value = a.fresh('t')
  if (!a.unit.frameless) a.line('R.budget = budget')
  a.line(`const ${value} = ${a.object(direct)}.call(${['py', `${room} - 1`, call.name, ...texts].join(', ')})`)
  if (!a.unit.frameless) a.line('budget = R.budget')
  a.line(`if (${value} === undefined) ${a.unfinished(direct, call.made)}`)
  a.push(call.made ?? item(value, 'any', direct.result))
  return true
}

/** The arguments by parameter; undefined where they do not fit, which is the interpreter's to report. */
function arrange(a: Assembly, { name, func, args, names }: FunctionCall): Item[] | undefined {
  const { argcount, kwonlyargcount, posonlyargcount, localsplusnames } = func.code.data
  const total = argcount + kwonlyargcount
  const given = args.length - names.length
  if (given > argcount) return undefined
  const placed: (Item | undefined)[] = args.slice(0, given)
  while (placed.length < total) placed.push(undefined)
  for (const [i, text] of names.entries()) {
    const place = localsplusnames.indexOf(text, posonlyargcount)
    if (place < 0 || place >= total || placed[place] !== undefined) return undefined
    placed[place] = args[given + i]
  }
  const found: Item[] = []
  for (let i = 0; i < total; i++) {
    const value = placed[i] ?? defaultOf(a, name, func, i)
    if (value === undefined) return undefined
    found.push(value)
  }
  return found
}

function defaultOf(a: Assembly, name: string, func: PyFunction, place: number): Item | undefined {
  const { argcount, localsplusnames } = func.code.data
  const defaults = func.defaults?.items ?? []
  if (place < argcount) {
    const at = place - argcount + defaults.length
    if (at < 0) return undefined
    a.guard(`${name}.defaults !== undefined && ${name}.defaults.items.length === ${defaults.length}`)
    return a.made('any', `${name}.defaults.items[${at}]`, defaults[at])
  }
  const parameter = localsplusnames[place] as string
  const sample: Value | undefined = func.kwdefaults?.getStr(parameter)
  if (sample === undefined) return undefined
  const value = a.made('any', `${name}.kwdefaults?.getStr(${JSON.stringify(parameter)})`, sample)
  a.guard(`${value.name} !== undefined`)
  return value
}
