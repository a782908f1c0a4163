// `__import__`: names made absolute, modules taken from `sys.modules` or loaded by importlib, and what an import
// statement gets of them (https://docs.python.org/3.13/reference/import.html).
import { PyDict } from '../data/dict.ts'
import { PyModule } from '../data/module.ts'
import { PyBaseException, type PyTraceback } from '../data/exception.ts'
import type { PyFrame } from '../data/frame.ts'
import { asStr, narrowStr, newStr, None, strValue, type Str, type Value } from '../data/values.ts'
import { getAttrOrUndefined } from '../protocols/attributes.ts'
import { call } from '../protocols/call.ts'
import { equal } from '../protocols/compare.ts'
import { ImportError, ImportWarning, DeprecationWarning, KeyError, TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { isRaised, raise, raiseWith } from '../protocols/raise.ts'
import { reprText } from '../protocols/repr.ts'
import { truth } from '../protocols/truth.ts'
import { timed } from './import-time.ts'
import { warn } from '../protocols/warn.ts'
import type { Thread } from '../thread.ts'

/** Key of `Interpreter.state`: the module `_frozen_importlib`, once it runs. */
export const importlibState = 'importlib'

const importlib = (py: Thread): PyDict | undefined => (py.interpreter.state.get(importlibState) as PyModule | undefined)?.namespace

/** The package that relative imports of some code start from. */
function packageOf(globals: Value | undefined, level: number, py: Thread): string {
  if (globals === undefined) return raiseWith(KeyError, newStr("'__name__' not in globals"))
  if (!(globals instanceof PyDict)) raise(PyTypeError, 'globals must be a dict')
  const given = globals.getStr('__package__')
  const spec = globals.getStr('__spec__')
  let name: string
  if (given !== undefined && given !== None) {
    const text = asStr(given)
    if (text === undefined) return raise(PyTypeError, 'package must be a string')
    name = strValue(text)
    if (spec !== undefined && spec !== None) {
      const parent = getAttrOrUndefined(spec, narrowStr('parent'), py)
      if (parent !== undefined && !equal(given, parent, py)) warn(py, DeprecationWarning, '__package__ != __spec__.parent')
    }
  } else if (spec !== undefined && spec !== None) {
    const parent = asStr(getAttrOrUndefined(spec, narrowStr('parent'), py) ?? None)
    if (parent === undefined) return raise(PyTypeError, '__spec__.parent must be a string')
    name = strValue(parent)
  } else {
    warn(py, ImportWarning, "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__")
    const own = globals.getStr('__name__')
    if (own === undefined) return raiseWith(KeyError, newStr("'__name__' not in globals"))
    const text = asStr(own)
    if (text === undefined) return raise(PyTypeError, '__name__ must be a string')
    name = strValue(text)
    if (globals.getStr('__path__') === undefined) name = name.slice(0, Math.max(0, name.lastIndexOf('.')))
  }
  if (name === '') raise(ImportError, 'attempted relative import with no known parent package')
  for (let i = 1; i < level; i++) {
    const dot = name.lastIndexOf('.')
    if (dot < 0) raise(ImportError, 'attempted relative import beyond top-level package')
    name = name.slice(0, dot)
  }
  return name
}

/** Wait for a module that another thread is still importing. */
function ensureInitialized(module: Value, name: string, py: Thread): void {
  if (module instanceof PyModule) {
    const spec = module.namespace.getStr('__spec__')
    if (spec === undefined || spec === None) return
    const flag = getAttrOrUndefined(spec, narrowStr('_initializing'), py)
    if (flag === undefined || !truth(flag, py)) return
  } else if (!py.interpreter.isInitializing(module, py)) return
  const wait = importlib(py)?.getStr('_lock_unlock_module')
  if (wait !== undefined) call(wait, [newStr(name)], py)
}

const innermost = '_call_with_frames_removed'
const files = new Set(['<frozen importlib._bootstrap>', '<frozen importlib._bootstrap_external>'])

/** Drop importlib's own frames from a failed import's traceback: all of them for ImportError, else those around a loader's call. */
export function removeImportlibFrames(exception: PyBaseException): void {
  const always = isRaised(exception, ImportError)
  let before: PyTraceback | undefined
  let previous: PyTraceback | undefined
  let inChunk = false
  for (let at = exception.traceback; at !== undefined; at = at.next) {
    const { filename, name } = (at.frame as PyFrame).code.data
    const own = typeof filename === 'string' && files.has(filename)
    if (own && !inChunk) before = previous
    inChunk = own
    if (own && (always || name === innermost)) {
      // The chunk up to here goes; what follows is joined to what came before it.
      if (before === undefined) exception.traceback = at.next
      else before.next = at.next
    } else previous = at
  }
}

function load(shown: Str, py: Thread): Value {
  const name = strValue(shown)
  const space = importlib(py)
  if (space === undefined) {
    const found = py.interpreter.importBuiltin(name, py)
    return found ?? raise(ImportError, `No module named '${name}'`)
  }
  const { flags } = py.interpreter.settings
  if (flags.importTime === true) return timed(name, () => findAndLoad(space, shown, py), py)
  return findAndLoad(space, shown, py)
}

function findAndLoad(space: PyDict, name: Str, py: Thread): Value {
  const find = space.getStr('_find_and_load')
  const importer = py.interpreter.builtins.getStr('__import__')
  if (find === undefined || importer === undefined) return raise(ImportError, '__import__ not found')
  const body = (): Value => call(find, [name, importer], py)
  // A thread that waits for this import would wait on top of it, for ever: nobody else has a turn meanwhile.
  py.importing++
  try {
    return py.interpreter.aroundImport?.(body) ?? body()
  } finally {
    py.importing--
  }
}

function modulesOf(py: Thread): PyDict {
  const found = py.interpreter.sys.getStr('modules')
  return found instanceof PyDict ? found : py.interpreter.modules
}

/** `shown` is what errors name: an instance of a subclass of str stays what it is. */
function importAbsolute(name: string, py: Thread, shown: Str = newStr(name)): Value {
  const found = modulesOf(py).getStr(name)
  if (found !== undefined && found !== None) {
    ensureInitialized(found, name, py)
    return found
  }
  return load(shown, py)
}

/** `importlib.__import__`, as the import statement and `__import__` call it. */
export function importLevel(given: Value, globals: Value | undefined, fromlist: Value, level: number, py: Thread): Value {
  const text = asStr(given)
  if (text === undefined) return raise(PyTypeError, 'module name must be a string')
  const name = strValue(text)
  if (level < 0) raise(ValueError, 'level must be >= 0')
  if (level === 0 && name === '') raise(ValueError, 'Empty module name')
  try {
    let absolute = name
    if (level > 0) {
      const base = packageOf(globals, level, py)
      absolute = name === '' ? base : `${base}.${name}`
    }
    const module = importAbsolute(absolute, py, level === 0 ? (given as Str) : undefined)
    const wanted = fromlist !== None && truth(fromlist, py)
    if (!wanted) {
      if (level > 0 && name === '') return module
      const dot = name.indexOf('.')
      if (dot < 0) return module
      if (level === 0) return importAbsolute(name.slice(0, dot), py)
      const head = absolute.slice(0, absolute.length - (name.length - dot))
      return modulesOf(py).getStr(head) ?? raiseWith(KeyError, newStr(`${reprText(newStr(head), py)} not in sys.modules as expected`))
    }
    const isPackage =
      module instanceof PyModule && !Object.hasOwn(module, 'type')
        ? module.namespace.getStr('__path__') !== undefined || module.namespace.getStr('__getattr__') !== undefined
        : true
    if (!isPackage || getAttrOrUndefined(module, narrowStr('__path__'), py) === undefined) return module
    const handle = importlib(py)?.getStr('_handle_fromlist')
    const importer = py.interpreter.builtins.getStr('__import__') as Value
    return handle === undefined ? module : call(handle, [module, fromlist, importer], py)
  } catch (caught) {
    if (caught instanceof PyBaseException && py.interpreter.settings.flags.verbose === 0) removeImportlibFrames(caught)
    throw caught
  }
}
