// Writes the evaluation loop: `run`, one case for each instruction that is worth it.
import { header, Writer } from '../writer.ts'
import type { NumberedCase } from './numbering.ts'

const globalValue = [
  'const globalCache = caches[ip - 1] as GlobalCache | undefined',
  'if (globalCache !== undefined && globalCache.globals === frame.globals.version && (globalCache.own || globalCache.builtins === (frame.builtins as PyDict).version)) {',
  '  value = globalCache.dict.values[globalCache.place]',
  '} else {',
  '  SAVE',
  '  value = loadGlobal(frame, arg, ip - 1, py)',
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
  below: 'PyFrame | undefined', list: 'PyList | undefined',
}

/** Turns the declaration of a shared name into an assignment. */
const undeclare = (line: string): string =>
  line.replace(/\b(?:const|let) (\w+)(?:: [\w |]+)? = /g, (text, name: string) => (name in shared ? `${name} = ` : text))

/** Registers read again when another frame runs. */
const reload = [
  's = frame.slots', 'sp = frame.sp', 'ip = frame.ip', 'decoded = frame.code.decoded as Decoded', 'codes = decoded.ops',
  'args = decoded.args', 'caches = decoded.caches', 'consts = decoded.consts',
]

/** The frame is compiled code's, unless somebody looks into it, as far as that goes. */
const compiled = [
  'if (frame.rare !== undefined) continue', 'frame.ip = ip', 'frame.sp = sp', 'registers.budget = budget',
  'value = (caches[place] as Compiled).run(py, frame, s, ROOM)', 'budget = registers.budget',
  'if (value !== undefined) { result = value; break dispatch }', 'frame = py.frame as PyFrame',
]

function expand(lines: readonly string[]): string[] {
  const out: string[] = []
  for (const line of lines) {
    if (line.includes('LOAD_GLOBAL_VALUE')) {
      out.push(...expand(globalValue), line.replace('LOAD_GLOBAL_VALUE', 'value'))
      continue
    }
    if (line === 'COMPILED') {
      out.push(...compiled, ...reload)
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
        .replace(/ENTER\(([^\n]*)\) \}/g, 'entering = $1; break enter }')
        .replace(/^(\s*)ENTER\((.*)\)$/, '$1entering = $2\n$1break enter')
        .replace(/\bARITHMETIC\b/g, 'break arithmetic')
        .replace(/\bCOMPARISON\b/g, 'break comparison')
        .replace(/^RAISE\((.*)\)$/, 'exception = $1\nbreak raised')
        .replace(/^(\s*)LEAVE\((.*)\)$/, '$1result = $2\n$1break dispatch')
        .replace(/\bTypeError_\b/g, 'PyTypeError'),
    )
  }
  return out.flatMap((line) => line.split('\n'))
}

/** Ends with a jump of its own? */
const jumps = (lines: readonly string[]): boolean => /^(break|continue|throw|return)\b/.test(lines.at(-1)?.trim() ?? '')

function emitCase(w: Writer, label: number, lines: readonly string[], traced: boolean): void {
  w.block(`case ${label}: {`, () => {
    const body = expand(lines).map((line) => (traced ? whileTraced(line) : line))
    for (const line of body) w.line(line)
    if (!jumps(body)) w.line('continue')
  }, '}')
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
import { IndexError, KeyError, StopAsyncIteration, StopIteration, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { same } from '../protocols/identity.ts'
import { iterate } from '../protocols/iterate.ts'
import { newException, raise } from '../protocols/raise.ts'
import { contains, getItem, missingItem, setItem } from '../protocols/subscript.ts'
import { truth } from '../protocols/truth.ts'
import type { Thread } from '../thread.ts'
import { bindFrame, copyFreeVariables } from './bind.ts'
import { cacheAttribute, cacheMethod, cacheStore, findMethod, type AttributeCache, type MethodCache, type StoreCache } from './cache-attributes.ts'
import { loadGlobal, type GlobalCache } from './cache-globals.ts'
import { callDescriptor, instantiation, prepareMembers, pythonMethod, spreadArguments } from './calls.ts'
import { registers, ROOM, type Compiled } from './compiled.ts'
import { decode, RARE, type Decoded } from './decode.ts'
import { arithmetic, comparison } from './operators.ts'
import { makeGenerator, nextOrUndefined, resumeFrame, sendTo } from './generators.ts'
import { raisable, raiseStatement, withContext } from './raising.ts'
import { rare } from './rare.generated.ts'
import { dictType, floatType, generatorType, listType, tupleType } from './hot-types.ts'
import { checkDepth, leaveGenerator, unwindTo } from './unwind.ts'
import { unpackExactly } from './unpack.ts'
import { unboundDeref, unboundLocal } from './unbound.ts'
import { enterBlock, exitOf } from './with-blocks.ts'`


const registers = [
  'let frame = entry', 'let s = frame.slots', 'let sp = frame.sp', 'let ip = frame.ip', 'let decoded = decode(frame.code)', 'let codes = decoded.ops',
  'let args = decoded.args', 'let caches = decoded.caches', 'let consts = decoded.consts', 'let arg = 0', 'let budget = py.budget',
  'let reraising = false', 'let entering: PyFrame | undefined', 'let result: Value = None', 'let reraiseAt = -1',
]

const comparisonTail = ['frame.ip = ip', 's[sp - 1] = comparison(left, right, arg, py)', 'continue']
const arithmeticTail = ['frame.ip = ip', 's[sp - 1] = arithmetic(left, right, arg, py)', 'continue']
const pauseTail = [
  '// The budget is used up; `arg` is the next instruction.', 'frame.ip = ip', 'frame.sp = sp', 'py.budget = py.pause()', 'frame.ip = arg', 'return undefined',
]
const enterTail = [
  '// A frame is entered.', 'entered = entering as PyFrame',
  '// Refused bytecode raises here, in the caller.', 'if (entered.code.decoded === undefined) decode(entered.code)',
  'if (++py.depth > py.interpreter.recursionLimit) checkDepth(py)', 'frame.sp = sp', 'entered.back = frame', 'frame = entered', 'py.frame = frame', ...reload, 'continue',
]
const leaveTail = [
  '// The frame is left with `result`.', 'entered = frame', 'entered.ip = ip', 'below = entered.back', 'py.depth--', 'py.frame = below',
  'if (entered.generator === undefined) entered.finished = true', 'else leaveGenerator(entered, py)',
  'if (entered.exit === Exit.ENTRY || below === undefined) { py.budget = budget; return result }',
  'frame = below',
  'if (entered.exit !== Exit.PUSH) {',
  '  if (entered.exit === Exit.INIT) {',
  '    if (result !== None) { raise(PyTypeError, `__init__() should return None, not \'${typeOf(result).name}\'`) }',
  '    result = entered.instance as Value',
  '  } else if (entered.finished) frame.ip = entered.returnTo',
  '}',
  'frame.slots[frame.sp++] = result', ...reload, 'continue',
]
const raisedTail = [
  '// `exception` is raised by the running instruction: no need to throw what is caught right here.', 'frame.ip = ip',
  'below = unwindTo(exception, frame, reraising, reraiseAt, py)', 'reraising = false', 'reraiseAt = -1',
  'if (below === undefined) { py.budget = budget; throw exception }', 'frame = below', ...reload, 'continue',
]

/** How the traced loop differs from the plain one: each instruction by itself, after whoever listens was told of it. */
const whileTraced = (line: string): string => line.replace('decoded.ops', 'singles(decoded)')
const stepHead = ['arg = step(py, frame, ip, sp)', 'if (arg < 0) { arg = ip; break pause }', 'if (arg !== ip) { ip = arg; sp = frame.sp }']

/** The whole file. */
export function emitLoop(cases: readonly NumberedCase[], source: string, traced: boolean): string {
  const w = new Writer()
  const lines = (all: readonly string[]): void => all.forEach((line) => void w.line(traced ? whileTraced(line) : line))
  w.line(imports)
  if (traced) w.line("import { step } from './trace/step.ts'").line("import { singles } from './trace/traps.ts'")
  w.line().line('const MAX = Number.MAX_SAFE_INTEGER').line('const MIN = Number.MIN_SAFE_INTEGER').line('const HALF = 2 ** 52')
  w.line("const outOfRange = newStr('list index out of range')").line()
  w.line('/**')
  w.line(' * Run `entry`, and every frame that it enters, until the frame with the exit ENTRY returns or yields. `undefined`: it')
  w.line(' * paused at `py.frame`, so that whoever runs it enters it anew, perhaps optimised by now. What is thrown was raised in')
  w.line(' * `py.frame`, or by the entry itself. One loop and no `try`: V8 would build the body once for each level.')
  if (traced) w.line(' * This one tells whoever listens of each instruction first.')
  w.line(' */')
  w.block(`export function ${traced ? 'runTraced' : 'run'}(py: Thread, entry: PyFrame): Value | undefined {`, () => {
    lines(registers)
    for (const [name, type] of Object.entries(shared)) w.line(`let ${name}!: ${type}`)
    w.block('for (;;) {', () => {
      w.block('raised: {', () => {
        w.block('dispatch: {', () => {
          w.block('enter: {', () => {
            w.block('pause: {', () => {
              w.block('comparison: {', () => {
                w.block('arithmetic: {', () => emitSwitch(w, cases, traced), '}')
                lines(arithmeticTail)
              }, '}')
              lines(comparisonTail)
            }, '}')
            lines(pauseTail)
          }, '}')
          lines(enterTail)
        }, '}')
        lines(leaveTail)
      }, '}')
      lines(raisedTail)
    }, '}')
  }, '}')
  return header('loop', source) + w.toString()
}

function emitSwitch(w: Writer, cases: readonly NumberedCase[], traced: boolean): void {
  if (traced) for (const line of stepHead) w.line(line)
  w.line('arg = args[ip] as number')
  w.block('switch (codes[ip++]) {', () => {
    for (const { name, number, lines } of cases) emitCase(w, number, [`// ${name}`, ...lines], traced)
    w.block('default: {', () => {
      w.line('frame.ip = ip').line('frame.sp = sp').line('sp = rare((codes[ip - 1] as number) - RARE, py, frame, s, sp, arg)').line('continue')
    }, '}')
  }, '}')
}
