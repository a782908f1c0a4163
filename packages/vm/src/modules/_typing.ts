// _typing: the classes of typing that the interpreter itself makes.
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import {
  genericType, NoDefault, paramSpecArgsType, paramSpecKwargsType, paramSpecType, typeAliasType, typeVarTupleType, typeVarType,
} from '../types/type-parameters/index.ts'

export const _typing = defineModule('_typing', () => ({
  doc: 'What typing needs of the interpreter.',
  functions: [fn('_idfunc(x: object, /)', 'Answer the argument.', (x) => x)],
  types: [typeVarType, typeVarTupleType, paramSpecType, paramSpecArgsType, paramSpecKwargsType, typeAliasType, genericType],
  constants: () => ({ NoDefault }),
}))
