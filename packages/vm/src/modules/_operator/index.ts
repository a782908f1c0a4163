// _operator: the operators as functions, and callables that fetch.
import { defineModule } from '../../object/define-module.ts'
import { functions } from './functions.ts'
import { attrgetter, itemgetter, methodcaller } from './getters.ts'

export const _operator = defineModule('_operator', () => ({
  doc: 'The operators of Python as functions.',
  functions,
  types: [itemgetter, attrgetter, methodcaller],
}))
