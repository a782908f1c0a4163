// decimal.Context: settings as attributes, flags and traps as mappings; its operations are in context-operations.
import { newList, newTuple } from '../../data/sequences.ts'
import { typeOf, type PyType } from '../../data/type.ts'
import { narrowStr, newInt, newStr, smallInt, strValue, type Str, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { genericGetAttr, genericSetAttr } from '../../protocols/attributes.ts'
import { AttributeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { roundingNames } from './arithmetic/limits.ts'
import { assignContext, copyContext, PyDecimalContext } from './context-layout.ts'
import { contextOperations } from './context-operations.ts'
import { applySettings, settings } from './context-settings.ts'
import { contextDecimal, ofFloat } from './convert.ts'
import { finalize } from './arithmetic/finalize.ts'
import { copyOf } from './arithmetic/number.ts'
import { bitsOfMapping, signalDictOf } from './signal-dict.ts'
import { complete, signalNames, signalTypes } from './signals.ts'
import { decimalState } from './state.ts'

const roundingName = (context: PyDecimalContext): Str => narrowStr(roundingNames[context.rounding])

function reprContext(self: PyDecimalContext): Str {
  return newStr(
    `Context(prec=${self.prec}, rounding=${roundingName(self) as string}, Emin=${self.emin}, Emax=${self.emax}, ` +
      `capitals=${Number(self.capitals)}, clamp=${Number(self.clamp)}, flags=${signalNames(self.flags)}, ` +
      `traps=${signalNames(self.traps)})`,
  )
}

function reduce(self: PyDecimalContext, py: Thread): Value {
  const flags = newList(signalTypes(self.flags, py))
  const traps = newList(signalTypes(self.traps, py))
  return newTuple([
    typeOf(self),
    newTuple([
      newInt(self.prec), roundingName(self), newInt(self.emin), newInt(self.emax), smallInt(Number(self.capitals)),
      smallInt(Number(self.clamp)), flags, traps,
    ]),
  ])
}

/** `flags` and `traps` are no members of the class. */
function getAttribute(self: PyDecimalContext, name: Str, py: Thread): Value {
  const text = strValue(name)
  return text === 'traps' || text === 'flags' ? signalDictOf(self, text, py) : genericGetAttr(self, name, py)
}

function setAttribute(self: PyDecimalContext, name: Str, value: Value | undefined, py: Thread): void {
  if (value === undefined) return raise(AttributeError, 'context attributes cannot be deleted')
  const text = strValue(name)
  if (text === 'traps' || text === 'flags') self[text] = bitsOfMapping(value, py)
  else genericSetAttr(self, name, value, py)
}

function ownMethods(): BuiltinDefinition[] {
  const method = methods<PyDecimalContext>()
  return [
    method('clear_flags(self, /)', 'Set all flags to False.', (self) => {
      self.flags = 0
    }),
    method('clear_traps(self, /)', 'Set all traps to False.', (self) => {
      self.traps = 0
    }),
    method('__copy__(self, /)', 'A copy.', copyContext),
    method('__reduce__(self, /)', 'Help pickle.', reduce),
    method('copy(self, /)', 'A copy.', copyContext),
    method(
      'create_decimal(self, num: object = "0", /)',
      'A Decimal fitted to the context.',
      (self, num, py) => {
        self.status = 0
        return complete(self, contextDecimal(num, self, py), py)
      },
      { errorName: '' },
    ),
    method('create_decimal_from_float(self, f: object, /)', 'A Decimal of a float, fitted to the context.', (self, f, py) => {
      self.status = 0
      return complete(self, finalize(copyOf(ofFloat(f)), self), py)
    }),
  ]
}

const setting = (name: string, get: (self: PyDecimalContext) => Value) => ({
  get,
  set: (self: PyDecimalContext, value: Value | undefined, py: Thread): void => {
    if (value === undefined) return raise(AttributeError, 'context attributes cannot be deleted')
    settings[name]?.(self, value, py)
  },
})

/** The class; one for all interpreters. */
export function defineContext(): PyType {
  return defineType(
    'decimal.Context(prec: object = None, rounding: object = None, Emin: object = None, Emax: object = None, capitals: object = None, clamp: object = None, flags: object = None, traps: object = None)',
    {
      doc: 'How arithmetic rounds, what it traps, and what happened.',
      instance: PyDecimalContext,
      subclassable: true,
      errorName: '',
      newRaw: (cls, _args, _names, py) => withClass(assignContext(new PyDecimalContext(), template(py)), cls),
      init(self: PyDecimalContext, prec, rounding, emin, emax, capitals, clamp, flags, traps, py) {
        applySettings(self, { prec, rounding, Emin: emin, Emax: emax, capitals, clamp, traps, flags }, py)
      },
      slots: { repr: reprContext, getattro: getAttribute, setattro: setAttribute },
      methods: () => [...contextOperations(), ...ownMethods()],
      attributes: () => ({
        prec: setting('prec', (self) => newInt(self.prec)),
        Emax: setting('Emax', (self) => newInt(self.emax)),
        Emin: setting('Emin', (self) => newInt(self.emin)),
        rounding: setting('rounding', roundingName),
        capitals: setting('capitals', (self) => smallInt(Number(self.capitals))),
        clamp: setting('clamp', (self) => smallInt(Number(self.clamp))),
      }),
      constants: () => ({ __module__: narrowStr('decimal') }),
    },
  )
}

/** What a context starts from: DefaultContext, capitals apart. */
function template(py: Thread): PyDecimalContext {
  const made = copyContext(decimalState(py).templates[0])
  made.capitals = true
  return made
}
