// The builtins module.
import { EllipsisObject, None, NotImplemented, type Value } from '../../data/values.ts'
import { defineModule } from '../../object/define-module.ts'
import { exceptions } from '../../protocols/exceptions.ts'
import { builtinTypes } from '../../types/index.ts'
import { attributeFunctions } from './attributes.ts'
import { buildClassFunction } from './build-class.ts'
import { evaluationFunctions } from './evaluation.ts'
import { iterationFunctions } from './iteration.ts'
import { numberFunctions } from './numbers.ts'
import { textFunctions } from './text.ts'

export const builtins = defineModule('builtins', () => ({
  doc: 'Functions, classes and constants that need no import.',
  varargs: 'dir vars',
  functions: [
    buildClassFunction, ...attributeFunctions, ...evaluationFunctions, ...iterationFunctions, ...numberFunctions, ...textFunctions,
  ].sort((a, b) => (a.name < b.name ? -1 : 1)),
  constants: (py): Record<string, Value> => ({
    None,
    Ellipsis: EllipsisObject,
    NotImplemented,
    False: false,
    True: true,
    ...builtinTypes,
    __debug__: py.interpreter.settings.optimize === 0,
    ...Object.fromEntries(exceptions),
    EnvironmentError: exceptions.get('OSError') as Value,
    IOError: exceptions.get('OSError') as Value,
  }),
}))
