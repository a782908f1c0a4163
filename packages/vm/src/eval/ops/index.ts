// Every instruction that the loop does not do by itself.
import type { instructions } from '@pellucid/opcode-spec/instructions'
import { attributes } from './attributes.ts'
import { calls } from './calls.ts'
import { containers } from './containers.ts'
import { exceptions } from './exceptions.ts'
import { functions } from './functions.ts'
import { generators } from './generators.ts'
import type { Handler } from './handlers.ts'
import { imports } from './imports.ts'
import { iteration } from './iteration.ts'
import { locals } from './locals.ts'
import { matching } from './matching.ts'
import { names } from './names.ts'
import { operators } from './operators.ts'

const all = {
  ...attributes, ...calls, ...containers, ...exceptions, ...functions, ...generators, ...imports, ...iteration,
  ...locals, ...matching, ...names, ...operators,
}

/** With the full parameter list, so that the loop may pass what a handler does not name. */
export const handlers = all as unknown as {
  readonly [Name in keyof typeof all]: Name extends keyof typeof instructions ? Handler<(typeof instructions)[Name]> : never
}
