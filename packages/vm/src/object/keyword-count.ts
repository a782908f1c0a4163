// Functions that take any number of positional arguments count their keywords apart.
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'

/** TypeError when more keywords are given than the function knows. */
export function checkKeywordCount(title: string, given: number, most: number): void {
  if (given <= most) return
  raise(PyTypeError, `${title}() takes at most ${most} keyword argument${most === 1 ? '' : 's'} (${given} given)`)
}
