// The sys module. Its namespace is `Interpreter.sys`; what depends on start-up (`stdin`, `path_hooks`…) comes later.
import { PyBuiltin } from '../../data/callables.ts'
import { PyDict } from '../../data/dict.ts'
import { PyModule } from '../../data/module.ts'
import { newList, newTuple } from '../../data/sequences.ts'
import { PyFrozenSet } from '../../data/set.ts'
import { headerSize, isHeapType, structOf } from '../../data/struct-sizes.ts'
import { PyType, typeOf } from '../../data/type.ts'
import { asInt, narrowStr, newFloat, newInt, newStr, None, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import type { ModuleFactory } from '../../object/define-module.ts'
import { lookupSpecial, call } from '../../protocols/call.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { unraisableState, type Unraisable } from '../../protocols/unraisable.ts'
import type { Thread } from '../../thread.ts'
import { frameFunctions } from './frames.ts'
import { hookFunctions, reportUnraisable } from './hooks.ts'
import { newAsyncgenHooks, newFlags, newVersionInfo, numberInformation, version } from './information.ts'
import { stdlibModuleNames } from './stdlib-names.ts'
import { digitLimitOf, setDigitLimit } from './digit-limit.ts'
import { asyncgenHooksLocal, type AsyncgenHooks } from '../../types/generator/async-generator.ts'
import { simpleNamespace } from '../../types/simple-namespace.ts'

const switchState = 'sys.switchinterval'
const originLocal = 'sys.coroutine_origin_tracking_depth'

const asyncgenHooks = (py: Thread): AsyncgenHooks => (py.locals.get(asyncgenHooksLocal) as AsyncgenHooks | undefined) ?? { first: None, finalizer: None }

const settingFunctions = [
  fn('getdefaultencoding()', 'Answer the encoding that str and bytes convert with.', () => narrowStr('utf-8')),
  fn('getfilesystemencoding()', 'Answer the encoding of file names.', () => narrowStr('utf-8')),
  fn('getfilesystemencodeerrors()', 'Answer the error handler of file names.', () => narrowStr('surrogateescape')),
  fn('getswitchinterval()', 'Answer how long a thread runs before another may.', (py) =>
    newFloat((py.interpreter.state.get(switchState) as number | undefined) ?? 0.005)),
  fn('setswitchinterval(interval: float, /)', 'Set how long a thread runs before another may.', (interval, py) => {
    if (!(interval > 0)) raise(ValueError, 'switch interval must be strictly positive')
    py.interpreter.state.set(switchState, interval)
  }),
  fn('get_int_max_str_digits()', 'Answer how many digits an int may have in decimal text.', (py) =>
    newInt(digitLimitOf(py))),
  fn('set_int_max_str_digits(maxdigits: cint)', 'Set how many digits an int may have in decimal text.', (digits, py) => {
    if (digits !== 0 && digits < 640) raise(ValueError, 'maxdigits must be 0 or larger than 640')
    setDigitLimit(digits, py)
  }),
  fn('get_asyncgen_hooks()', 'Answer the hooks of asynchronous generators.', (py) => {
    const hooks = asyncgenHooks(py)
    return newAsyncgenHooks(hooks.first, hooks.finalizer)
  }),
  fn('set_asyncgen_hooks(firstiter: object = <unrepresentable>, finalizer: object = <unrepresentable>)', 'Set the hooks of asynchronous generators.', (first, finalizer, py) => {
    const hooks = asyncgenHooks(py)
    for (const [name, hook] of [['firstiter', first], ['finalizer', finalizer]] as const) {
      if (hook !== undefined && hook !== None && typeOf(hook).slots.call === undefined) {
        raise(PyTypeError, `callable ${name} expected, got ${typeOf(hook).tpName}`)
      }
    }
    py.locals.set(asyncgenHooksLocal, { first: first ?? hooks.first, finalizer: finalizer ?? hooks.finalizer })
  }, { text: null }),
  fn('get_coroutine_origin_tracking_depth()', 'Answer how many frames a coroutine remembers of its origin.', (py) =>
    newInt((py.locals.get(originLocal) as number | undefined) ?? 0)),
  fn('set_coroutine_origin_tracking_depth(depth: cint)', 'Set how many frames a coroutine remembers of its origin.', (depth, py) => {
    if (depth < 0) raise(ValueError, 'depth must be >= 0')
    py.locals.set(originLocal, depth)
  }),
  fn('getdlopenflags()', 'Answer the flags of dlopen.', () => newInt(2)),
  fn('setdlopenflags(flags: cint, /)', 'Set the flags of dlopen.', () => None),
  fn('getallocatedblocks()', 'Answer how many blocks of memory are in use, as far as that is known.', () => newInt(0)),
  fn('getunicodeinternedsize(*, _only_immortal: bool = False)', 'Answer how many strs are interned, as far as that is known.', () => newInt(0)),
  fn('getsizeof(object: object, default: object = <unrepresentable>)', 'Answer how many bytes CPython needs for an object.', (object, fallback, py) => {
    const method = lookupSpecial(object, '__sizeof__', py)
    if (method === undefined) return fallback ?? raise(PyTypeError, `Type ${typeOf(object).name} doesn't define __sizeof__`)
    const size = call(method, [], py)
    const int = asInt(size)
    if (int === undefined) {
      return fallback ?? raise(PyTypeError, 'an integer is required')
    }
    if (int < 0) return raise(ValueError, '__sizeof__() should return >= 0')
    // Static classes have no header.
    const bare = object instanceof PyType && !isHeapType(object)
    return newInt(Number(int) + (bare ? 0 : headerSize(structOf(typeOf(object)))))
  }, { text: null, varargs: true }),
  fn('is_finalizing()', 'Tell whether the interpreter is shutting down.', (py) => py.interpreter.ending !== undefined),
  fn('is_stack_trampoline_active()', 'Tell whether a profiler trampoline is in place.', () => false),
  fn('activate_stack_trampoline(backend: str, /)', 'Put a profiler trampoline in place.', () => raise(ValueError, 'perf trampoline not available')),
  fn('deactivate_stack_trampoline()', 'Remove the profiler trampoline.', () => None),
  fn('_is_gil_enabled()', 'Tell whether threads take turns.', () => true),
  fn('_get_cpu_count_config()', 'Answer the number of processors that -X cpu_count set, or -1.', (py) => {
    const option = py.interpreter.settings.xOptions['cpu_count']
    return newInt(typeof option === 'string' && /^\d+$/.test(option) ? Number(option) : -1)
  }),
  fn('_clear_type_cache()', 'Forget cached attribute look-ups.', () => None),
  fn('_clear_internal_caches()', 'Forget what speeds execution up.', () => None),
  fn('_debugmallocstats()', "Print the allocator's books.", () => None),
  fn('_baserepl()', 'Run the basic prompt.', (py) => {
    const repl = py.interpreter.state.get('sys.baserepl') as ((py: Thread) => void) | undefined
    repl?.(py)
  }),
]

const copyright =
  'Copyright (c) 2001-2024 Python Software Foundation.\nAll Rights Reserved.\n\nCopyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n\n' +
  'Copyright (c) 1995-2001 Corporation for National Research Initiatives.\nAll Rights Reserved.\n\n' +
  'Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\nAll Rights Reserved.'

const strs = (texts: readonly string[]): Value[] => texts.map(newStr)

function constants(py: Thread): Record<string, Value> {
  const { settings, host, moduleFactories } = py.interpreter
  const { flags } = settings
  const prefix = newStr(settings.prefix)
  const names = new PyFrozenSet()
  for (const name of stdlibModuleNames) names.add(narrowStr(name), py.keys)
  const options = new PyDict()
  for (const [name, value] of Object.entries(settings.xOptions)) options.setStr(name, value === true ? true : newStr(value))
  const versionValue = newVersionInfo()
  const machine = `${host.system.machine}-${host.platform === 'linux' ? 'linux-gnu' : host.platform}`
  return {
    ...numberInformation(),
    abiflags: narrowStr(''),
    api_version: newInt(1013),
    argv: newList(strs(settings.argv)),
    base_exec_prefix: prefix,
    base_prefix: prefix,
    _base_executable: newStr(settings.executable),
    builtin_module_names: newTuple(strs([...moduleFactories.keys()].sort())),
    byteorder: narrowStr('little'),
    copyright: narrowStr(copyright),
    dont_write_bytecode: flags.dontWriteBytecode,
    exec_prefix: prefix,
    executable: newStr(settings.executable),
    flags: newFlags(settings),
    float_repr_style: narrowStr('short'),
    _framework: narrowStr(''),
    _git: newTuple(strs(['CPython', '', ''])),
    _home: None,
    hexversion: newInt(version.hex),
    implementation: simpleNamespace(
      {
        name: narrowStr('cpython'),
        cache_tag: narrowStr('cpython-313'),
        version: versionValue,
        hexversion: newInt(version.hex),
        _multiarch: narrowStr(machine),
      },
    ),
    maxsize: newInt(2n ** 63n - 1n),
    maxunicode: newInt(0x10ffff),
    modules: py.interpreter.modules,
    orig_argv: newList(strs(settings.origArgv)),
    path: newList(strs(settings.path)),
    meta_path: newList([]),
    path_hooks: newList([]),
    path_importer_cache: new PyDict(),
    platform: narrowStr(host.platform),
    platlibdir: narrowStr('lib'),
    prefix,
    pycache_prefix: settings.pycachePrefix === undefined ? None : newStr(settings.pycachePrefix),
    stdlib_module_names: names,
    _stdlib_dir: settings.stdlibDir === undefined ? None : newStr(settings.stdlibDir),
    version: narrowStr('3.13.0 (Pellucid) [TypeScript]'),
    version_info: versionValue,
    warnoptions: newList(strs(settings.warnOptions)),
    _xoptions: options,
    ...(host.platform === 'win32' ? { winver: narrowStr('3.13') } : {}),
  }
}

export const sys: ModuleFactory = (py) => {
  const namespace = py.interpreter.sys
  const module = new PyModule(namespace)
  const moduleName = narrowStr('sys')
  namespace.setStr('__name__', moduleName)
  namespace.setStr('__doc__', narrowStr("The interpreter's own settings, hooks and tables."))
  namespace.setStr('__package__', narrowStr(''))
  namespace.setStr('__loader__', None)
  namespace.setStr('__spec__', None)
  for (const definition of [...settingFunctions, ...frameFunctions, ...hookFunctions]) {
    definition.ownerName = 'sys'
    namespace.setStr(definition.name, new PyBuiltin(definition, module, moduleName))
  }
  for (const name of ['displayhook', 'excepthook', 'unraisablehook', 'breakpointhook']) {
    namespace.setStr(`__${name}__`, namespace.getStr(name) as Value)
  }
  for (const [name, value] of Object.entries(constants(py))) namespace.setStr(name, value)
  py.interpreter.state.set(unraisableState, ((exception, object, thread) => reportUnraisable(exception, object, None, thread)) satisfies Unraisable)
  return module
}
