// From the arguments of a call to the slots of a Python function's frame
// (https://docs.python.org/3.13/reference/expressions.html#calls). Messages are CPython's.
import { codeFlags } from '@pellucid/opcode-spec'
import type { PyFunction } from '../data/callables.ts'
import type { PyCell } from '../data/code.ts'
import { newDict } from '../data/dict.ts'
import { PyFrame } from '../data/frame.ts'
import { newTuple } from '../data/sequences.ts'
import type { KeywordNames } from '../data/slots.ts'
import { strValue, type Value } from '../data/values.ts'
import { SystemError, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { closestName } from '../protocols/suggest.ts'
import type { Thread } from '../thread.ts'
import { decode } from './decode.ts'

/** A frame for a call; `args[first … first + count)` are the arguments, the last `names.length` of them named. */
export function bindFrame(
  func: PyFunction,
  args: readonly (Value | undefined)[],
  first: number,
  count: number,
  names: KeywordNames | undefined,
  py: Thread,
): PyFrame {
  const code = func.code
  const decoded = decode(code)
  const slots = decoded.blank.slice()
  const locals = decoded.positions < 0 ? namespaceOf(func) : undefined
  const frame = new PyFrame(code, func, func.globals, func.builtins, locals, slots, decoded.places)
  const missing = decoded.positions - count
  if (names === undefined && missing >= 0) {
    if (missing === 0) {
      for (let i = 0; i < count; i++) slots[i] = args[first + i]
      return frame
    }
    const defaults = func.defaults?.items
    if (defaults !== undefined && missing <= defaults.length) {
      for (let i = 0; i < count; i++) slots[i] = args[first + i]
      const from = defaults.length - missing
      for (let i = 0; i < missing; i++) slots[count + i] = defaults[from + i]
      return frame
    }
  }
  bindSlowly(func, slots, args, first, count, names, py)
  return frame
}

/** Code of a module made a function has the globals as its namespace. */
const namespaceOf = ({ code, globals }: PyFunction): Value | undefined =>
  (code.data.flags & codeFlags.CO_OPTIMIZED) === 0 ? globals : undefined

function bindSlowly(
  func: PyFunction,
  slots: (Value | undefined)[],
  args: readonly (Value | undefined)[],
  first: number,
  count: number,
  names: KeywordNames | undefined,
  py: Thread,
): void {
  const { argcount, kwonlyargcount, posonlyargcount, flags, localsplusnames } = func.code.data
  const total = argcount + kwonlyargcount
  const named = names?.length ?? 0
  const given = count - named
  let keywords: ReturnType<typeof newDict> | undefined
  if (flags & codeFlags.CO_VARKEYWORDS) {
    keywords = newDict()
    slots[total + (flags & codeFlags.CO_VARARGS ? 1 : 0)] = keywords
  }
  const direct = Math.min(given, argcount)
  for (let i = 0; i < direct; i++) slots[i] = args[first + i]
  if (flags & codeFlags.CO_VARARGS) {
    slots[total] = newTuple(given > argcount ? (args.slice(first + argcount, first + given) as Value[]) : [])
  }
  for (let k = 0; k < named; k++) {
    const name = (names as KeywordNames)[k] as KeywordNames[number]
    const text = strValue(name)
    const value = args[first + given + k] as Value
    let place = -1
    for (let i = posonlyargcount; i < total; i++) {
      if (localsplusnames[i] === text) {
        place = i
        break
      }
    }
    if (place >= 0) {
      if (slots[place] !== undefined) raise(PyTypeError, `${title(func)}() got multiple values for argument '${text}'`)
      slots[place] = value
    } else if (keywords !== undefined) keywords.set(name, value, py.keys)
    else unexpectedKeyword(func, names as KeywordNames, text)
  }
  if (given > argcount && !(flags & codeFlags.CO_VARARGS)) tooMany(func, slots, given)
  if (given < argcount) {
    const defaults = func.defaults?.items ?? []
    const firstDefault = argcount - defaults.length
    const missing: string[] = []
    for (let i = given; i < firstDefault; i++) if (slots[i] === undefined) missing.push(localsplusnames[i] as string)
    if (missing.length > 0) reportMissing(func, 'positional', missing)
    for (let i = Math.max(given, firstDefault); i < argcount; i++) slots[i] ??= defaults[i - firstDefault]
  }
  if (kwonlyargcount > 0) {
    const missing: string[] = []
    for (let i = argcount; i < total; i++) {
      if (slots[i] !== undefined) continue
      const name = localsplusnames[i] as string
      const value = func.kwdefaults?.getStr(name)
      if (value === undefined) missing.push(name)
      else slots[i] = value
    }
    if (missing.length > 0) reportMissing(func, 'keyword-only', missing)
  }
}

function title(func: PyFunction): string {
  return strValue(func.qualname)
}

function unexpectedKeyword(func: PyFunction, names: KeywordNames, text: string): never {
  const { posonlyargcount, argcount, kwonlyargcount, localsplusnames } = func.code.data
  const positional = localsplusnames.slice(0, posonlyargcount)
  const wrong = names.map((name) => strValue(name)).filter((name) => positional.includes(name))
  if (wrong.length > 0) {
    raise(PyTypeError, `${title(func)}() got some positional-only arguments passed as keyword arguments: '${wrong.join(', ')}'`)
  }
  const candidates = localsplusnames.slice(posonlyargcount, argcount + kwonlyargcount)
  const close = closestName(text, candidates)
  const hint = close === undefined ? '' : `. Did you mean '${close}'?`
  return raise(PyTypeError, `${title(func)}() got an unexpected keyword argument '${text}'${hint}`)
}

function tooMany(func: PyFunction, slots: readonly (Value | undefined)[], given: number): never {
  const { argcount, kwonlyargcount } = func.code.data
  let keywordOnly = 0
  for (let i = argcount; i < argcount + kwonlyargcount; i++) if (slots[i] !== undefined) keywordOnly++
  const defaults = func.defaults?.items.length ?? 0
  const takes = defaults > 0 ? `from ${argcount - defaults} to ${argcount}` : `${argcount}`
  const plural = defaults > 0 || argcount !== 1 ? 's' : ''
  const extra =
    keywordOnly > 0
      ? ` positional argument${given !== 1 ? 's' : ''} (and ${keywordOnly} keyword-only argument${keywordOnly !== 1 ? 's' : ''})`
      : ''
  const verb = given === 1 && keywordOnly === 0 ? 'was' : 'were'
  return raise(PyTypeError, `${title(func)}() takes ${takes} positional argument${plural} but ${given}${extra} ${verb} given`)
}

function reportMissing(func: PyFunction, kind: string, names: readonly string[]): never {
  const quoted = names.map((name) => `'${name}'`)
  const listed =
    quoted.length === 1
      ? (quoted[0] as string)
      : quoted.length === 2
        ? quoted.join(' and ')
        : `${quoted.slice(0, -1).join(', ')}, and ${quoted[quoted.length - 1] as string}`
  const plural = names.length === 1 ? '' : 's'
  return raise(PyTypeError, `${title(func)}() missing ${names.length} required ${kind} argument${plural}: ${listed}`)
}

/** The cells of a function's free variables, copied into its frame by COPY_FREE_VARS. */
export function copyFreeVariables(frame: PyFrame, count: number): void {
  // Code that runs without a function (class bodies, exec) got its cells when the frame was made.
  const cells = frame.func?.closure
  if (frame.func === undefined) return
  if (cells === undefined || cells.length < count) return raise(SystemError, 'bad bytecode: a function lacks cells for its free variables')
  const start = frame.code.data.localsplusnames.length - count
  for (let i = 0; i < count; i++) frame.slots[start + i] = cells[i] as PyCell
}
