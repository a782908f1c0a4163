// A builtin's signature is Python text; this file reads it twice: TypeScript infers the argument types of the body
// from the literal, and `parseSignature` makes the same parameters for the binder at run time.
//
// `'split(self, /, sep: str | None = None, maxsplit: index = -1)'`
//        ^ receiver, not an argument of the binder
//              ^ `/` and `*` as in Python
//                 ^ name, converter (a key of Converters), `| None` lets None through as undefined, default
//
// A default `<unrepresentable>` leaves the argument undefined when it is not given.
import type { PyByteArray, PyBytes } from '../data/bytes.ts'
import type { PyCode } from '../data/code.ts'
import type { PyDict } from '../data/dict.ts'
import type { PyFrame } from '../data/frame.ts'
import type { PyObject } from '../data/object.ts'
import type { PyList, PyTuple } from '../data/sequences.ts'
import type { PyType } from '../data/type.ts'
import type { Int, Str, Value } from '../data/values.ts'

/** What each converter hands to the body. */
export interface Converters {
  /** Anything. */
  object: Value
  /** An int through `__index__`. */
  int: Int
  /** A Py_ssize_t through `__index__`; OverflowError beyond. */
  index: number
  /** A Py_ssize_t of an int itself: `__index__` is not asked. */
  exactsize: number
  /** As index, but clamped: positions of slices, `find(sub, start, end)`. */
  position: number
  /** A C int (32 bits, OverflowError beyond). */
  cint: number
  /** The same where C parses arguments by a format, which calls what is too large a signed integer. */
  signed: number
  /** A C unsigned or signed 64-bit number. */
  longlong: bigint
  /** A place in a file: an off_t. */
  offset: number
  /** Truth of anything. */
  bool: boolean
  /** A float through `__float__` or `__index__`. */
  float: number
  /** A str, or an instance of a subclass, as its str. */
  str: Str
  /** The same where C takes a `char *`: neither NUL nor a lone surrogate in it. */
  cstring: Str
  /** The name of a file: str, bytes or os.PathLike. */
  filename: string
  /** A str of one code point, as that code point. */
  char: number
  bytes: PyBytes
  bytearray: PyByteArray
  /** The bytes of any bytes-like object; not to be written. */
  buffer: Uint8Array
  /** The same, or the UTF-8 of a str. */
  text_bytes: Uint8Array
  /** The iterator of any iterable. */
  iterator: PyObject
  /** All items of any iterable, in a fresh array. */
  items: Value[]
  callable: Value
  code: PyCode
  frame: PyFrame
  type: PyType
  tuple: PyTuple
  list: PyList
  dict: PyDict
}

/** A converter that does not exist shows up under its name at the body. */
export interface Unknown<Name> {
  readonly unknownConverter: Name
}

type Convert<C extends string> = C extends keyof Converters ? Converters[C] : Unknown<C>

type Split<S extends string, Done extends string[] = []> = S extends `${infer Head}, ${infer Rest}`
  ? Split<Rest, [...Done, Head]>
  : [...Done, S]

type Receiver = 'self' | 'cls' | '/' | '*' | ''

type Argument<P extends string> = P extends `**${string}`
  ? PyDict
  : P extends `*${string}`
    ? Value[]
    : P extends `${string}: ${infer C} | None = ${string}`
      ? Convert<C> | undefined
      : P extends `${string}: ${infer C} = <unrepresentable>`
        ? Convert<C> | undefined
        : P extends `${string}: ${infer C} = ${string}`
          ? Convert<C>
          : P extends `${string}: ${infer C} | None`
            ? Convert<C> | undefined
            : P extends `${string}: ${infer C}`
              ? Convert<C>
              : Value

type Arguments<List extends string[], Done extends unknown[] = []> = List extends [
  infer Head extends string,
  ...infer Rest extends string[],
]
  ? Head extends Receiver
    ? Arguments<Rest, Done>
    : Arguments<Rest, [...Done, Argument<Head>]>
  : Done

/** The arguments that a signature's body receives, without receiver and `py`. */
export type Parsed<S extends string> = S extends `${string}(${infer List})` ? Arguments<Split<List>> : []

export type ParameterKind = 'positional' | 'either' | 'keyword' | 'rest' | 'keywords'

/** One parameter, as the binder uses it. */
export interface Parameter {
  readonly name: string
  readonly kind: ParameterKind
  readonly converter: keyof Converters
  /** None is let through as undefined. */
  readonly nullable: boolean
  readonly optional: boolean
  /** Text of the default; undefined when there is none, or none to show. */
  readonly defaultText: string | undefined
}

export interface Signature {
  readonly name: string
  readonly parameters: readonly Parameter[]
  /** The text without converters, as `__text_signature__` has it. */
  readonly text: string
}

/** Read a signature. */
export function parseSignature(signature: string): Signature {
  const open = signature.indexOf('(')
  const name = signature.slice(0, open)
  const parts = signature.slice(open + 1, -1).split(', ').filter((part) => part !== '')
  const parameters: Parameter[] = []
  const shown: string[] = []
  const slash = parts.indexOf('/')
  let afterStar = false
  // A receiver is never passed by name, so that it is shown before a `/` even where no other parameter is.
  const receiver = parts[0] === 'self' || parts[0] === 'cls'
  parts.forEach((part, place) => {
    const match = /^(\*{0,2})([A-Za-z_]\w*)?(?:: (\w+)( \| None)?)?(?: = (.*))?$/s.exec(part)
    if (part === '/' || part === 'self' || part === 'cls') {
      shown.push(part === '/' ? part : part === 'self' ? '$self' : '$type')
      if (receiver && place === 0 && slash < 0) shown.push('/')
      return
    }
    if (match === null) throw new SyntaxError(`unreadable parameter in builtin signature: ${signature}`)
    const [, stars, word, converter = 'object', nullable, defaultText] = match
    if (word === undefined) {
      shown.push('*')
      afterStar = true
      return
    }
    const kind: ParameterKind =
      stars === '**' ? 'keywords' : stars === '*' ? 'rest' : afterStar ? 'keyword' : place < slash ? 'positional' : 'either'
    if (stars === '*') afterStar = true
    parameters.push({
      name: word,
      kind,
      converter: converter as keyof Converters,
      nullable: nullable !== undefined,
      optional: defaultText !== undefined,
      defaultText: defaultText === '<unrepresentable>' ? undefined : defaultText,
    })
    shown.push((stars ?? '') + word + (defaultText === undefined ? '' : `=${defaultText}`))
  })
  return { name, parameters, text: `(${shown.join(', ')})` }
}
