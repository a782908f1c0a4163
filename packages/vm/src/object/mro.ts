// Method resolution order: C3 linearisation (https://docs.python.org/3.13/howto/mro.html).
import type { PyType } from '../data/type.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'

/** The MRO of a class with these bases; TypeError when there is none. */
export function linearise(type: PyType, bases: readonly PyType[]): PyType[] {
  if (bases.length === 1) return [type].concat((bases[0] as PyType).mro)
  const seen = new Set<PyType>()
  for (const base of bases) {
    if (seen.has(base)) raise(PyTypeError, `duplicate base class ${base.name}`)
    seen.add(base)
  }
  const lists = [...bases.map((base) => base.mro.slice()), bases.slice()]
  const order: PyType[] = [type]
  const heads = lists.map(() => 0)
  for (;;) {
    const open = lists.filter((list, i) => (heads[i] as number) < list.length)
    if (open.length === 0) return order
    const next = lists
      .map((list, i) => list[heads[i] as number])
      .find(
        (candidate) =>
          candidate !== undefined && !lists.some((list, i) => list.indexOf(candidate, (heads[i] as number) + 1) >= 0),
      )
    if (next === undefined) {
      const names = new Set(lists.flatMap((list, i) => list.slice(heads[i] as number, (heads[i] as number) + 1)))
      const listed = [...names].map((entry) => entry.name).join(', ')
      raise(PyTypeError, `Cannot create a consistent method resolution order (MRO) for bases ${listed}`)
    }
    order.push(next)
    lists.forEach((list, i) => {
      if (list[heads[i] as number] === next) heads[i] = (heads[i] as number) + 1
    })
  }
}
