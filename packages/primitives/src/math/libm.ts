// The functions of C's libm that complex arithmetic needs.
export { libmPow } from './power.ts'

export const libmAtan2 = Math.atan2
export const libmCos = Math.cos
export const libmExp = Math.exp
export const libmHypot = Math.hypot
export const libmLog = Math.log
export const libmSin = Math.sin
