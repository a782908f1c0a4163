export {
  binaryOperators, COMPARE_TO_BOOL, compareArgument, compareMasks, compareOperators, conversions,
  functionAttributes, INPLACE_OFFSET, operatorCodes,
} from './binary-operators.ts'
export type { CompareOperator } from './binary-operators.ts'
export { codeFlagNames, codeFlags, compileFlags, FUTURE_MASK, localKinds } from './code-flags.ts'
export { CodeObject } from './code-object.ts'
export type { CodeConstant, CodeFields } from './code-object.ts'
export { family } from './define.ts'
export type { Instruction } from './define.ts'
export { countItems, parseEffect, sizes } from './effect.ts'
export type {
  Effect, EffectItem, EffectText, InputText, Operands, OutputText, Results, Size,
} from './effect.ts'
export {
  decodeExceptionTable, encodeExceptionTable, ExceptionTableError, findHandler,
} from './exception-table.ts'
export type { ExceptionEntry } from './exception-table.ts'
export { defineInstructionSet, flagBits } from './instruction-set.ts'
export type { InstructionSet } from './instruction-set.ts'
export { intrinsic1Codes, intrinsic2Codes, intrinsics1, intrinsics2 } from './intrinsics.ts'
export {
  coLines, decodeLocationTable, encodeLocationTable, LocationTableError, LocationWriter, noLocation,
  positions,
} from './location-table.ts'
export type { LineRange, Location, LocationEntry } from './location-table.ts'
export { CACHE_TAG, MAGIC_NUMBER, magicBytes } from './magic.ts'
export {
  deoptTable, endsFlow, hasArg, hasConst, hasExc, hasFree, hasJump, hasLocal, hasName, inlineCaches, isInterruptible,
  isOpcode, jumpsBack, opcodeFlags, opname,
} from './opcodes.ts'
export type { ArgumentKind } from './oparg.ts'
export { stackEffect, stackInputs, stackOutputs } from './stack-effect.ts'
export { HAVE_ARGUMENT, MIN_INSTRUMENTED_OPCODE, MIN_PSEUDO_OPCODE, opcodes, python313 } from './versions/3.13/index.ts'
export type { OpcodeName } from './versions/3.13/index.ts'
export { verify, verifyTree } from './verify/index.ts'
export type { Complaint } from './verify/index.ts'
export {
  encodeWordcode, instructionSize, jumpTarget, readWordcode, writeInstruction,
} from './wordcode.ts'
export type { WordInstruction } from './wordcode.ts'
export { withoutColumns } from './without-columns.ts'
