// What pickling asks of Lib: copyreg's registries and the names of Python 2 in _compat_pickle. Looked up when the
// module is made, as CPython does.
import { PyDict } from '../../data/dict.ts'
import { typeOf } from '../../data/type.ts'
import { narrowStr, type Value } from '../../data/values.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { isCallable } from '../../protocols/call.ts'
import { RuntimeError } from '../../protocols/exceptions.ts'
import { importModule } from '../../protocols/import-module.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'

export interface Registries {
  readonly dispatchTable: PyDict
  readonly extensions: PyDict
  readonly extensionNames: PyDict
  readonly extensionCache: PyDict
  readonly names2to3: PyDict
  readonly modules2to3: PyDict
  readonly names3to2: PyDict
  readonly modules3to2: PyDict
  readonly encode: Value
  readonly partial: Value
  readonly getattr: Value
}

const key = '_pickle.registries'

/** Look everything up, for the interpreter whose `_pickle` is being made. */
export function readRegistries(py: Thread): void {
  const dict = (module: string, name: string): PyDict => {
    const found = getAttr(importModule(module, py), narrowStr(name), py)
    if (found instanceof PyDict) return found
    return raise(RuntimeError, `${module}.${name} should be a dict, not ${typeOf(found).tpName}`)
  }
  const encode = getAttr(importModule('codecs', py), narrowStr('encode'), py)
  if (!isCallable(encode)) raise(RuntimeError, `codecs.encode should be a callable, not ${typeOf(encode).tpName}`)
  const registries: Registries = {
    dispatchTable: dict('copyreg', 'dispatch_table'),
    extensions: dict('copyreg', '_extension_registry'),
    extensionNames: dict('copyreg', '_inverted_registry'),
    extensionCache: dict('copyreg', '_extension_cache'),
    names2to3: dict('_compat_pickle', 'NAME_MAPPING'),
    modules2to3: dict('_compat_pickle', 'IMPORT_MAPPING'),
    names3to2: dict('_compat_pickle', 'REVERSE_NAME_MAPPING'),
    modules3to2: dict('_compat_pickle', 'REVERSE_IMPORT_MAPPING'),
    encode,
    partial: getAttr(importModule('functools', py), narrowStr('partial'), py),
    getattr: py.interpreter.builtins.getStr('getattr') as Value,
  }
  py.interpreter.state.set(key, registries)
}

export const registriesOf = (py: Thread): Registries => py.interpreter.state.get(key) as Registries
