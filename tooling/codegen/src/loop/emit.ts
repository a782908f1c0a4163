// Writes the evaluation loop: one case an instruction, from the template where it has the instruction, otherwise a
// call of the typed handler with its operands taken off the stack as the instruction's effect says.
import { binaryOperators, compareOperators, instructions, parseEffect, real } from '@pellucid/opcode-spec'
import type { EffectItem, EffectText, Instruction } from '@pellucid/opcode-spec'
import { header, Writer } from '../writer.ts'
import type { Template } from './read.ts'

const SPLIT = { BINARY: 300, COMPARE: 340, LOAD_METHOD: 350, LOAD_GLOBAL_NULL: 351 }

const globalValue = [
  'const cache = caches[ip - 1] as GlobalCache | undefined',
  'let value: Value | undefined',
  'if (cache !== undefined && cache.globals === frame.globals.version && (cache.own || cache.builtins === frame.builtins.version)) {',
  '  value = cache.dict.values[cache.place]',
  '} else {',
  '  SAVE',
  '  value = loadGlobal(frame, arg, ip - 1)',
  '}',
]

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
      line
        .replace(/\bSAVE\b/g, 'frame.ip = ip')
        .replace(/\bNEXT\b/g, 'continue')
        .replace(/ENTER\(([^\n]*)\) \}/g, 'entering = $1; break }')
        .replace(/^(\s*)ENTER\((.*)\)$/, '$1entering = $2\n$1break')
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
    const name = item.name === 'function' ? 'func' : item.name
    const at = place(inputs, i)
    operands.push(name)
    if (item.form === 'array') lines.push(`const ${name} = s.slice(${at}, ${place(inputs, i + 1)}) as Value[]`)
    else if (item.form === 'optional') lines.push(`const ${name} = ${sizeText(item)} ? (s[${at}] as Value) : undefined`)
    else lines.push(`const ${name} = s[${at}] as Value`)
  })
  let kept = 0
  const same = (a: EffectItem | undefined, b: EffectItem | undefined): boolean => a !== undefined && b !== undefined && a.name === b.name && a.size === b.size
  while (kept < outputs.length && same(inputs[kept], outputs[kept])) kept++
  const added = outputs.slice(kept)
  const base = place(inputs, kept)
  const call = `ops.${opcode}(${['py', ...operands, 'arg', 'frame'].join(', ')})`
  if (added.length === 0) lines.push(call, ...(base === 'sp' ? [] : [`sp = ${base}`]))
  else if (added.length === 1 && added[0]?.form === 'value') lines.push(`const made = ${call} as Value`, `sp = ${base} + 1`, 's[sp - 1] = made')
  else {
    lines.push(`const made = ${call} as readonly Value[]`, `sp = ${base}`, 'for (let i = 0; i < made.length; i++) s[sp++] = made[i]')
  }
  return lines
}

const imports = `import { PyBuiltin, PyFunction, PyMethod, PyMethodDescriptor } from '../data/callables.ts'
import { PyCell } from '../data/code.ts'
import { PyDict } from '../data/dict.ts'
import { PyBaseException } from '../data/exception.ts'
import { Exit, HandledException, PyAsyncGenerator, PyGenerator, type PyFrame } from '../data/frame.ts'
import { PyListIterator, PyRangeIterator, PyTupleIterator } from '../data/iterators.ts'
import type { PyObject } from '../data/object.ts'
import { listAppend, listSet, PyList, PyTuple } from '../data/sequences.ts'
import { PyInstance } from '../data/shape.ts'
import type { KeywordNames } from '../data/slots.ts'
import { isSubtype, PyType, typeOf } from '../data/type.ts'
import { narrowStr, newInt, None, PyFloat, smallInt, type Str, type Value } from '../data/values.ts'
import { getAttr, setAttr } from '../protocols/attributes.ts'
import { call } from '../protocols/call.ts'
import { compare } from '../protocols/compare.ts'
import { IndexError, KeyError, StopAsyncIteration, StopIteration, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { same } from '../protocols/identity.ts'
import { iterate } from '../protocols/iterate.ts'
import { binary, inplace, operators } from '../protocols/number.ts'
import { invariant, raise, raiseWith } from '../protocols/raise.ts'
import { getItem, setItem } from '../protocols/subscript.ts'
import { truth } from '../protocols/truth.ts'
import type { Thread } from '../thread.ts'
import { bindFrame, copyFreeVariables } from './bind.ts'
import { cacheAttribute, cacheMethod, cacheStore, findMethod, hasOwnNames, type AttributeCache, type MethodCache, type StoreCache } from './cache-attributes.ts'
import { loadGlobal, type GlobalCache } from './cache-globals.ts'
import { callDescriptor, instantiation, prepareMembers, pythonMethod, spreadArguments } from './calls.ts'
import { decode } from './decode.ts'
import { binaryByNumber } from './operators.ts'
import { makeGenerator, nextOrUndefined, resumeFrame, sendTo } from './generators.ts'
import { callExit, raiseStatement, Reraise } from './raising.ts'
import { handlers as ops } from './ops/index.ts'
import { dictType, floatType, generatorType, listType, tupleType } from './hot-types.ts'
import { checkDepth, leaveFrame, raisedIn, unwindTo } from './unwind.ts'
import { mergeKeywords, unpackExactly, unpackWithRest } from './unpack.ts'
import { unboundDeref, unboundLocal } from './unbound.ts'`

/** The whole file. */
export function emitLoop(template: Template, source: string): string {
  const w = new Writer()
  w.line(imports)
  w.line().line('const MAX = Number.MAX_SAFE_INTEGER').line('const MIN = Number.MIN_SAFE_INTEGER').line('const HALF = 2 ** 52').line()
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
    w.line('let budget = py.budget')
    w.line('let reraising = false')
    w.line('let entering: PyFrame | undefined')
    w.line('let result: Value = None')
    w.line('let reraiseAt = -1')
    w.block('for (;;) {', () => {
      w.block('try {', () => {
        w.block('for (;;) {', () => {
          w.block('dispatch: {', () => {
            w.line('const arg = args[ip] as number')
            w.block('switch (codes[ip++]) {', () => emitCases(w, template), '}')
            w.line('// A frame is entered.')
            w.line('const entered = entering as PyFrame')
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
          w.line('const left = frame')
          w.line('const below = leaveFrame(left, py)')
          w.line('if (left.exit === Exit.ENTRY || below === undefined) { py.budget = budget; return result }')
          w.line('frame = below')
          for (const line of reload) w.line(line)
          w.block('if (left.exit === Exit.INIT) {', () => {
            w.line('if (result !== None) raise(PyTypeError, `__init__() should return None, not \'${typeOf(result).name}\'`)')
            w.line('result = left.instance as Value')
          }, '} else if (left.exit === Exit.GENERATOR && left.finished) ip = left.returnTo')
          w.line('s[sp++] = result')
        }, '}')
      }, '} catch (caught) {')
      w.block('', () => {
        w.line('frame.ip = ip')
        w.line('const exception = raisedIn(caught, frame, reraising, py)')
        w.line('const target = unwindTo(exception, frame, reraising || caught instanceof Reraise, reraiseAt, py)')
        w.line('reraising = false')
        w.line('reraiseAt = -1')
        w.line('if (target === undefined) { py.budget = budget; throw exception }')
        w.line('frame = target')
        for (const line of reload) w.line(line)
      }, '}')
    }, '}')
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
    const own = template.get(`BINARY ${symbol}`)
    const lines = own ?? (template.get('BINARY other') ?? []).map((line) => line.replace('OPERATOR', String(number)))
    emitCase(w, String(SPLIT.BINARY + number), [`// BINARY_OP ${symbol}`, ...lines])
  })
  compareOperators.forEach((symbol, number) => {
    const script = symbol === '==' ? '===' : symbol === '!=' ? '!==' : symbol
    const lines = (template.get('COMPARE') ?? []).map((line) => line.replace(/SYMBOL/g, script).replace('NUMBER', String(number)))
    emitCase(w, String(SPLIT.COMPARE + number), [`// COMPARE_OP ${symbol}`, ...lines])
  })
  w.line("default: invariant(false, `no such instruction: ${codes[ip - 1]}`)")
}
