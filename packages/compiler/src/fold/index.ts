export { foldTree } from './fold-tree.ts'
export type { FoldOptions } from './fold-tree.ts'
