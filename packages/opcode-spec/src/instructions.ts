// The instructions as they are described: operands, effects, docs. An entry of its own, as most need no more of an
// instruction than its number.
export { adaptive, families, instructions, instrumented, pseudo, real } from './versions/3.13/instructions.ts'
