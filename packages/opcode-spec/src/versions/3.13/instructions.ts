// All instructions of CPython 3.13: 119 real, 12 pseudo, 74 specialised, 19 instrumented.
import { adaptive } from './families/adaptive.ts'
import { attributes } from './families/attributes.ts'
import { branches } from './families/branches.ts'
import { calls } from './families/calls.ts'
import { containers } from './families/containers.ts'
import { exceptions } from './families/exceptions.ts'
import { functions } from './families/functions.ts'
import { generators } from './families/generators.ts'
import { imports } from './families/imports.ts'
import { instrumented } from './families/instrumented.ts'
import { iteration } from './families/iteration.ts'
import { locals } from './families/locals.ts'
import { matching } from './families/matching.ts'
import { names } from './families/names.ts'
import { operators } from './families/operators.ts'
import { pseudo } from './families/pseudo.ts'
import { stack } from './families/stack.ts'

/** The families of real instructions, by topic. */
export const families = {
  stack, locals, names, operators, containers, branches, iteration, calls, functions, exceptions,
  generators, matching, imports, attributes,
}

/** The instructions that `co_code` may hold. */
export const real = {
  ...stack, ...locals, ...names, ...operators, ...containers, ...branches, ...iteration, ...calls,
  ...functions, ...exceptions, ...generators, ...matching, ...imports, ...attributes,
}

/** Every instruction by name. */
export const instructions = { ...real, ...adaptive, ...instrumented, ...pseudo }

export { adaptive, instrumented, pseudo }
