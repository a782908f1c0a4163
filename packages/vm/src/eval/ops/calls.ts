// The interpreter's own functions.
import { intrinsics1, intrinsics2 } from '@pellucid/opcode-spec'
import type { families } from '@pellucid/opcode-spec/instructions'
import { intrinsicsOfOne, intrinsicsOfTwo } from '../intrinsics.ts'
import type { HandlersOf } from './handlers.ts'

export const calls = {
  CALL_INTRINSIC_1: (py, value, arg, frame) => intrinsicsOfOne[intrinsics1[arg] as keyof typeof intrinsicsOfOne](value, frame, py),
  CALL_INTRINSIC_2: (py, first, second, arg) => intrinsicsOfTwo[intrinsics2[arg] as keyof typeof intrinsicsOfTwo](first, second, py),
} satisfies HandlersOf<(typeof families)['calls'], 'CALL_INTRINSIC_1' | 'CALL_INTRINSIC_2'>
