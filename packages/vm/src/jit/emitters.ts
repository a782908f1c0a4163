// Every instruction that is compiled, by opcode. At any other, compiled code leaves to the interpreter.
import { attributes } from './attributes.ts'
import { calls } from './calls.ts'
import { containers } from './containers.ts'
import type { Emitters } from './emitter.ts'
import { iteration } from './iteration.ts'
import { operators } from './operators.ts'
import { rarities } from './rarities.ts'
import { stackAndLocals } from './stack-and-locals.ts'

export const emitters: Emitters = new Map([
  ...stackAndLocals, ...operators, ...containers, ...attributes, ...iteration, ...calls, ...rarities,
])
