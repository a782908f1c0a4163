export { CodeObject } from './code-object.ts'
export type { CodeConstant, CodeFields } from './code-object.ts'
