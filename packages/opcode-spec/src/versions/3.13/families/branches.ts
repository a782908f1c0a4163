// Jumps. Targets are counted in code units from behind the instruction and its caches.
import { count, jump } from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** Jumps. */
export const branches = family({
  JUMP_FORWARD: {
    code: 79, effect: '--', arg: jump, jumps: 'forward', ends: true,
    doc: 'Jump forward.',
  },
  JUMP_BACKWARD: {
    code: 77, effect: '--', arg: jump, caches: { counter: 1 }, raises: true, interruptible: true,
    jumps: 'backward', ends: true,
    doc: 'Jump backward and look for pending work.',
  },
  JUMP_BACKWARD_NO_INTERRUPT: {
    code: 78, effect: '--', arg: jump, jumps: 'backward', ends: true,
    doc: 'Jump backward within `await` or `yield from`, where no signal may come between.',
  },
  POP_JUMP_IF_TRUE: {
    code: 100, effect: 'condition --', arg: jump, caches: { counter: 1 }, jumps: 'forward',
    doc: 'Pop a bool and jump when it is True.',
  },
  POP_JUMP_IF_FALSE: {
    code: 97, effect: 'condition --', arg: jump, caches: { counter: 1 }, jumps: 'forward',
    doc: 'Pop a bool and jump when it is False.',
  },
  POP_JUMP_IF_NONE: {
    code: 98, effect: 'value --', arg: jump, caches: { counter: 1 }, jumps: 'forward',
    doc: 'Pop a value and jump when it is None.',
  },
  POP_JUMP_IF_NOT_NONE: {
    code: 99, effect: 'value --', arg: jump, caches: { counter: 1 }, jumps: 'forward',
    doc: 'Pop a value and jump when it is not None.',
  },
  ENTER_EXECUTOR: {
    code: 70, effect: '--', arg: count, ends: true,
    doc: 'Continue in machine code made by the tier-2 optimizer; never emitted.',
  },
})
