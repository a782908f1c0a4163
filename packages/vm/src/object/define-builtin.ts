// The declaration of a builtin function or method: signature, doc, body; nothing else.
import { PyBuiltin } from '../data/callables.ts'
import type { KeywordNames } from '../data/slots.ts'
import type { Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { makeBinder, type Binder } from './binder.ts'
import { makeDirect, type Direct } from './direct.ts'
import { parseSignature, type Parsed, type Signature } from './signature.ts'

export type BuiltinKind = 'function' | 'method' | 'class method' | 'static method'

/** The body as the binder calls it: receiver (methods and class methods), converted arguments, thread. */
export type AnyBody = (...args: never[]) => Value | void

/** Options beyond signature, doc and body. */
export interface BuiltinOptions {
  /** What `__text_signature__` shows where the grammar does not cover CPython's; null for none. */
  text?: string | null
  /**
   * Name in error messages where it is not the function's own (`bytes.fromhex`: `fromhex`); empty for functions whose
   * arguments C parses without a name (`function takes at most 2 arguments (3 given)`).
   */
  errorName?: string
  /** C parses the arguments by a format, one after the other: the first fault is the one told. Default: where they have no name. */
  byFormat?: boolean
  /** See the field of the definition. */
  varargs?: boolean
  /** C asks for the class that defines the method, and counts its arguments as if they had names: see TypeDeclaration. */
  definingClass?: boolean
  /** Waits for other threads, by `waitUntil`: until then, the instruction that calls it may be run again and again. */
  waits?: boolean
  /** While Python code runs that it has called, it holds nothing that its arguments and the frames do not: collections may go on. */
  transparent?: boolean
}

export class BuiltinDefinition {
  readonly source: string
  readonly doc: string
  readonly body: AnyBody
  readonly kind: BuiltinKind
  readonly options: BuiltinOptions
  readonly name: string
  /** Name of the class for messages (`list.append`), set by defineType. */
  ownerName: string | undefined = undefined
  /** C gets a tuple and a dict (METH_VARARGS): keywords need not be str. Default: where it parses by a format. */
  varargs: boolean
  #signature: Signature | undefined
  #binder: Binder | undefined
  #direct: Direct | undefined
  constructor(source: string, doc: string, body: AnyBody, kind: BuiltinKind, options: BuiltinOptions) {
    this.source = source
    this.doc = doc
    this.body = body
    this.kind = kind
    this.options = options
    this.varargs = options.varargs ?? options.byFormat ?? options.errorName === ''
    this.name = source.slice(0, source.indexOf('('))
  }
  /** The definition for a class; one that another class has too is copied, since messages name the class. */
  ownedBy(name: string, definingClass = false): BuiltinDefinition {
    const shared = definingClass || (this.ownerName !== undefined && this.ownerName !== name)
    const options = definingClass ? { ...this.options, definingClass } : this.options
    const own = shared ? new BuiltinDefinition(this.source, this.doc, this.body, this.kind, options) : this
    own.ownerName = name
    return own
  }
  /** Read on first use: a program touches few of the 1,500. */
  get signature(): Signature {
    return (this.#signature ??= parseSignature(this.source))
  }
  get textSignature(): string | undefined {
    if (this.options.text !== undefined) return this.options.text ?? undefined
    const { text, parameters } = this.signature
    if (this.kind !== 'function') return text
    // The module stands first, as a receiver does.
    if (parameters.some(({ kind }) => kind === 'positional')) return `($module, ${text.slice(1)}`
    return parameters.length === 0 ? '($module, /)' : `($module, /, ${text.slice(1)}`
  }
  get invoke(): Binder {
    return (this.#binder ??= makeBinder(this))
  }
  /** The same for arguments that lie in a stack, none of them named. */
  get direct(): Direct {
    return (this.#direct ??= makeDirect(this))
  }
}

/** Declare a function of a builtin module. */
export function fn<const S extends string>(
  signature: S,
  doc: string,
  body: (...args: [...Parsed<S>, py: Thread]) => Value | void,
  options: BuiltinOptions = {},
): BuiltinDefinition {
  return new BuiltinDefinition(signature, doc, body as unknown as AnyBody, 'function', options)
}

/** `const method = methods<PyList>()`, then `method('append(self, object: object, /)', doc, (self, object) => …)`. */
export function methods<Self>() {
  return <const S extends string>(
    signature: S,
    doc: string,
    body: (...args: [self: Self, ...Parsed<S>, py: Thread]) => Value | void,
    options: BuiltinOptions = {},
  ): BuiltinDefinition => new BuiltinDefinition(signature, doc, body as unknown as AnyBody, 'method', options)
}

/** Declare a class method: `(cls, …, py)`. */
export function classMethod<const S extends string>(
  signature: S,
  doc: string,
  body: (...args: [cls: import('../data/type.ts').PyType, ...Parsed<S>, py: Thread]) => Value | void,
  options: BuiltinOptions = {},
): BuiltinDefinition {
  return new BuiltinDefinition(signature, doc, body as unknown as AnyBody, 'class method', options)
}

/** Declare a static method: no receiver. */
export function staticMethod<const S extends string>(
  signature: S,
  doc: string,
  body: (...args: [...Parsed<S>, py: Thread]) => Value | void,
  options: BuiltinOptions = {},
): BuiltinDefinition {
  return new BuiltinDefinition(signature, doc, body as unknown as AnyBody, 'static method', options)
}

/** Call a definition with a receiver (undefined for functions). */
export function invoke(
  definition: BuiltinDefinition,
  self: Value | undefined,
  args: Value[],
  names: KeywordNames | undefined,
  py: Thread,
): Value {
  return definition.invoke(self, args, names, py)
}

/** A function object of a definition, as a module holds it. */
export function builtinFunction(definition: BuiltinDefinition, self?: Value, module?: Value): PyBuiltin {
  return new PyBuiltin(definition, self, module)
}
