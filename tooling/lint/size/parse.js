export { parse } from '@pellucid/parser'
