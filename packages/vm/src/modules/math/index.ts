// math (https://docs.python.org/3.13/library/math.html): results equal those of glibc to the last bit.
import { defineModule } from '../../object/define-module.ts'
import { namedNumbers } from './constants.ts'
import { integerFunctions } from './integers.ts'
import { logarithmFunctions } from './logarithm.ts'
import { neighbourFunctions } from './neighbours.ts'
import { realFunctions } from './real.ts'
import { sumFunctions } from './sums.ts'

export const math = defineModule('math', () => ({
  doc: 'Functions of real numbers.',
  functions: [...realFunctions, ...logarithmFunctions, ...integerFunctions, ...sumFunctions, ...neighbourFunctions].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  ),
  constants: namedNumbers,
}))
