// _statistics: the inverse of the normal distribution (Wichura's algorithm AS 241).
import { log } from '@pellucid/primitives'
import { newFloat } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { ValueError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'

/** Coefficients from the highest power down. */
type Polynomial = readonly number[]
const centre: readonly [Polynomial, Polynomial] = [
  [2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608],
  [5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1],
]
const middle: readonly [Polynomial, Polynomial] = [
  [7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734],
  [1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1],
]
const tail: readonly [Polynomial, Polynomial] = [
  [2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772],
  [2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1],
]

const evaluate = (polynomial: Polynomial, x: number): number => polynomial.reduce((sum, coefficient) => sum * x + coefficient, 0)
const ratio = ([top, bottom]: readonly [Polynomial, Polynomial], x: number): [number, number] => [evaluate(top, x), evaluate(bottom, x)]

function inverse(p: number, mu: number, sigma: number): number {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const [top, bottom] = ratio(centre, 0.180625 - q * q)
    return mu + ((top * q) / bottom) * sigma
  }
  const distance = Math.sqrt(-log(q <= 0 ? p : 1 - p))
  const [top, bottom] = distance <= 5 ? ratio(middle, distance - 1.6) : ratio(tail, distance - 5)
  const x = top / bottom
  return mu + (q < 0 ? -x : x) * sigma
}

export const _statistics = defineModule('_statistics', () => ({
  doc: 'The fast part of statistics.',
  functions: [
    fn('_normal_dist_inv_cdf(p: float, mu: float, sigma: float, /)', 'The value below which a share p of a normal distribution lies.', (p, mu, sigma) => {
      if (p <= 0 || p >= 1) raise(ValueError, 'inv_cdf undefined for these parameters')
      return newFloat(inverse(p, mu, sigma))
    }),
  ],
}))
