export { optimizeAndAssemble } from './code.ts'
