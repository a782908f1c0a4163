// What lies on the value stack before each instruction, as far as a debugger that lets a frame go on elsewhere has to
// know it: one character a value, the top one last.
import { opcodes, stackEffect } from '@pellucid/opcode-spec'
import type { PyCode } from '../../data/code.ts'
import { decode, type Protected } from '../decode.ts'
import { argumentAt } from '../written.ts'
import { planOf } from './plan.ts'

export const Kind = { ITERATOR: '1', EXCEPTION: '2', OBJECT: '3', NULL: '4', LASTI: '5' } as const

/** A stack that is too deep to be told. */
export const TOO_DEEP = '!'
const DEEPEST = 21

const push = (stack: string, kinds: string): string =>
  stack === TOO_DEEP || stack.length + kinds.length > DEEPEST ? TOO_DEEP : stack + kinds
const pop = (stack: string, count = 1): string => (stack === TOO_DEEP ? stack : stack.slice(0, Math.max(0, stack.length - count)))

const conditional = new Set<number>([
  opcodes.POP_JUMP_IF_FALSE, opcodes.POP_JUMP_IF_TRUE, opcodes.POP_JUMP_IF_NONE, opcodes.POP_JUMP_IF_NOT_NONE,
])
const ends = new Set<number>([opcodes.RETURN_VALUE, opcodes.RETURN_CONST, opcodes.RAISE_VARARGS, opcodes.RERAISE])
const moves = new Set<number>([opcodes.JUMP_FORWARD, opcodes.JUMP_BACKWARD, opcodes.JUMP_BACKWARD_NO_INTERRUPT])

/** The stack after an instruction that goes on with the next one, and after its jump if it has one. */
function after(op: number, oparg: number, stack: string): { next: string | undefined; jump?: string } {
  if (conditional.has(op)) return { next: pop(stack), jump: pop(stack) }
  if (moves.has(op)) return { next: undefined, jump: stack }
  if (ends.has(op)) return { next: undefined }
  const top = stack === TOO_DEEP ? Kind.OBJECT : stack.at(-oparg) ?? Kind.OBJECT
  switch (op) {
    case opcodes.SEND: return { next: stack, jump: stack }
    case opcodes.GET_ITER:
    case opcodes.GET_AITER: return { next: push(pop(stack), Kind.ITERATOR) }
    case opcodes.FOR_ITER: return { next: push(stack, Kind.OBJECT), jump: push(stack, Kind.OBJECT) }
    case opcodes.END_ASYNC_FOR: return { next: pop(stack, 2) }
    case opcodes.PUSH_EXC_INFO: return { next: push(stack, Kind.EXCEPTION) }
    case opcodes.POP_EXCEPT: return { next: pop(stack) }
    case opcodes.PUSH_NULL: return { next: push(stack, Kind.NULL) }
    case opcodes.LOAD_GLOBAL: return { next: push(stack, Kind.OBJECT + (oparg & 1 ? Kind.NULL : '')) }
    case opcodes.LOAD_ATTR: return { next: oparg & 1 ? push(pop(stack), Kind.OBJECT + Kind.NULL) : stack }
    case opcodes.COPY: return { next: push(stack, top) }
    case opcodes.SWAP:
      return { next: stack === TOO_DEEP ? stack : stack.slice(0, -oparg) + (stack.at(-1) ?? '') + stack.slice(stack.length - oparg + 1, -1) + top }
    default: {
      const effect = stackEffect(op, oparg)
      return { next: effect < 0 ? pop(stack, -effect) : push(stack, Kind.OBJECT.repeat(effect)) }
    }
  }
}

function handlerStack(stack: string, { depth, lasti }: Protected): string {
  const kept = stack === TOO_DEEP ? stack : stack.slice(0, depth)
  return push(kept, (lasti ? Kind.LASTI : '') + Kind.EXCEPTION)
}

/** The stack before each instruction; undefined where none leads. */
export function stackKinds(code: PyCode): readonly (string | undefined)[] {
  const { args, handlers } = decode(code)
  const { ops } = planOf(code)
  const stacks = new Array<string | undefined>(ops.length + 1).fill(undefined)
  stacks[0] = ''
  for (let todo = true; todo; ) {
    todo = false
    for (let i = 0; i < ops.length; i++) {
      const stack = stacks[i]
      if (stack === undefined) continue
      const op = ops[i] as number
      const { next, jump } = after(op, argumentAt(code, i), stack)
      if (next !== undefined) stacks[i + 1] ??= next
      if (jump === undefined) continue
      const target = args[i] as number
      if (stacks[target] === undefined && target < i) todo = true
      stacks[target] ??= jump
    }
    for (const entry of handlers) {
      const stack = stacks[entry.start]
      if (stack === undefined || stacks[entry.target] !== undefined) continue
      todo = true
      stacks[entry.target] = handlerStack(stack, entry)
    }
  }
  return stacks
}
