// C's pow, under the name arithmetic knows it by.
export { pow as libmPow } from './exp-log.ts'
