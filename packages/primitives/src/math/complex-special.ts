// Table: what functions of complex numbers answer where a part is no finite number (C99, Annex G), as CPython does.
// A row for each real part of -inf, negative, -0, 0, positive, inf, nan; in it a pair of letters for each imaginary
// part of the same kinds: i inf, p pi, h pi/2, q pi/4, t 3·pi/4, 1 one, 0 zero, n nan; negative as I P H Q T - _;
// !! for a domain error, .. for what is computed.
import { Complex } from '../constant.ts'
import { valueFault, type Fault } from '../fault.ts'

const table = {
  acos: 'tipipipIpItIni hi........hInn hi........hIhn hi........hIhn hi........hInn qi0i0i0I0IqIni ninnnnnnnnnInn',
  acosh: 'iTiPiPipipitin iH........ihnn iH........ihnn iH........ihnn iH........ihnn iQi_i_i0i0iqin innnnnnnnninnn',
  asinh: 'IQI_I_I0I0IqIn IH........Ihnn IH........Ihnn iH........ihnn iH........ihnn iQi_i_i0i0iqin innnn_n0nninnn',
  atanh: '_H_H_H_h_h_h_n _H........_hnn _H........_h_n 0H........0h0n 0H........0hnn 0H0H0H0h0h0h0n 0Hnnnnnnnn0hnn',
  cosh: '!!..i0i_..!!in !!........!!nn !!........!!n0 !!........!!n0 !!........!!nn !!..i_i0..!!in nnnnn0n0nnnnnn',
  exp: '00..0_00..0000 !!........!!nn !!........!!nn !!........!!nn !!........!!nn !!..i_i0..!!in nnnnn_n0nnnnnn',
  log: 'iTiPiPipipitin iH........ihnn iH........ihnn iH........ihnn iH........ihnn iQi_i_i0i0iqin innnnnnnnninnn',
  sinh: '!!..I_I0..!!in !!........!!nn !!........!!0n !!........!!0n !!........!!nn !!..i_i0..!!in nnnnn_n0nnnnnn',
  sqrt: 'iI0I0I0i0iiini iI........iinn iI........iinn iI........iinn iI........iinn iIi_i_i0i0iiin iInnnnnnnniinn',
  tanh: '-0..-_-0..-0-0 !!........!!nn !!........!!nn !!........!!nn !!........!!nn 10..1_10..1010 nnnnn_n0nnnnnn',
  rect: '!!..I0I_..!!in !!........!!nn 00........0000 00........0000 !!........!!nn !!..i_i0..!!in nnnnn0n0nnnnnn',
} as const

const values: Readonly<Record<string, number>> = {
  i: Infinity, I: -Infinity, p: Math.PI, P: -Math.PI, h: Math.PI / 2, H: -Math.PI / 2, q: Math.PI / 4, Q: -Math.PI / 4,
  t: 0.75 * Math.PI, T: -0.75 * Math.PI, 1: 1, '-': -1, 0: 0, _: -0, n: NaN,
}

function kind(part: number): number {
  if (part !== part) return 6
  if (part === 0) return Object.is(part, -0) ? 2 : 3
  if (Number.isFinite(part)) return part < 0 ? 1 : 4
  return part < 0 ? 0 : 5
}

export const domainFault = (): Fault => valueFault('math domain error')

/** The answer where there is a special one; undefined where the function is to be computed. */
export function special(name: keyof typeof table, real: number, imag: number): Complex | undefined {
  if (Number.isFinite(real) && Number.isFinite(imag)) return undefined
  const at = kind(real) * 15 + kind(imag) * 2
  const [first, second] = [table[name][at] as string, table[name][at + 1] as string]
  if (first === '.') return undefined
  if (first === '!') throw domainFault()
  return new Complex(values[first]!, values[second]!)
}
