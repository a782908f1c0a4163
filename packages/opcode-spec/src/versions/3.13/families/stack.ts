// Moving values on the operand stack, and the instructions that do nothing.
import { constant, depth, extension } from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** Moving values on the operand stack, and the instructions that do nothing. */
export const stack = family({
  NOP: {
    code: 30, effect: '--',
    doc: 'Do nothing; the optimizer keeps one where a line would otherwise vanish from tracing.',
  },
  POP_TOP: {
    code: 32, effect: 'value --',
    doc: 'Drop the top of the stack.',
  },
  PUSH_NULL: {
    code: 34, effect: '-- null_',
    doc: 'Push NULL, the empty self slot of a call.',
  },
  COPY: {
    code: 61, effect: 'bottom, unused[oparg - 1] -- bottom, unused[oparg - 1], top', arg: depth,
    doc: 'Push the value that lies `oparg` deep, counted from 1.',
  },
  SWAP: {
    code: 115, effect: 'bottom, unused[oparg - 2], top -- top, unused[oparg - 2], bottom', arg: depth,
    doc: 'Exchange the top of the stack with the value `oparg` deep.',
  },
  LOAD_CONST: {
    code: 83, effect: '-- value', arg: constant,
    doc: 'Push a constant of the code object.',
  },
  EXTENDED_ARG: {
    code: 71, effect: '--', arg: extension,
    doc: 'Lend its argument to the next instruction as the next higher byte.',
  },
  CACHE: {
    code: 0, effect: '--',
    doc: 'Space behind an instruction for its inline cache; never executed.',
  },
  RESERVED: {
    code: 17, effect: '--',
    doc: "Kept free for the interpreter's own use; never executed.",
  },
})
