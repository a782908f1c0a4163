export * from './parse.js'
export * from '@pellucid/compiler'
