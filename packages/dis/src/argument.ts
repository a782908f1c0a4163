// What an argument stands for: its value, and the text in parentheses behind it.
import {
  binaryOperators, COMPARE_TO_BOOL, compareOperators, conversions, functionAttributes, intrinsics1,
  intrinsics2, python313,
} from '@pellucid/opcode-spec'
import type { CodeConstant, CodeObject } from '@pellucid/opcode-spec'
import { DisassemblyError } from './errors.ts'
import type { Labels } from './labels.ts'
import { targetOf } from './unpack.ts'
import type { Word } from './unpack.ts'
import { reprCodeConstant } from './values.ts'
import type { Address } from './values.ts'

/** What an argument refers to; for a pair of variables both names. */
export type ArgumentValue = CodeConstant | readonly [string, string]

/** An argument resolved. */
export interface Argument {
  readonly value: ArgumentValue
  readonly repr: string
}

/** What arguments are resolved against. */
export interface Resolver {
  readonly code: CodeObject
  readonly labels: Labels
  readonly address: Address
}

function at<T>(table: readonly T[], index: number, word: Word, what: string): T {
  const item = table[index]
  if (item === undefined) throw new DisassemblyError(`no ${what} ${index}`, word.offset)
  return item
}

type Resolve = (resolver: Resolver, arg: number, word: Word) => Argument

const named = (value: string, suffix = ''): Argument => ({ value, repr: value + suffix })

// The low bits are flags; the first of them asks for a NULL, or self, beside the value.
function nameWithFlags(shift: number, suffix: string): Resolve {
  return ({ code }, arg, word) => {
    const name = at(code.names, arg >> shift, word, 'name')
    return named(name, arg & 1 && name !== '' ? suffix : '')
  }
}

const variable: Resolve = ({ code }, arg, word) => named(at(code.localsplusnames, arg, word, 'variable'))

const jump: Resolve = ({ labels }, _arg, word) => {
  const target = targetOf(word) as number
  return { value: target, repr: `to L${labels.get(target)}` }
}

const described = (table: readonly string[], what: string): Resolve => (_resolver, arg, word) => ({
  value: arg,
  repr: at(table, arg, word, what),
})

const resolvers: Readonly<Record<string, Resolve>> = {
  constant({ code, address }, arg, word) {
    if (arg < 0 || arg >= code.consts.length) throw new DisassemblyError(`no constant ${arg}`, word.offset)
    const value = code.consts[arg] as CodeConstant
    return { value, repr: reprCodeConstant(value, address) }
  },
  name: ({ code }, arg, word) => named(at(code.names, arg, word, 'name')),
  globalName: nameWithFlags(1, ' + NULL'),
  attributeName: nameWithFlags(1, ' + NULL|self'),
  superAttributeName: nameWithFlags(2, ' + NULL|self'),
  local: variable,
  cell: variable,
  localPair({ code }, arg, word) {
    const first = at(code.localsplusnames, arg >> 4, word, 'variable')
    const second = at(code.localsplusnames, arg & 15, word, 'variable')
    return { value: [first, second], repr: `${first}, ${second}` }
  },
  jump,
  handler: jump,
  compareOperator(_resolver, arg, word) {
    const operator = at(compareOperators, arg >> 5, word, 'comparison')
    return { value: operator, repr: arg & COMPARE_TO_BOOL ? `bool(${operator})` : operator }
  },
  conversion(_resolver, arg, word) {
    if (arg < 0 || arg >= conversions.length) throw new DisassemblyError(`no conversion ${arg}`, word.offset)
    const name = conversions[arg]
    return { value: name ?? null, repr: name ?? '' }
  },
  functionAttribute(_resolver, arg) {
    const names = Object.entries(functionAttributes).filter(([bit]) => arg & Number(bit))
    return { value: arg, repr: names.map(([, name]) => name).join(', ') }
  },
  binaryOperator: described(binaryOperators.map(([, text]) => text), 'operator'),
  intrinsic1: described(intrinsics1, 'intrinsic'),
  intrinsic2: described(intrinsics2, 'intrinsic'),
}

/** The meaning of a word's argument. */
export function resolveArgument(resolver: Resolver, word: Word): Argument {
  if (word.arg === null) return { value: null, repr: '' }
  const resolve = resolvers[python313.byCode[word.base]?.arg?.kind ?? '']
  return resolve === undefined ? { value: word.arg, repr: '' } : resolve(resolver, word.arg, word)
}
