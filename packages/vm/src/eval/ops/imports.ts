// import statements.
import type { families } from '@pellucid/opcode-spec/instructions'
import type { Str } from '../../data/values.ts'
import { importFrom, importName } from '../importing.ts'
import type { HandlersOf } from './handlers.ts'

export const imports = {
  IMPORT_NAME: (py, level, fromlist, arg, frame) => importName(frame, frame.code.names[arg] as Str, fromlist, level, py),
  IMPORT_FROM: (py, module, arg, frame) => importFrom(module, frame.code.names[arg] as Str, py),
} satisfies HandlersOf<(typeof families)['imports'], 'IMPORT_NAME' | 'IMPORT_FROM'>

