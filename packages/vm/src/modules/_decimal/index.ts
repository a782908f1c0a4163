// _decimal (https://docs.python.org/3.13/library/decimal.html): decimal arithmetic as CPython's C module has it, which
// is libmpdec's. `arithmetic/` knows no Python but the layout of a Decimal; the files here are the module.
import type { PyType } from '../../data/type.ts'
import { narrowStr, newInt, type Value } from '../../data/values.ts'
import { defineModule } from '../../object/define-module.ts'
import { getAttr, setAttr } from '../../protocols/attributes.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { importModule } from '../../protocols/import-module.ts'
import type { Thread } from '../../thread.ts'
import { Condition, MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, Rounding, roundingNames } from './arithmetic/limits.ts'
import { defineContext } from './context.ts'
import { PyDecimalContext } from './context-layout.ts'
import { contextFunctions, defineContextManager } from './current.ts'
import { defineDecimal } from './decimal.ts'
import { defineSignalDictMixin, makeSignalDict } from './signal-dict.ts'
import { makeExceptions } from './signals.ts'
import { keepState, keptState, type DecimalState } from './state.ts'

interface Types {
  readonly decimal: PyType
  readonly context: PyType
  readonly signalDictMixin: PyType
}

let made: Types | undefined

/** The classes that all interpreters share, made at the first import of any. */
function types(): Types {
  if (made === undefined) {
    defineContextManager()
    made = { decimal: defineDecimal(), context: defineContext(), signalDictMixin: defineSignalDictMixin() }
  }
  return made
}

const attribute = (module: string, name: string, py: Thread): Value => getAttr(importModule(module, py), narrowStr(name), py)

function basicContext(): PyDecimalContext {
  const context = new PyDecimalContext()
  context.prec = 9
  context.rounding = Rounding.HALF_UP
  context.traps |= Condition.UNDERFLOW | Condition.CLAMPED
  return context
}

function extendedContext(): PyDecimalContext {
  const context = new PyDecimalContext()
  context.prec = 9
  context.traps = 0
  return context
}

/** What needs Lib: Decimal is a Number, its parts a named tuple, flags and traps a MutableMapping. */
function makeState(py: Thread): DecimalState {
  const templates = [new PyDecimalContext(), basicContext(), extendedContext()] as const
  const { decimal, signalDictMixin } = types()
  callMethod(attribute('numbers', 'Number', py), 'register', [decimal], py)
  const namedTuple = attribute('collections', 'namedtuple', py)
  const decimalTuple = call(namedTuple, [narrowStr('DecimalTuple'), narrowStr('sign digits exponent')], py)
  setAttr(decimalTuple, narrowStr('__module__'), narrowStr('decimal'), py)
  return {
    exceptions: makeExceptions(),
    signalDict: makeSignalDict(signalDictMixin, attribute('collections.abc', 'MutableMapping', py), py),
    decimalTuple,
    rational: attribute('numbers', 'Rational', py),
    templates,
  }
}

function members(py: Thread): Record<string, Value> {
  // A module that is imported afresh has the same classes and contexts.
  const state = keptState(py) ?? makeState(py)
  keepState(state, py)
  const [defaultContext, basic, extended] = state.templates
  return {
    DecimalTuple: state.decimalTuple,
    ...Object.fromEntries(state.exceptions),
    DefaultContext: defaultContext,
    HAVE_CONTEXTVAR: true,
    HAVE_THREADS: true,
    BasicContext: basic,
    ExtendedContext: extended,
    MAX_PREC: newInt(MAX_PREC),
    MAX_EMAX: newInt(MAX_EMAX),
    MIN_EMIN: newInt(MIN_EMIN),
    MIN_ETINY: newInt(MIN_ETINY),
    ...Object.fromEntries([...roundingNames].sort().map((name) => [name, narrowStr(name)])),
    __version__: narrowStr('1.70'),
    __libmpdec_version__: narrowStr('2.5.1'),
  }
}

export const _decimal = defineModule('_decimal', () => ({
  doc: 'Decimal arithmetic.',
  functions: contextFunctions(),
  types: [types().decimal, types().context],
  constants: members,
}))
