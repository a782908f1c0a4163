// ContextVar and Token.
import { PyObject, type Visit } from '../../data/object.ts'
import { asStr, narrowStr, newStr, None, type Str, type Value } from '../../data/values.ts'
import { classMethod, methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import { LookupError, RuntimeError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { identityHash } from '../../protocols/identity.ts'
import { raise, raiseWith } from '../../protocols/raise.ts'
import { address, reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { contextValue, currentContext, setContextValue, type PyContext } from './context.ts'

export class PyContextVar extends PyObject {
  readonly name: Str
  readonly default: Value | undefined
  constructor(name: Str, fallback: Value | undefined) {
    super()
    this.name = name
    this.default = fallback
  }
  override traverse(visit: Visit): void {
    if (this.default !== undefined) visit(this.default)
  }
}

/** What `ContextVar.set` answers: enough to undo it once. */
export class PyToken extends PyObject {
  readonly context: PyContext
  readonly variable: PyContextVar
  readonly old: Value | undefined
  used = false
  constructor(context: PyContext, variable: PyContextVar, old: Value | undefined) {
    super()
    this.context = context
    this.variable = variable
    this.old = old
  }
  override traverse(visit: Visit): void {
    visit(this.context)
    visit(this.variable)
    if (this.old !== undefined) visit(this.old)
  }
}

class PyTokenMissing extends PyObject {}
defineType('Token.MISSING', {
  doc: 'Stands for a value that a variable did not have.',
  instance: PyTokenMissing,
  slots: { repr: () => narrowStr('<Token.MISSING>') },
})
const missing = new PyTokenMissing()

const subscript = classMethod('__class_getitem__(cls, object: object, /)', 'See PEP 585.', (cls, object, py) =>
  call(py.interpreter.genericAlias(py), [cls, object], py),
)

function reset(self: PyContextVar, token: Value, py: Thread): void {
  if (!(token instanceof PyToken)) return raise(PyTypeError, `expected an instance of Token, got ${reprText(token, py)}`)
  if (token.used) raise(RuntimeError, `${reprText(token, py)} has already been used once`)
  if (token.variable !== self) raise(ValueError, `${reprText(token, py)} was created by a different ContextVar`)
  const context = currentContext(py)
  if (token.context !== context) raise(ValueError, `${reprText(token, py)} was created in a different Context`)
  token.used = true
  setContextValue(context, self, token.old)
}

const method = methods<PyContextVar>()

export const contextVarType = defineType('_contextvars.ContextVar(name: object, /, *, default: object = <unrepresentable>)', {
  doc: 'A variable with a value of its own in each context.',
  instance: PyContextVar,
  text: null,
  byFormat: true,
  new(_cls, name, fallback) {
    const text = asStr(name)
    if (text === undefined) return raise(PyTypeError, 'context variable name must be a str')
    return new PyContextVar(text, fallback)
  },
  slots: {
    repr: (self: PyContextVar, py) =>
      newStr(
        `<ContextVar name=${reprText(self.name, py)}${self.default === undefined ? '' : ` default=${reprText(self.default, py)}`} at ${address(self)}>`,
      ),
    hash: (self) => identityHash(self),
  },
  methods: () => [
    method('get(self, default: object = <unrepresentable>, /)', 'The value in the current context.', (self, fallback, py) =>
      contextValue(self, py) ?? fallback ?? self.default ?? raiseWith(LookupError, self),
    ),
    method('set(self, value: object, /)', 'Set the value in the current context.', (self, value, py) => {
      const context = currentContext(py)
      const token = new PyToken(context, self, context.values.get(self))
      setContextValue(context, self, value)
      return token
    }),
    method('reset(self, token: object, /)', 'Undo what made the token.', reset),
    subscript,
  ],
  attributes: () => ({ name: { member: true, get: (self) => self.name, doc: 'the name' } }),
})

export const tokenType = defineType('_contextvars.Token', {
  doc: 'Undoes one ContextVar.set.',
  instance: PyToken,
  text: null,
  newRaw: () => raise(RuntimeError, 'Tokens can only be created by ContextVars'),
  slots: {
    repr: (self: PyToken, py) =>
      newStr(`<Token${self.used ? ' used' : ''} var=${reprText(self.variable, py)} at ${address(self)}>`),
  },
  methods: () => [classMethod('__class_getitem__(cls, object: object, /)', 'See PEP 585.', (cls, object, py) => call(py.interpreter.genericAlias(py), [cls, object], py))],
  attributes: () => ({
    var: { get: (self) => self.variable, doc: 'the variable' },
    old_value: { get: (self) => self.old ?? missing, doc: 'the value before' },
  }),
  constants: () => ({ MISSING: missing, __hash__: None }),
})

/** A key of a context. */
export function checkedVariable(key: Value, py: Thread): PyContextVar {
  if (key instanceof PyContextVar) return key
  return raise(PyTypeError, `a ContextVar key was expected, got ${reprText(key, py)}`)
}

