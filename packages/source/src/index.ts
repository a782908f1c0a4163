export { PyCompileError, PySyntaxError } from './syntax-error.ts'
export type { CompileErrorName, SyntaxErrorDetails, SyntaxErrorName } from './syntax-error.ts'
