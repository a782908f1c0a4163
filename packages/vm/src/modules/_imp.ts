// _imp: what importlib needs of the interpreter.
import { keyedHash } from '@pellucid/primitives'
import type { CodeObject } from '@pellucid/opcode-spec'
import { newBytes } from '../data/bytes.ts'
import { PyCode } from '../data/code.ts'
import { PyBaseException } from '../data/exception.ts'
import { PyModule } from '../data/module.ts'
import { newList, newTuple } from '../data/sequences.ts'
import { bigValue, narrowStr, newInt, newStr, None, strValue, type Str, type Value } from '../data/values.ts'
import { typeOf } from '../data/type.ts'
import { frozenModules } from '../imports/frozen.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { getAttr } from '../protocols/attributes.ts'
import { call, callMethod } from '../protocols/call.ts'
import { ImportError, RuntimeError, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { newException, raise } from '../protocols/raise.ts'
import { reprText, strText } from '../protocols/repr.ts'
import type { Thread } from '../thread.ts'
import { memoryViewType } from '../types/memoryview/index.ts'
import { trustedCodeOf } from '../types/code/constants.ts'

const noFrozen = '_imp.no_frozen'
const lockState = '_imp.lock'

const originOf = (name: string): Value => {
  const origin = frozenModules.get(name)?.origin
  return origin === undefined ? None : newStr(origin)
}

function frozenCode(name: Str, py: Thread): PyCode {
  const text = strValue(name)
  const code = frozenModules.has(text) ? py.interpreter.frozen.code(text) : undefined
  if (code !== undefined) return trustedCodeOf(code)
  const message = newStr(`No such frozen object named ${reprText(name, py)}`)
  const exception = newException(ImportError, [message])
  exception.fields['msg'] = message
  exception.fields['name'] = name
  throw exception
}

/** The code object that frozen data holds. */
function codeOfData(name: Str, data: Value, py: Thread): Value {
  const shown = reprText(name, py)
  if (typeOf(data).slots.buffer === undefined) {
    raise(PyTypeError, `get_frozen_object() argument 2 must be bytes, not ${typeOf(data).tpName}`)
  }
  let code: Value
  try {
    code = callMethod(py.interpreter.importBuiltin('marshal', py) as Value, 'loads', [data], py)
  } catch (caught) {
    if (!(caught instanceof PyBaseException)) throw caught
    const message = newStr(`Frozen object named ${shown} is invalid`)
    const exception = newException(ImportError, [message])
    exception.fields['msg'] = message
    exception.fields['name'] = name
    throw exception
  }
  return code instanceof PyCode ? code : raise(PyTypeError, `frozen object ${shown} is not a code object`)
}

/** Everything but importlib itself can be switched off: for tests, else by -X frozen_modules. */
function isFrozen(name: string, py: Thread): boolean {
  const { frozen, settings, state } = py.interpreter
  if (!frozenModules.has(name) || frozen.names.length === 0) return false
  return name.startsWith('_frozen_importlib') || name === 'zipimport' || !(state.get(noFrozen) ?? settings.flags.noFrozenModules ?? false)
}

/** Set `co_filename` of a code object and of all inside it that came from the same file. */
function renameFile(code: CodeObject, from: CodeObject['filename'], to: string): void {
  ;(code as { filename: CodeObject['filename'] }).filename = to
  for (const constant of code.consts) {
    const inner = constant as { filename?: unknown; localsplusnames?: unknown } | null
    if (inner !== null && typeof inner === 'object' && 'localsplusnames' in inner && inner.filename === from) {
      renameFile(inner as CodeObject, from, to)
    }
  }
}

function changeLock(by: 1 | -1, py: Thread): void {
  const { state } = py.interpreter
  const held = ((state.get(lockState) as number | undefined) ?? 0) + by
  if (held < 0) raise(RuntimeError, 'not holding the import lock')
  state.set(lockState, held)
}

export const _imp = defineModule('_imp', () => ({
  doc: 'What importlib needs of the interpreter.',
  functions: [
    fn('extension_suffixes()', 'List the file name endings of extension modules.', () => newList([])),
    fn('lock_held()', 'Tell whether the import lock is held.', (py) => ((py.interpreter.state.get(lockState) as number | undefined) ?? 0) > 0),
    fn('acquire_lock()', 'Take the import lock.', (py) => changeLock(1, py)),
    fn('release_lock()', 'Give the import lock back.', (py) => changeLock(-1, py)),
    fn('find_frozen(name: str, /, *, withdata: bool = False)', 'Answer what is known of a frozen module, or None.', (name, withdata, py) => {
      const text = strValue(name)
      const module = frozenModules.get(text)
      if (module === undefined || !isFrozen(text, py)) return None
      const data = withdata ? call(memoryViewType, [newBytes(py.interpreter.codec.dumpCode(frozenCode(name, py).data))], py) : None
      return newTuple([data, module.isPackage, module.origin === undefined ? None : newStr(module.origin)])
    }),
    fn('get_frozen_object(name: str, data: object = None, /)', 'Answer the code of a frozen module.', (name, data, py) =>
      data === None ? frozenCode(name, py) : codeOfData(name, data, py)),
    fn('is_frozen_package(name: str, /)', 'Tell whether a frozen module is a package.', (name, py) => {
      if (!isFrozen(strValue(name), py)) frozenCode(name, py)
      return frozenModules.get(strValue(name))?.isPackage ?? false
    }),
    fn('create_builtin(spec: object, /)', 'Make a builtin module.', (spec, py) => {
      const name = strText(getAttr(spec, narrowStr('name'), py), py)
      if (name === 'sys' || name === 'builtins') return py.interpreter.modules.getStr(name) ?? None
      const factory = py.interpreter.moduleFactories.get(name)
      return factory === undefined ? None : factory(py)
    }),
    fn('init_frozen(name: str, /)', 'Import a frozen module.', (name, py) => {
      const code = frozenCode(name, py)
      const module = new PyModule()
      module.namespace.setStr('__name__', name)
      module.namespace.setStr('__builtins__', py.interpreter.builtins)
      module.namespace.setStr('__origname__', originOf(strValue(name)))
      py.interpreter.modules.setStr(strValue(name), module)
      py.evaluator.runCode(code, module.namespace, module.namespace, py)
      return module
    }),
    fn('is_builtin(name: str, /)', 'Answer 1 for a builtin module, -1 for one that cannot be made again, else 0.', (name, py) => {
      const text = strValue(name)
      if (text === 'sys' || text === 'builtins') return newInt(-1)
      return newInt(py.interpreter.moduleFactories.has(text) ? 1 : 0)
    }),
    fn('is_frozen(name: str, /)', 'Tell whether a module is frozen.', (name, py) => isFrozen(strValue(name), py)),
    fn('_frozen_module_names()', 'List the frozen modules.', (py) => newList(py.interpreter.frozen.names.map(newStr))),
    fn('_override_frozen_modules_for_tests(override: cint, /)', 'Switch frozen modules off (-1), on (1) or back (0).', (override, py) =>
      void (override === 0 ? py.interpreter.state.delete(noFrozen) : py.interpreter.state.set(noFrozen, override < 0))),
    fn('_override_multi_interp_extensions_check(override: cint, /)', 'For tests of extension modules, which there are none of.', () => newInt(0)),
    fn('create_dynamic(spec: object, file: object = <unrepresentable>, /)', 'Extension modules cannot be loaded.', (spec, _file, py) => {
      const name = getAttr(spec, narrowStr('name'), py)
      return raise(ImportError, `extension modules cannot be loaded: ${reprText(name, py)}`)
    }),
    fn('exec_dynamic(mod: object, /)', 'Run an extension module.', () => newInt(0)),
    fn('exec_builtin(mod: object, /)', 'Run a builtin module, which its making has done.', () => newInt(0)),
    fn('_fix_co_filename(code: object, path: str, /)', "Change a code object's file name, and of all inside it.", (code, path) => {
      if (!(code instanceof PyCode)) return raise(PyTypeError, '_fix_co_filename() argument 1 must be code')
      const text = strValue(path)
      if (code.data.filename !== text) {
        renameFile(code.data, code.data.filename, text)
        code.tuples = undefined
      }
      return None
    }),
    fn('source_hash(key: int, source: buffer)', 'Answer the hash that a .pyc may keep of its source.', (key, source) => {
      const k = BigInt.asUintN(64, bigValue(key))
      const [low, high] = keyedHash(source, [Number(k & 0xffffffffn), Number(k >> 32n), 0, 0])
      const view = new DataView(new ArrayBuffer(8))
      view.setUint32(0, low, true)
      view.setUint32(4, high, true)
      return newBytes(new Uint8Array(view.buffer))
    }),
  ],
  constants: (py): Record<string, Value> => ({ check_hash_based_pycs: narrowStr(py.interpreter.settings.checkHashBasedPycs) }),
}))
