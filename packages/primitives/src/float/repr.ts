// The shortest digits that read back as the same float, laid out as Python does.
// JavaScript finds the same digits but turns to exponents at 1e21 and 1e-7, Python at 1e16 and 1e-5.

/** Python's `repr` of a float without the `.0` that marks whole numbers (as inside a complex). */
export function reprFloatBare(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0' : '0'
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'
  const magnitude = Math.abs(value)
  if (magnitude >= 1e-4 && magnitude < 1e16) return String(value)
  const [digits = '', exponent = ''] = value.toExponential().split('e')
  const power = exponent.slice(1)
  return `${digits}e${exponent[0]}${power.length < 2 ? '0' + power : power}`
}

/** Python's `repr` of a float: `1.0`, `1e+16`, `0.1`, `inf`, `nan`. */
export function reprFloat(value: number): string {
  const text = reprFloatBare(value)
  return /^-?\d+$/.test(text) ? text + '.0' : text
}
