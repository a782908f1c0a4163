// importlib, before there is any import: its two files run as frozen modules and install themselves, as in CPython's
// init_importlib and init_importlib_external.
import { PyModule } from '../data/module.ts'
import { narrowStr, newStr, None, type Value } from '../data/values.ts'
import { PyList } from '../data/sequences.ts'
import { listSplice } from '../data/sequences.ts'
import { getAttr } from '../protocols/attributes.ts'
import { callMethod } from '../protocols/call.ts'
import { invariant } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'
import { trustedCodeOf } from '../types/code/constants.ts'
import { frozenModules } from './frozen.ts'
import { importLevel, importlibState } from './import-level.ts'

function runFrozen(name: string, py: Thread): PyModule {
  const code = py.interpreter.frozen.code(name)
  invariant(code !== undefined, `the library has no ${name}`)
  const module = new PyModule()
  const { namespace } = module
  namespace.setStr('__name__', newStr(name))
  namespace.setStr('__doc__', None)
  namespace.setStr('__package__', None)
  namespace.setStr('__loader__', None)
  namespace.setStr('__spec__', None)
  namespace.setStr('__builtins__', py.interpreter.builtins)
  // FrozenImporter takes it out again when it completes the module.
  namespace.setStr('__origname__', newStr(frozenModules.get(name)?.origin ?? name))
  py.interpreter.modules.setStr(name, module)
  py.evaluator.runCode(trustedCodeOf(code), namespace, namespace, py)
  return module
}

/** Import builtin and frozen modules from now on. */
export function installImportlib(py: Thread): void {
  const bootstrap = runFrozen('_frozen_importlib', py)
  py.interpreter.state.set(importlibState, bootstrap)
  const imp = py.interpreter.importBuiltin('_imp', py) as Value
  callMethod(bootstrap, '_install', [py.interpreter.modules.getStr('sys') as Value, imp], py)
}

/** Import files, and archives, from now on. */
export function installExternalImporters(py: Thread): void {
  const bootstrap = py.interpreter.modules.getStr('_frozen_importlib') as Value
  callMethod(bootstrap, '_install_external_importers', [], py)
  const hooks = py.interpreter.sys.getStr('path_hooks')
  const zipimport = importLevel(narrowStr('zipimport'), None, None, 0, py)
  if (hooks instanceof PyList) listSplice(hooks, 0, 0, [getAttr(zipimport, narrowStr('zipimporter'), py)])
}
