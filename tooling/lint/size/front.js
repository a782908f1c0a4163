export * from '@pellucid/lexer'
export * from '@pellucid/ast'
export * from '@pellucid/parser'
export * from '@pellucid/compiler'
