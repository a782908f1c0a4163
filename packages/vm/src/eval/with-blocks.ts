// Entering with blocks (https://docs.python.org/3.13/reference/compound_stmts.html#the-with-statement).
import { typeOf } from '../data/type.ts'
import type { Value } from '../data/values.ts'
import { call, lookupSpecial } from '../protocols/call.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'

interface Protocol {
  readonly enter: string
  readonly exit: string
  readonly name: string
  /** For who took the other kind of statement. */
  readonly other: { readonly enter: string; readonly name: string; readonly statement: string }
}

const plain: Protocol = {
  enter: '__enter__', exit: '__exit__', name: 'context manager',
  other: { enter: '__aenter__', name: 'asynchronous context manager', statement: 'async with' },
}
export const asynchronous: Protocol = {
  enter: '__aenter__', exit: '__aexit__', name: 'asynchronous context manager',
  other: { enter: '__enter__', name: 'context manager', statement: 'with' },
}

const refusal = (manager: Value, protocol: Protocol): string =>
  `'${typeOf(manager).tpName}' object does not support the ${protocol.name} protocol`

/** The bound method that ends the block. */
export function exitOf(manager: Value, py: Thread, protocol = plain): Value {
  return lookupSpecial(manager, protocol.exit, py) ?? raise(PyTypeError, `${refusal(manager, protocol)} (missed ${protocol.exit} method)`)
}

/** That method, and what the one that begins the block answers. */
export function enterWith(manager: Value, protocol: Protocol, py: Thread): readonly [exit: Value, entered: Value] {
  const enter = lookupSpecial(manager, protocol.enter, py)
  if (enter === undefined) {
    const { other } = protocol
    const has = lookupSpecial(manager, other.enter, py) !== undefined
    const hint = has ? ` but it supports the ${other.name} protocol. Did you mean to use '${other.statement}'?` : ''
    return raise(PyTypeError, refusal(manager, protocol) + hint)
  }
  const exit = exitOf(manager, py, protocol)
  return [exit, call(enter, [], py)]
}

/** BEFORE_WITH where `__enter__` is not Python's: both are put on the stack. */
export function enterBlock(stack: (Value | undefined)[], sp: number, py: Thread): number {
  const [exit, entered] = enterWith(stack[sp - 1] as Value, plain, py)
  stack[sp - 1] = exit
  stack[sp] = entered
  return sp + 1
}
