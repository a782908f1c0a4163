// _warnings: filters and what becomes of a warning. While the `warnings` module is imported, its own lists count.
import { PyDict } from '../data/dict.ts'
import { PyBaseException } from '../data/exception.ts'
import type { PyFrame } from '../data/frame.ts'
import { newList, newTuple, PyList, PyTuple } from '../data/sequences.ts'
import { isSubtype, PyType, typeOf } from '../data/type.ts'
import { asInt, asStr, narrowStr, newInt, newStr, None, strValue, type Str, type Value } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { getAttrOrUndefined } from '../protocols/attributes.ts'
import { call, callMethod } from '../protocols/call.ts'
import {
  DeprecationWarning, ImportWarning, PendingDeprecationWarning, ResourceWarning, RuntimeError,
  TypeError as PyTypeError, UserWarning, ValueError, Warning,
} from '../protocols/exceptions.ts'
import { HostError } from '../ports/host.ts'
import { decodeBuiltin } from '../protocols/codecs.ts'
import { importModule } from '../protocols/import-module.ts'
import { isInstance, isSubclass } from '../protocols/instance-check.ts'
import { raise } from '../protocols/raise.ts'
import { reprText, str, strText } from '../protocols/repr.ts'
import { truth } from '../protocols/truth.ts'
import { warnExplicitState, warnState, type Warn, type WarnExplicit } from '../protocols/warn.ts'
import type { Thread } from '../thread.ts'
import { lastInstruction, lineAt } from '../types/frame/index.ts'
import { writeError } from './sys/hooks.ts'

interface State {
  filters: Value
  defaultAction: Value
  once: PyDict
  version: number
}
const stateKey = '_warnings'
const stateOf = (py: Thread): State => py.interpreter.state.get(stateKey) as State

/** An attribute of the `warnings` module, if it is there. */
function warningsAttribute(name: string, load: boolean, py: Thread): Value | undefined {
  let module = py.interpreter.modules.getStr('warnings')
  if (module === undefined && load) {
    try {
      module = importModule('warnings', py)
    } catch (caught) {
      if (caught instanceof PyBaseException) return undefined
      throw caught
    }
  }
  return module === undefined || module === None ? undefined : getAttrOrUndefined(module, narrowStr(name), py)
}

function matches(pattern: Value, text: string, py: Thread): boolean {
  if (pattern === None) return true
  const exact = asStr(pattern)
  if (exact !== undefined && !(typeof pattern === 'object' && Object.hasOwn(pattern, 'match'))) return strValue(exact) === text
  return truth(callMethod(pattern, 'match', [newStr(text)], py), py)
}

function actionFor(category: PyType, text: string, lineno: number, module: string, py: Thread): { action: string; item: Value } {
  const own = stateOf(py)
  const filters = warningsAttribute('filters', false, py) ?? own.filters
  if (!(filters instanceof PyList)) return raise(ValueError, '_warnings.filters must be a list')
  // Where the warnings module loses its own, the last ones go on being used.
  own.filters = filters
  for (let i = 0; i < filters.items.length; i++) {
    const item = filters.items[i] as Value
    if (!(item instanceof PyTuple) || item.items.length !== 5) return raise(ValueError, `_warnings.filters item ${i} isn't a 5-tuple`)
    const [action, message, cls, mod, line] = item.items as [Value, Value, Value, Value, Value]
    const at = asInt(line)
    if (isSubclass(category, cls, py) && (at === 0 || at === lineno) && matches(message, text, py) && matches(mod, module, py)) {
      return { action: strValue(asStr(action) ?? raise(PyTypeError, `action must be a string, not '${typeOf(action).tpName}'`)), item }
    }
  }
  const fallback = warningsAttribute('defaultaction', false, py) ?? own.defaultAction
  if (asStr(fallback) === undefined) return raise(PyTypeError, `_warnings.defaultaction must be a string, not '${typeOf(fallback).tpName}'`)
  own.defaultAction = fallback
  return { action: strText(fallback, py), item: None }
}

function alreadyWarned(registry: Value, key: Value, should: boolean, py: Thread): boolean {
  if (!(registry instanceof PyDict)) return false
  const { version } = stateOf(py)
  const known = registry.getStr('version')
  if (known === undefined || asInt(known) !== version) {
    registry.clear()
    registry.setStr('version', newInt(version))
  } else {
    const before = registry.get(key, py.keys)
    if (before !== undefined) return truth(before, py)
  }
  if (should) registry.set(key, true, py.keys)
  return false
}

function normalizeModule(filename: string): string {
  if (filename === '') return '<unknown>'
  return filename.endsWith('.py') ? filename.slice(0, -3) : filename
}

/** A line of a source file without its indentation, if there is such a file. */
function lineOfFile(path: string, lineno: number, py: Thread): string | undefined {
  const { files } = py.interpreter.host
  try {
    const fd = files.open(path, 0, 0)
    try {
      const bytes = new Uint8Array(files.fstat(fd).size)
      const text = decodeBuiltin('utf-8', bytes.subarray(0, files.read(fd, bytes)), 'replace', py)
      const line = strValue(text).split(/\r\n|\r|\n/)[lineno - 1]?.trim()
      return line === '' ? undefined : line
    } finally {
      files.close(fd)
    }
  } catch (caught) {
    if (caught instanceof HostError) return undefined
    throw caught
  }
}

function show(text: Value, category: PyType, message: Value, filename: Value, lineno: number, line: Value | undefined, source: Value, py: Thread): void {
  const showMessage = warningsAttribute('_showwarnmsg', source !== None, py)
  const messageType = showMessage === undefined ? undefined : warningsAttribute('WarningMessage', false, py)
  if (showMessage === undefined || messageType === undefined) {
    const file = strText(filename, py)
    const shown = line === undefined ? lineOfFile(file, lineno, py) : strText(line, py).trimStart()
    writeError(`${file}:${lineno}: ${category.name}: ${strText(text, py)}\n${shown === undefined ? '' : `  ${shown}\n`}`, py)
    return
  }
  const made = call(messageType, [message, category, filename, newInt(lineno), None, line ?? None, source], py)
  call(showMessage, [made], py)
}

/** Decide what to do about a warning, and do it. */
function warnExplicit(category: Value, message: Value, filename: Value, lineno: number, module: Value | undefined, registry: Value, source: Value, py: Thread, line?: Value): void {
  if (module === None) return
  if (registry !== None && !(registry instanceof PyDict)) raise(PyTypeError, "'registry' must be a dict or None")
  const file = strText(filename, py)
  const moduleText = module === undefined ? normalizeModule(file) : strText(module, py)
  let cls = category as PyType
  let text: Str
  let object = message
  if (isInstance(message, Warning, py)) {
    text = str(message, py)
    cls = typeOf(message)
  } else {
    text = asStr(message) ?? (str(message, py) as Str)
    object = call(cls, [message], py)
  }
  const key = newTuple([text, cls, newInt(lineno)])
  if (registry !== None && alreadyWarned(registry, key, false, py)) return
  const { action, item } = actionFor(cls, strValue(text), lineno, moduleText, py)
  if (action === 'error') throw object as PyBaseException
  if (action === 'ignore') return
  if (action !== 'always' && action !== 'all') {
    if (registry instanceof PyDict) registry.set(key, true, py.keys)
    let already = false
    if (action === 'once') {
      const once = warningsAttribute('onceregistry', false, py) ?? stateOf(py).once
      if (!(once instanceof PyDict)) return raise(PyTypeError, `_warnings.onceregistry must be a dict, not '${typeOf(once).tpName}'`)
      stateOf(py).once = once
      already = updateRegistry(once, text, cls, false, py)
    } else if (action === 'module') {
      if (registry instanceof PyDict) already = updateRegistry(registry, text, cls, true, py)
    } else if (action !== 'default') {
      raise(RuntimeError, `Unrecognized action (${reprText(newStr(action), py)}) in warnings.filters:\n ${reprText(item, py)}`)
    }
    if (already) return
  }
  show(text, cls, object, filename, lineno, line, source, py)
}

function updateRegistry(registry: PyDict, text: Str, category: PyType, zero: boolean, py: Thread): boolean {
  return alreadyWarned(registry, newTuple(zero ? [text, category, newInt(0)] : [text, category]), true, py)
}

const isInternal = (frame: PyFrame): boolean => {
  const { filename } = frame.code.data
  return typeof filename === 'string' && filename.includes('importlib') && filename.includes('_bootstrap')
}
function nextExternal(frame: PyFrame | undefined, skip: (frame: PyFrame) => boolean): PyFrame | undefined {
  let at = frame?.back
  while (at !== undefined && (isInternal(at) || skip(at))) at = at.back
  return at
}

/** Where a warning belongs: `level` frames up. */
function place(level: number, skip: (frame: PyFrame) => boolean, py: Thread) {
  let frame = py.frame
  if (level <= 0 || (frame !== undefined && isInternal(frame))) {
    for (let i = 1; i < level && frame !== undefined; i++) frame = frame.back
  } else for (let i = 1; i < level && frame !== undefined; i++) frame = nextExternal(frame, skip)
  const globals = frame?.globals ?? py.interpreter.sys
  const filename: Value = frame === undefined ? narrowStr('<sys>') : newStr(String(typeof frame.code.data.filename === 'string' ? frame.code.data.filename : '?'))
  const lineno = frame === undefined ? 0 : (lineAt(frame, lastInstruction(frame)) ?? 0)
  let registry = globals.getStr('__warningregistry__')
  if (registry === undefined) globals.setStr('__warningregistry__', (registry = new PyDict()))
  const name = globals.getStr('__name__')
  const module: Value = name !== undefined && (name === None || asStr(name) !== undefined) ? name : narrowStr('<string>')
  return { filename, lineno, registry, module }
}

function doWarn(message: Value, category: PyType, level: number, source: Value, skip: (frame: PyFrame) => boolean, py: Thread): void {
  const at = place(level, skip, py)
  warnExplicit(category, message, at.filename, at.lineno, at.module, at.registry, source, py)
}

function categoryOf(message: Value, category: Value, py: Thread): PyType {
  if (isInstance(message, Warning, py)) return typeOf(message)
  if (category === None) return UserWarning
  if (!(category instanceof PyType) || !isSubtype(category, Warning)) {
    return raise(PyTypeError, `category must be a Warning subclass, not '${typeOf(category).tpName}'`)
  }
  return category
}

const never = (): boolean => false

function skipper(prefixes: Value | undefined): (frame: PyFrame) => boolean {
  if (prefixes === undefined) return never
  if (!(prefixes instanceof PyTuple)) return raise(PyTypeError, `warn() argument 'skip_file_prefixes' must be tuple, not ${typeOf(prefixes).tpName}`)
  const texts = prefixes.items.map((item) => {
    const text = asStr(item)
    return text === undefined ? raise(PyTypeError, `Found non-str '${typeOf(item).tpName}' in skip_file_prefixes.`) : strValue(text)
  })
  return (frame) => texts.some((text) => typeof frame.code.data.filename === 'string' && frame.code.data.filename.startsWith(text))
}

function sourceLine(globals: Value, lineno: number, py: Thread): Value | undefined {
  if (globals === None) return undefined
  if (!(globals instanceof PyDict)) return raise(PyTypeError, `module_globals must be a dict, not '${typeOf(globals).tpName}'`)
  // importlib says which loader counts, and warns where a module names two.
  const external = py.interpreter.modules.getStr('_frozen_importlib_external')
  if (external === undefined) return undefined
  const loader = callMethod(external, '_bless_my_loader', [globals], py)
  const name = globals.getStr('__name__')
  const get = getAttrOrUndefined(loader, narrowStr('get_source'), py)
  if (get === undefined || name === undefined) return undefined
  const source = call(get, [name], py)
  const text = asStr(source)
  const line = text === undefined ? undefined : strValue(text).split(/\r\n|\r|\n/)[lineno - 1]
  return line === undefined ? undefined : newStr(line)
}

const standard = (category: PyType, action = 'ignore', module: Value = None): Value =>
  newTuple([narrowStr(action), None, category, module, newInt(0)])

export const _warnings = defineModule('_warnings', () => ({
  doc: 'Filters, and what becomes of a warning.',
  functions: [
    fn('warn(message: object, category: object = None, stacklevel: index = 1, source: object = None, *, skip_file_prefixes: object = <unrepresentable>)', 'Issue a warning.', (message, category, level, source, prefixes, py) => {
      const skip = skipper(prefixes)
      const at = skip !== never && level < 2 ? 2 : level
      doWarn(message, categoryOf(message, category, py), at, source, skip, py)
    }, { text: '($module, /, message, category=None, stacklevel=1, source=None, *,\n     skip_file_prefixes=<unrepresentable>)' }),
    fn('warn_explicit(message: object, category: object, filename: object, lineno: cint, module: object = <unrepresentable>, registry: object = None, module_globals: object = None, source: object = None)', 'Issue a warning about a place.', (message, category, filename, lineno, module, registry, globals, source, py) => {
      const line = sourceLine(globals, lineno, py)
      warnExplicit(category, message, filename, lineno, module, registry, source, py, line)
    }, { text: '($module, /, message, category, filename, lineno,\n              module=<unrepresentable>, registry=None,\n              module_globals=None, source=None)' }),
    fn('_filters_mutated()', 'Forget what was shown, because the filters changed.', (py) => void stateOf(py).version++),
  ],
  constants(py): Record<string, Value> {
    const state: State = {
      filters: newList([
        standard(DeprecationWarning, 'default', narrowStr('__main__')), standard(DeprecationWarning), standard(PendingDeprecationWarning),
        standard(ImportWarning), standard(ResourceWarning),
      ]),
      defaultAction: narrowStr('default'),
      once: new PyDict(),
      version: 0,
    }
    py.interpreter.state.set(stateKey, state)
    py.interpreter.state.set(warnState, ((thread, category, message, level) =>
      doWarn(newStr(message), category, level, None, never, thread)) satisfies Warn)
    py.interpreter.state.set(warnExplicitState, ((thread, category, message, filename, lineno) =>
      warnExplicit(category, newStr(message), newStr(filename), lineno, undefined, None, None, thread)) satisfies WarnExplicit)
    return { filters: state.filters, _defaultaction: state.defaultAction, _onceregistry: state.once }
  },
}))
