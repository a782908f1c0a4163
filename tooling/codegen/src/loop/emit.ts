// Writes the evaluation loop: one case an instruction, from the template where it has the instruction, otherwise a
// call of the typed handler with its operands taken off the stack as the instruction's effect says.
import { binaryOperators, compareOperators, instructions, parseEffect, real } from '@pellucid/opcode-spec'
import type { EffectItem, EffectText, Instruction } from '@pellucid/opcode-spec'
import { header, Writer } from '../writer.ts'
import { fusedCases, SPLIT } from './fusions.ts'
import type { Template } from './read.ts'

const globalValue = [
  'const globalCache = caches[ip - 1] as GlobalCache | undefined',
  'if (globalCache !== undefined && globalCache.globals === frame.globals.version && (globalCache.own || globalCache.builtins === frame.builtins.version)) {',
  '  value = globalCache.dict.values[globalCache.place]',
  '} else {',
  '  SAVE',
  '  value = loadGlobal(frame, arg, ip - 1)',
  '}',
]

/**
 * Names that cases share, with their types. Each name of its own would be a register of `run`, which is entered again
 * for every native function that calls back: a small frame is what keeps such recursion deep.
 */
const shared: Readonly<Record<string, string>> = {
  left: 'Value', right: 'Value', value: 'Value | undefined', owner: 'Value', key: 'Value', container: 'Value',
  item: 'Value | undefined', sum: 'number', rest: 'number', place: 'number', count: 'number', iterator: 'PyObject',
  iterable: 'Value', sequence: 'Value', exception: 'PyBaseException', entered: 'PyFrame', generator: 'PyGenerator',
  globalCache: 'GlobalCache | undefined', attributeCache: 'AttributeCache | undefined', methodCache: 'MethodCache | undefined', storeCache: 'StoreCache | undefined', made: 'PyObject', callee: 'Value', base: 'number',
  found: 'Value | undefined', several: 'readonly Value[]', below: 'PyFrame | undefined', list: 'PyList | undefined',
}

/** Turns the declaration of a shared name into an assignment. */
const undeclare = (line: string): string =>
  line.replace(/\b(?:const|let) (\w+)(?:: [\w |]+)? = /g, (text, name: string) => (name in shared ? `${name} = ` : text))

/** Registers read again after the running frame changed. */
const reload = [
  's = frame.slots', 'sp = frame.sp', 'ip = frame.ip', 'decoded = decode(frame.code)', 'codes = decoded.ops',
  'args = decoded.args', 'caches = decoded.caches', 'consts = frame.code.consts', 'names = frame.code.names',
]

function expand(lines: readonly string[]): string[] {
  const out: string[] = []
  for (const line of lines) {
    if (line.includes('LOAD_GLOBAL_VALUE')) {
      out.push(...expand(globalValue), line.replace('LOAD_GLOBAL_VALUE', 'value'))
      continue
    }
    if (line.trim() === 'RELOAD') {
      out.push(...reload)
      continue
    }
    out.push(
      undeclare(line)
        .replace(/\bSAVE\b/g, 'frame.ip = ip')
        .replace(/\bNEXT\b/g, 'continue')
        .replace(/ENTER\(([^\n]*)\) \}/g, 'entering = $1; break }')
        .replace(/^(\s*)ENTER\((.*)\)$/, '$1entering = $2\n$1break')
        .replace(/^RAISE\((.*)\)$/, 'exception = $1\nbreak raised')
        .replace(/^(\s*)LEAVE\((.*)\)$/, '$1result = $2\n$1break dispatch')
        .replace(/\bTypeError_\b/g, 'PyTypeError'),
    )
  }
  return out.flatMap((line) => line.split('\n'))
}

/** Ends with a jump of its own? */
const jumps = (lines: readonly string[]): boolean => /^(break|throw|return)\b/.test(lines.at(-1)?.trim() ?? '')

function emitCase(w: Writer, label: string, lines: readonly string[]): void {
  w.block(`case ${label}: {`, () => {
    const body = expand(lines)
    for (const line of body) w.line(line)
    if (!jumps(body)) w.line('continue')
  }, '}')
}

const count = (items: readonly EffectItem[]): { fixed: number; sized: string[] } => ({
  fixed: items.filter((item) => item.form === 'value').length,
  sized: items.flatMap((item) => (item.form === 'value' ? [] : [sizeText(item)])),
})
const sizeText = (item: EffectItem): string => (item.size ?? '0').replace(/oparg/g, 'arg').replace('arg == 3', '(arg === 3 ? 1 : 0)')

/** `sp - 2 - (arg)`: where an item starts, counted from the top. */
function place(items: readonly EffectItem[], from: number): string {
  const { fixed, sized } = count(items.slice(from))
  return ['sp', ...(fixed > 0 ? [String(fixed)] : []), ...sized.map((size) => `(${size})`)].join(' - ')
}

/** A case that calls the handler: operands by name, then what the outputs add. */
function handlerCase(opcode: string, instruction: Instruction): string[] {
  const { inputs, outputs } = parseEffect(instruction.effect as EffectText)
  const lines: string[] = ['SAVE']
  const operands: string[] = []
  inputs.forEach((item, i) => {
    if (item.name === 'unused') return
    const at = place(inputs, i)
    if (item.form === 'array') operands.push(`s.slice(${at}, ${place(inputs, i + 1)}) as Value[]`)
    else if (item.form === 'optional') operands.push(`${sizeText(item)} ? (s[${at}] as Value) : undefined`)
    else operands.push(`s[${at}] as Value`)
  })
  let kept = 0
  const same = (a: EffectItem | undefined, b: EffectItem | undefined): boolean => a !== undefined && b !== undefined && a.name === b.name && a.size === b.size
  while (kept < outputs.length && same(inputs[kept], outputs[kept])) kept++
  const added = outputs.slice(kept)
  const base = place(inputs, kept)
  const call = `ops.${opcode}(${['py', ...operands, 'arg', 'frame'].join(', ')})`
  if (added.length === 0) lines.push(call, ...(base === 'sp' ? [] : [`sp = ${base}`]))
  else if (added.length === 1 && added[0]?.form === 'value') lines.push(`const value = ${call} as Value`, `sp = ${base} + 1`, 's[sp - 1] = value')
  else {
    lines.push(`const several = ${call} as readonly Value[]`, `sp = ${base}`, 'for (let i = 0; i < several.length; i++) s[sp++] = several[i]')
  }
  return lines
}

const imports = `import { PyBuiltin, PyFunction, PyMethod, PyMethodDescriptor } from '../data/callables.ts'
import { PyCell } from '../data/code.ts'
import { PyDict } from '../data/dict.ts'
import { PyBaseException } from '../data/exception.ts'
import { Exit, HandledException, PyAsyncGenerator, PyGenerator, type PyFrame } from '../data/frame.ts'
import { PyListIterator, PyRangeIterator, PyTupleIterator } from '../data/iterators.ts'
import { PyModule } from '../data/module.ts'
import type { PyObject } from '../data/object.ts'
import { listAppend, listSet, newList, newTuple, PyList, PyTuple } from '../data/sequences.ts'
import { PyInstance } from '../data/shape.ts'
import type { KeywordNames } from '../data/slots.ts'
import { isSubtype, PyType, typeOf } from '../data/type.ts'
import { newInt, newStr, None, PyFloat, type NarrowStr, type SmallInt, type Str, type Value } from '../data/values.ts'
import { getAttr, setAttr } from '../protocols/attributes.ts'
import { call } from '../protocols/call.ts'
import { compare } from '../protocols/compare.ts'
import { IndexError, KeyError, StopAsyncIteration, StopIteration, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { same } from '../protocols/identity.ts'
import { iterate } from '../protocols/iterate.ts'
import { binary, inplace, operators } from '../protocols/number.ts'
import { invariant, newException, raise } from '../protocols/raise.ts'
import { contains, getItem, setItem } from '../protocols/subscript.ts'
import { truth } from '../protocols/truth.ts'
import type { Thread } from '../thread.ts'
import { bindFrame, copyFreeVariables } from './bind.ts'
import { cacheAttribute, cacheMethod, cacheStore, findMethod, type AttributeCache, type MethodCache, type StoreCache } from './cache-attributes.ts'
import { loadGlobal, type GlobalCache } from './cache-globals.ts'
import { buildMap, callDescriptor, instantiation, prepareMembers, pythonMethod, spreadArguments } from './calls.ts'
import { decode } from './decode.ts'
import { binaryByNumber } from './operators.ts'
import { makeGenerator, nextOrUndefined, resumeFrame, sendTo } from './generators.ts'
import { callExit, raiseStatement, withContext } from './raising.ts'
import { handlers as ops } from './ops/index.ts'
import { dictType, floatType, generatorType, listType, tupleType } from './hot-types.ts'
import { checkDepth, leaveFrame, raisedIn, unwindTo } from './unwind.ts'
import { mergeKeywords, unpackExactly, unpackWithRest } from './unpack.ts'
import { unboundDeref, unboundLocal } from './unbound.ts'`

/** The whole file. */
export function emitLoop(template: Template, source: string): string {
  const w = new Writer()
  w.line(imports)
  w.line().line('const MAX = Number.MAX_SAFE_INTEGER').line('const MIN = Number.MIN_SAFE_INTEGER').line('const HALF = 2 ** 52')
  w.line("const outOfRange = newStr('list index out of range')").line()
  w.line('/** Run `entry`, and every frame that it enters, until `entry` returns, yields or raises. */')
  w.block('export function run(py: Thread, entry: PyFrame): Value {', () => {
    w.line('let frame = entry')
    w.line('let s = frame.slots')
    w.line('let sp = frame.sp')
    w.line('let ip = frame.ip')
    w.line('let decoded = decode(frame.code)')
    w.line('let codes = decoded.ops')
    w.line('let args = decoded.args')
    w.line('let caches = decoded.caches')
    w.line('let consts = frame.code.consts')
    w.line('let names = frame.code.names')
    w.line('let arg = 0')
    w.line('let budget = py.budget')
    w.line('let reraising = false')
    w.line('let entering: PyFrame | undefined')
    w.line('let result: Value = None')
    w.line('let reraiseAt = -1')
    for (const [name, type] of Object.entries(shared)) w.line(`let ${name}!: ${type}`)
    w.block('unwound: for (;;) {', () => {
      w.block('try {', () => {
        w.block('for (;;) {', () => {
          w.block('raised: {', () => {
          w.block('dispatch: {', () => {
            w.line('arg = args[ip] as number')
            w.block('switch (codes[ip++]) {', () => emitCases(w, template), '}')
            w.line('// A frame is entered.')
            w.line('entered = entering as PyFrame')
            w.line('// Refused bytecode raises here, in the caller.')
            w.line('decode(entered.code)')
            w.line('checkDepth(py)')
            w.line('frame.sp = sp')
            w.line('entered.back = frame')
            w.line('frame = entered')
            w.line('py.frame = frame')
            for (const line of reload) w.line(line)
            w.line('continue')
          }, '}')
          w.line('// The frame is left with `result`.')
          w.line('entered = frame')
          w.line('below = leaveFrame(entered, py)')
          w.line('if (entered.exit === Exit.ENTRY || below === undefined) { py.budget = budget; return result }')
          w.line('frame = below')
          for (const line of reload) w.line(line)
          w.block('if (entered.exit === Exit.INIT) {', () => {
            w.line('if (result !== None) raise(PyTypeError, `__init__() should return None, not \'${typeOf(result).name}\'`)')
            w.line('result = entered.instance as Value')
          }, '} else if (entered.exit === Exit.GENERATOR && entered.finished) ip = entered.returnTo')
          w.line('s[sp++] = result')
          w.line('continue')
          }, '}')
          w.line('// `exception` is raised by the running instruction: no need to throw what is caught right here.')
          w.line('frame.ip = ip')
          w.line('below = unwindTo(exception, frame, reraising, reraiseAt, py)')
          w.line('reraising = false')
          w.line('reraiseAt = -1')
          w.line('if (below === undefined) { py.budget = budget; break unwound }')
          w.line('frame = below')
          for (const line of reload) w.line(line)
        }, '}')
      }, '} catch (caught) {')
      w.block('', () => {
        w.line('frame.ip = ip')
        w.line('exception = raisedIn(caught, py)')
        w.line('below = unwindTo(exception, frame, false, -1, py)')
        w.line('reraising = false')
        w.line('reraiseAt = -1')
        w.line('if (below === undefined) { py.budget = budget; throw exception }')
        w.line('frame = below')
        for (const line of reload) w.line(line)
      }, '}')
    }, '}')
    w.line('throw exception')
  }, '}')
  return header('loop', source) + w.toString()
}

function emitCases(w: Writer, template: Template): void {
  for (const [name, instruction] of Object.entries(instructions) as [string, Instruction][]) {
    if (!(name in real) || name === 'BINARY_OP' || name === 'COMPARE_OP') continue
    const body = template.get(name)
    if (name === 'ENTER_EXECUTOR') continue
    emitCase(w, String(instruction.code), [`// ${name}`, ...(body ?? handlerCase(name, instruction))])
  }
  emitCase(w, String(SPLIT.LOAD_METHOD), ['// LOAD_ATTR of a method', ...(template.get('LOAD_METHOD') ?? [])])
  emitCase(w, String(SPLIT.LOAD_GLOBAL_NULL), ['// LOAD_GLOBAL of a callable', ...(template.get('LOAD_GLOBAL_NULL') ?? [])])
  binaryOperators.forEach(([, symbol], number) => {
    const lines = template.get(`BINARY ${symbol}`) ?? inplaceForm(template, symbol) ?? template.get('BINARY other') ?? []
    emitCase(w, String(SPLIT.BINARY + number), [`// BINARY_OP ${symbol}`, ...lines.map((line) => line.replace('OPERATOR', String(number)))])
  })
  compareOperators.forEach((symbol, number) => {
    const script = symbol === '==' ? '===' : symbol === '!=' ? '!==' : symbol
    const fill = (line: string): string => line.replace(/SYMBOL/g, script).replace('NUMBER', String(number))
    emitCase(w, String(SPLIT.COMPARE + number), [`// COMPARE_OP ${symbol}`, ...(template.get('COMPARE') ?? []).map(fill)])
  })
  for (const { name, number, lines } of fusedCases(template)) emitCase(w, String(number), [`// ${name}`, ...lines])
  w.line("default: invariant(false, `no such instruction: ${codes[ip - 1]}`)")
}

/** `x += y` is `x + y` that asks for the in-place slot first. */
function inplaceForm(template: Template, symbol: string): string[] | undefined {
  if (!symbol.endsWith('=')) return undefined
  return template.get(`BINARY ${symbol.slice(0, -1)}`)?.map((line) => line.replace('binary(left', 'inplace(left'))
}
