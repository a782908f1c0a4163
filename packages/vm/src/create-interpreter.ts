// Puts an interpreter together: state, main thread, the evaluator, the builtins module.
import { PyDict } from './data/dict.ts'
import { PyModule } from './data/module.ts'
import { asStr, narrowStr, None, strValue } from './data/values.ts'
import { bindHotTypes } from './eval/hot-types.ts'
import { clearLeftovers } from './eval/leftovers.ts'
import { assignLine } from './eval/trace/assign-line.ts'
import { traceChanged } from './eval/trace/traps.ts'
import { evaluator } from './eval/evaluator.ts'
import { compilerFor } from './jit/index.ts'
import type { FrozenModules, Interpreter, Settings } from './interpreter.ts'
import { moduleFactories } from './modules/index.ts'
import type { ModuleFactory } from './object/define-module.ts'
import type { Codec } from './ports/codec.ts'
import type { Frontend } from './ports/frontend.ts'
import type { Host } from './ports/host.ts'
import type { Scheduler } from './ports/scheduler.ts'
import { getAttrOrUndefined } from './protocols/attributes.ts'
import { call, lookupSpecial } from './protocols/call.ts'
import { TypeError as PyTypeError } from './protocols/exceptions.ts'
import { keyRules } from './protocols/hash.ts'
import { seedStringHash } from './protocols/string-hash.ts'
import { importModule } from './protocols/import-module.ts'
import { raise } from './protocols/raise.ts'
import { truth } from './protocols/truth.ts'
import { giveWay } from './protocols/turns.ts'
import { Thread } from './thread.ts'
import { Threads } from './threads.ts'
import { genericAliasType } from './types/generic-alias.ts'
import { PyBytes } from './data/bytes.ts'
import { fileNameOfBytes } from './protocols/file-name.ts'
import { typeOf } from './data/type.ts'

export interface InterpreterOptions {
  readonly settings: Settings
  readonly host: Host
  readonly frontend: Frontend
  readonly codec: Codec
  readonly scheduler: Scheduler
  readonly frozen?: FrozenModules
  /** Builtin modules beyond the machine's own (`_ast`, `_symtable`…). */
  readonly modules?: ReadonlyMap<string, ModuleFactory>
}

const noFrozenModules: FrozenModules = { names: [], isPackage: () => false, code: () => undefined }

/** An interpreter with builtin modules only; `imports/` adds importlib, and pellucid the rest. */
export function createInterpreter(options: InterpreterOptions): Thread {
  bindHotTypes()
  seedStringHash(options.settings.hashSeed ?? (() => options.host.randomBytes(16)))
  const factories = new Map([...moduleFactories, ...(options.modules ?? [])])
  const interpreter: Interpreter = {
    ...options,
    frozen: options.frozen ?? noFrozenModules,
    modules: new PyDict(),
    builtins: new PyDict(),
    sys: new PyDict(),
    mainThread: undefined as unknown as Thread,
    threads: new Threads(),
    giveWay,
    recursionLimit: 1000,
    moduleFactories: factories,
    state: new Map(),
    pending: [],
    onInterrupt: undefined,
    onTraceChange: traceChanged,
    tracers: new Set(),
    compiler: compilerFor(options.settings),
    assignLine,
    ending: undefined,
    finalizable: undefined,
    collector: undefined,
    clearLeftovers,
    aroundImport: undefined,
    convertError: undefined,
    stackEnded: undefined,
    astTools: undefined,
    copyreg: (py) => importModule('copyreg', py),
    genericAlias: () => genericAliasType,
    fsPath(value, py) {
      const method = lookupSpecial(value, '__fspath__', py)
      if (method === undefined) return undefined
      const made = call(method, [], py)
      const text = asStr(made)
      if (text !== undefined) return strValue(text)
      if (made instanceof PyBytes) return fileNameOfBytes(made.bytes)
      return raise(PyTypeError, `expected ${typeOf(value).tpName}.__fspath__() to return str or bytes, not ${typeOf(made).tpName}`)
    },
    isInitializing(module, py) {
      const spec = module instanceof PyModule ? module.namespace.getStr('__spec__') : undefined
      if (spec === undefined || spec === None) return false
      const flag = getAttrOrUndefined(spec, narrowStr('_initializing'), py)
      return flag !== undefined && truth(flag, py)
    },
    importBuiltin(name, py) {
      const known = interpreter.modules.getStr(name)
      if (known !== undefined) return known
      const factory = factories.get(name)
      if (factory === undefined) return undefined
      const module = factory(py)
      interpreter.modules.setStr(name, module)
      return module
    },
  }
  const py = new Thread(interpreter, keyRules, evaluator)
  interpreter.mainThread = py
  interpreter.threads.all.push(py)
  const builtins = factories.get('builtins')?.(py) as PyModule
  ;(interpreter as { builtins: PyDict }).builtins = builtins.namespace
  interpreter.modules.setStr('builtins', builtins)
  interpreter.modules.setStr('sys', factories.get('sys')?.(py) as PyModule)
  return py
}
