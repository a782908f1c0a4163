// itertools: building blocks of loops. One iterator a file.
import { defineModule } from '../../object/define-module.ts'
import { accumulate } from './accumulate.ts'
import { batched } from './batched.ts'
import { chain } from './chain.ts'
import { combinations, combinations_with_replacement } from './combinations.ts'
import { compress } from './compress.ts'
import { count } from './count.ts'
import { cycle } from './cycle.ts'
import { dropwhile } from './dropwhile.ts'
import { filterfalse } from './filterfalse.ts'
import { groupby, grouper } from './groupby.ts'
import { islice } from './islice.ts'
import { pairwise } from './pairwise.ts'
import { permutations } from './permutations.ts'
import { product } from './product.ts'
import { repeat } from './repeat.ts'
import { starmap } from './starmap.ts'
import { takewhile } from './takewhile.ts'
import { _tee, tee, teeDataObject } from './tee.ts'
import { zip_longest } from './zip-longest.ts'

export const itertools = defineModule('itertools', () => ({
  doc: 'Iterators that loops are built from: endless ones, ones that select or join, and combinatoric ones.',
  functions: [tee],
  types: [
    accumulate, batched, combinations, combinations_with_replacement, cycle, dropwhile, takewhile, islice, starmap, chain,
    compress, filterfalse, count, zip_longest, pairwise, permutations, product, repeat, groupby, grouper, _tee, teeDataObject,
  ],
}))
