// compile, eval, exec, __import__.
import { withoutColumns } from '@pellucid/opcode-spec'
import { PyCell, PyCode } from '../../data/code.ts'
import { PyByteArray, PyBytes } from '../../data/bytes.ts'
import { PyDict } from '../../data/dict.ts'
import { PyTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, None, strValue, type Str, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { encodeBuiltin } from '../../protocols/codecs.ts'
import { exceptions, ImportError, SyntaxWarning, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { HostError } from '../../ports/host.ts'
import { bytesOrUndefined } from '../../protocols/buffer.ts'
import { decodeBytes } from '../../protocols/codecs.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { importLevel } from '../../imports/import-level.ts'
import { warn, warnExplicit } from '../../protocols/warn.ts'
import { trustedCodeOf } from '../../types/code/constants.ts'
import { localsOf } from '../../types/frame/locals.ts'
import type { Thread } from '../../thread.ts'

/** Future flags that a piece of code hands on to what it compiles. */
const FUTURE = 0x1fe0000
const PyCF = { SOURCE_IS_UTF8: 0x100, DONT_IMPLY_DEDENT: 0x200, ONLY_AST: 0x400, IGNORE_COOKIE: 0x800, TYPE_COMMENTS: 0x1000, TOP_LEVEL_AWAIT: 0x2000, INCOMPLETE: 0x4000, OPTIMIZED_AST: 0x8400 }
const KNOWN = FUTURE | 0xff00 | 0x10

/** Flags of the code that runs, for `compile` without dont_inherit, `eval` and `exec`. */
export function inheritedFlags(py: Thread): number {
  return (py.frame?.code.data.flags ?? 0) & FUTURE
}

/** Lines of the file that source is said to come from; none when there is no such file. */
function fileLines(filename: string, py: Thread): (lineno: number) => string | null {
  let lines: string[] | undefined
  return (lineno) => {
    lines ??= readLines(filename, py)
    return lines[lineno - 1] ?? null
  }
}

function readLines(filename: string, py: Thread): string[] {
  const { files } = py.interpreter.host
  try {
    const size = files.stat(filename).size
    const fd = files.open(filename, 0, 0)
    const bytes = new Uint8Array(size)
    let filled = 0
    for (let count = 1; filled < size && count > 0; filled += count) count = files.read(fd, bytes.subarray(filled))
    files.close(fd)
    return strValue(decodeBytes(bytes.subarray(0, filled), 'utf-8', 'replace', py)).split(/(?<=\n)/)
  } catch (caught) {
    if (caught instanceof HostError) return []
    throw caught
  }
}

/** Compile source text or bytes through the front-end port; its errors become Python exceptions. */
export function compileSource(
  source: string | Uint8Array,
  filename: string,
  options: {
    mode: 'exec' | 'eval' | 'single'; flags: number; optimize: number; featureVersion?: number; origin?: 'file'; isProgram?: true; byLibrary?: true
    /** Where lines for the compiler's errors come from, if not from the file of that name. */
    sourceLine?: (lineno: number) => string | null
  },
  py: Thread,
): PyCode {
  const data = py.interpreter.frontend.compile(source, filename, {
    sourceLine: fileLines(filename, py),
    ...options,
    optimize: options.optimize < 0 ? py.interpreter.settings.optimize : options.optimize,
    onWarning({ category, message, lineno }) {
      const type = exceptions.get(category) ?? SyntaxWarning
      try {
        // What folding evaluates warns as code that runs does.
        if (lineno === null) warn(py, type, message)
        else warnExplicit(py, type, message, filename, lineno)
      } catch (caught) {
        // A warning that a filter makes an error is a SyntaxError, which knows its place.
        if (isRaised(caught, type)) return 'error'
        throw caught
      }
      return undefined
    },
  })
  return trustedCodeOf(py.interpreter.settings.flags.noDebugRanges === true ? withoutColumns(data) : data)
}

/** Source as `compile`, `eval` and `exec` take it. */
export function sourceOf(value: Value, title: string, what: string, py: Thread): string | Uint8Array {
  const text = asStr(value)
  if (text !== undefined) {
    // A lone surrogate has no UTF-8: the error says where it stands.
    if (typeof text !== 'string') encodeBuiltin('utf-8', text, 'strict', py)
    return strValue(text)
  }
  if (value instanceof PyBytes || value instanceof PyByteArray) return value.bytes.slice()
  const bytes = bytesOrUndefined(value, py)
  if (bytes !== undefined) return bytes.slice()
  return raise(PyTypeError, `${title}() arg 1 must be a ${what}`)
}

function compileBuiltin(
  source: Value,
  name: string,
  modeGiven: Str,
  flags: number,
  dontInherit: boolean,
  optimize: number,
  featureVersion: number,
  py: Thread,
): Value {
  const mode = strValue(modeGiven)
  if ((flags & ~KNOWN) !== 0) raise(ValueError, 'compile(): unrecognised flags')
  if (optimize < -1 || optimize > 2) raise(ValueError, 'compile(): invalid optimize value')
  const all = dontInherit ? flags : flags | inheritedFlags(py)
  const onlyAst = (flags & PyCF.ONLY_AST) !== 0
  if (!['exec', 'eval', 'single', 'func_type'].includes(mode)) {
    raise(ValueError, onlyAst ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'" : "compile() mode must be 'exec', 'eval' or 'single'")
  }
  if (mode === 'func_type' && !onlyAst) raise(ValueError, "compile() mode 'func_type' requires flag PyCF_ONLY_AST")
  const astTools = py.interpreter.astTools?.()
  if (astTools !== undefined && astTools.isNode(source, py)) {
    const options = { mode, flags: all, optimize }
    return onlyAst ? astTools.checkAndReturn(source, name, options, py) : astTools.compileNode(source, name, options, py)
  }
  const text = sourceOf(source, 'compile', 'string, bytes or AST object', py)
  if (onlyAst) {
    if (astTools === undefined) return raise(ImportError, 'this interpreter was built without the _ast module')
    return astTools.parse(text, name, { mode, flags: all, optimize, featureVersion }, py)
  }
  return compileSource(
    text,
    name,
    { mode: mode as 'exec', flags: all, optimize, ...(featureVersion >= 0 ? { featureVersion } : {}) },
    py,
  )
}

/** The namespaces of `eval` and `exec`. */
function scopes(title: string, globals: Value, locals: Value, py: Thread): { globals: PyDict; locals: Value } {
  let space = globals
  let inner = locals
  if (inner !== None && typeOf(inner).slots.getitem === undefined) {
    raise(PyTypeError, `${title === 'exec' ? 'locals must be a mapping or None' : 'locals must be a mapping'}${title === 'exec' ? `, not ${typeOf(inner).tpName}` : ''}`)
  }
  if (space === None) {
    const frame = py.frame
    space = frame?.globals ?? new PyDict()
    if (inner === None) inner = frame === undefined ? space : localsOf(frame, py)
  } else if (inner === None) inner = space
  if (!(space instanceof PyDict)) {
    const mapping = typeOf(space).slots.getitem !== undefined
    if (title === 'exec') return raise(PyTypeError, `exec() globals must be a dict, not ${typeOf(space).tpName}`)
    return raise(PyTypeError, mapping ? 'globals must be a real dict; try eval(code, {}, mapping)' : 'globals must be a dict')
  }
  if (space.getStr('__builtins__') === undefined) space.setStr('__builtins__', py.frame?.builtins ?? py.interpreter.builtins)
  return { globals: space, locals: inner }
}

/** How `eval` and `exec` compile: at the level of the code that calls them. */
function inherited(py: Thread): { flags: number; optimize: number; byLibrary?: true } {
  const { stdlibDir } = py.interpreter.settings
  const caller = py.frame?.code.data.filename
  const byLibrary = stdlibDir !== undefined && typeof caller === 'string' && caller.startsWith(`${stdlibDir}/`)
  return { flags: inheritedFlags(py), optimize: -1, ...(byLibrary && { byLibrary }) }
}

const freeCount = (code: PyCode): number => code.data.localspluskinds.filter((kind) => (kind & 0x80) !== 0).length

export const evaluationFunctions = [
  fn(
    'compile(source: object, filename: filename, mode: cstring, flags: cint = 0, dont_inherit: bool = False, optimize: cint = -1, *, _feature_version: cint = -1)',
    'Compile source to a code object, or to a syntax tree.',
    (source, filename, mode, flags, dontInherit, optimize, version, py) =>
      compileBuiltin(source, filename, mode, flags, dontInherit, optimize, version, py),
  ),
  fn('eval(source: object, /, globals: object = None, locals: object = None)', 'Evaluate an expression.', (source, globals, locals, py) => {
    const space = scopes('eval', globals, locals, py)
    if (source instanceof PyCode) {
      if (freeCount(source) > 0) raise(PyTypeError, 'code object passed to eval() may not contain free variables')
      return py.evaluator.runCode(source, space.globals, space.locals, py)
    }
    const text = sourceOf(source, 'eval', 'string, bytes or code object', py)
    const trimmed = typeof text === 'string' ? text.replace(/^[ \t]+/, '') : text
    const code = compileSource(trimmed, '<string>', { mode: 'eval', ...inherited(py) }, py)
    return py.evaluator.runCode(code, space.globals, space.locals, py)
  }, { transparent: true }),
  fn('exec(source: object, /, globals: object = None, locals: object = None, *, closure: object = None)', 'Run statements.', (source, globals, locals, closure, py) => {
    const space = scopes('exec', globals, locals, py)
    if (source instanceof PyCode) {
      const free = freeCount(source)
      if (free === 0 && closure !== None) raise(PyTypeError, 'cannot use a closure with this code object')
      if (free > 0) {
        const cells = closure instanceof PyTuple ? closure.items : undefined
        if (cells === undefined || cells.length !== free || cells.some((cell) => !(cell instanceof PyCell))) {
          raise(PyTypeError, `code object requires a closure of exactly length ${free}`)
        }
        py.evaluator.runCode(source, space.globals, space.locals, py, cells as readonly PyCell[])
        return None
      }
      py.evaluator.runCode(source, space.globals, space.locals, py)
      return None
    }
    if (closure !== None) raise(PyTypeError, 'closure can only be used when source is a code object')
    const text = sourceOf(source, 'exec', 'string, bytes or code object', py)
    const code = compileSource(text, '<string>', { mode: 'exec', ...inherited(py) }, py)
    py.evaluator.runCode(code, space.globals, space.locals, py)
    return None
  }, { transparent: true }),
  fn(
    '__import__(name: object, globals: object = <unrepresentable>, locals: object = None, fromlist: object = (), level: cint = 0)',
    'Import a module.',
    (name, globals, _locals, fromlist, level, py) => importLevel(name, globals, fromlist, level, py),
    { text: "($module, /, name, globals=None, locals=None, fromlist=(),\n           level=0)", transparent: true },
  ),
]

