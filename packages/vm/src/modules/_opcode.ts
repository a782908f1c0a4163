// _opcode: what opcode and dis ask about instructions.
import {
  binaryOperators, hasArg, hasConst, hasExc, hasFree, hasJump, hasLocal, hasName, intrinsics1, intrinsics2, isOpcode, stackEffect,
} from '@pellucid/opcode-spec'
import { PyCode } from '../data/code.ts'
import { newList, newTuple } from '../data/sequences.ts'
import { typeOf } from '../data/type.ts'
import { newInt, newStr, None, smallInt, type Value } from '../data/values.ts'
import { fn, type BuiltinDefinition } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { RuntimeError, TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { index } from '../protocols/index-number.ts'
import { raise } from '../protocols/raise.ts'

/** CPython's tables leave it out. */
const INSTRUMENTED_LINE = 254

function stackEffectOf(op: number, oparg: number, jump: Value): Value {
  if (jump !== None && typeof jump !== 'boolean') raise(ValueError, 'stack_effect: jump must be False, True or None')
  try {
    return newInt(stackEffect(op, oparg, typeof jump === 'boolean' ? jump : undefined))
  } catch (caught) {
    if (!(caught instanceof RangeError)) throw caught
    return raise(ValueError, 'invalid opcode or oparg')
  }
}

function question(name: string, doc: string, ask: (op: number) => boolean): BuiltinDefinition {
  return fn(`${name}(opcode: cint)` as 'f(opcode: cint)', doc, (opcode) => isOpcode(opcode) && ask(opcode))
}

const names = (list: readonly string[]): Value => newList(list.map((name) => newStr(name)))

export const _opcode = defineModule('_opcode', () => ({
  doc: 'What opcode and dis ask of the interpreter.',
  functions: [
    fn('stack_effect(opcode: cint, oparg: object = None, /, *, jump: object = None)', 'How an instruction changes the depth of the stack.', (opcode, oparg, jump, py) =>
      stackEffectOf(opcode, oparg === None ? 0 : Number(index(oparg, py)), jump),
    ),
    question('is_valid', 'Is it an opcode?', (opcode) => opcode !== INSTRUMENTED_LINE),
    question('has_arg', 'Does the opcode use its argument?', hasArg),
    question('has_const', 'Is the argument an index into co_consts?', hasConst),
    question('has_name', 'Is the argument an index into co_names?', hasName),
    question('has_jump', 'Is the argument a jump?', hasJump),
    question('has_free', 'Is the argument the place of a cell?', hasFree),
    question('has_local', 'Does the opcode use a local variable?', hasLocal),
    question('has_exc', 'Does the opcode set up a handler?', hasExc),
    fn('get_specialization_stats()', 'Figures of specialisation: none are kept.', () => None, { text: '($module, /)' }),
    fn('get_nb_ops()', 'The operators of BINARY_OP.', () => newList(binaryOperators.map(([name, text]) => newTuple([newStr(name), newStr(text)]))), {
      text: '($module, /)',
    }),
    fn('get_intrinsic1_descs()', 'The functions of CALL_INTRINSIC_1.', () => names(intrinsics1), { text: '($module, /)' }),
    fn('get_intrinsic2_descs()', 'The functions of CALL_INTRINSIC_2.', () => names(intrinsics2), { text: '($module, /)' }),
    fn('get_executor(code: object, offset: cint)', 'The optimised code at an offset: there is none.', (code) => {
      if (!(code instanceof PyCode)) raise(PyTypeError, `expected a code object, not '${typeOf(code).tpName}'`)
      return raise(RuntimeError, 'Executors are not available in this build')
    }),
  ],
  constants: () => ({ ENABLE_SPECIALIZATION: smallInt(1) }),
}))
