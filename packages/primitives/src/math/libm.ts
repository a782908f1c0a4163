// The functions of C's libm that complex arithmetic needs.
export { exp as libmExp, log as libmLog, pow as libmPow } from './exp-log.ts'
export { atan2 as libmAtan2, cos as libmCos, sin as libmSin } from './trigonometry.ts'
export { hypot as libmHypot } from './algebraic.ts'
