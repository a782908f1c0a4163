// format(), str.format's fields and printf-style formatting against CPython.
import { describe } from 'vitest'
import * as p from '../src/index.ts'
import { agreesWithRecorded } from './recorded.ts'

describe('format', () => {
  agreesWithRecorded({
    fmti: (value: p.Integer, spec: string) => p.formatIntegerSpec(value, spec),
    fmtf: (value: number, spec: string) => p.formatFloatSpec(value, spec),
    fmtc: (value: p.Complex, spec: string) => p.formatComplexSpec(value, spec),
    fmts: (value: string, spec: string) => p.formatTextSpec(value, spec),
    fparse: (format: string) =>
      [...p.parseFormatFields(format)].map((f) => [f.literal, f.name, f.spec, f.conversion]),
    fsplit: (name: string) => {
      const { first, rest } = p.splitFieldName(name)
      return [first, [...rest].map((step) => [step.isAttribute, step.key])]
    },
  })
})

function percent(format: string, show: (field: p.PercentField) => string): string {
  let out = ''
  for (const piece of p.parsePercent(format)) {
    if (typeof piece === 'string') out += piece
    else out += p.percentPad(show(piece), piece, typeof piece.width === 'number' ? piece.width : -1, true)
  }
  return out
}

describe('percent', () => {
  const precision = (field: p.PercentField): number | undefined =>
    typeof field.precision === 'number' ? field.precision : undefined
  agreesWithRecorded({
    pcti: (value: p.Integer, format: string) =>
      percent(format, (f) => p.percentInteger(value, f.type, f.alternate, precision(f))),
    pctf: (value: number, format: string) =>
      percent(format, (f) => p.percentFloat(value, f.type, f.alternate, precision(f))),
  })
})
