export { compileTree } from '@pellucid/compiler'
export { parse } from '@pellucid/parser'
