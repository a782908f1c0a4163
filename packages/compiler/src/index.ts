// The CPython 3.13 compiler: from a syntax tree to code objects.
export { compileTree } from './compile.ts'
export type { CompileOptions } from './compile.ts'
export type { CompilerWarning, DiagnosticsOptions, OnWarning } from './diagnostics.ts'
export { invertBool } from './errors.ts'
export { foldTree } from './fold/index.ts'
export type { FoldOptions } from './fold/index.ts'
export { explainTree } from './passes.ts'
export type { CompilationReport, EmittedInstruction, UnitReport } from './passes.ts'
export type { BlockView, Change, InstructionView, PassReport } from './flow/index.ts'
export { Instruction, InstructionSequence } from './instruction.ts'
export type { UnitKind, UnitMetadata } from './instruction.ts'
export {
  blockTypes,
  mangle,
  renderSymbols,
  Scope,
  SymbolEntry,
  SymbolTable,
  symtableTree,
} from './symbols/index.ts'
export type { BlockType, SymtableOptions } from './symbols/index.ts'
