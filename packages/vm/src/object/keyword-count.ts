// Functions that take any number of positional arguments count their keywords apart.
import type { PyType } from '../data/type.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'

/** TypeError when more keywords are given than the function knows. */
export function checkKeywordCount(title: string, given: number, most: number): void {
  if (given <= most) return
  raise(PyTypeError, `${title}() takes at most ${most} keyword argument${most === 1 ? '' : 's'} (${given} given)`)
}

/** TypeError for keywords that neither the type takes nor the `__init__` of a subclass. */
export function refuseKeywords(title: string, cls: PyType, type: PyType, names: readonly unknown[] | undefined): void {
  if (names === undefined || names.length === 0) return
  if (cls === type || cls.slots.init === type.slots.init) raise(PyTypeError, `${title}() takes no keyword arguments`)
}
