export { TokenKind } from './token-kinds.ts'
export type { TokenTape } from './token-tape.ts'
