// The numbers that math and cmath both have by name.
import { newFloat, type Value } from '../../data/values.ts'

export const namedNumbers = (): Record<string, Value> => ({
  pi: newFloat(Math.PI),
  e: newFloat(Math.E),
  tau: newFloat(2 * Math.PI),
  inf: newFloat(Infinity),
  nan: newFloat(NaN),
})
