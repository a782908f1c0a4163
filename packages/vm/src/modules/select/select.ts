// select.select: which of some descriptors can be used without waiting.
import { newList, newTuple, PyList } from '../../data/sequences.ts'
import type { Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { Ready } from '../../ports/host.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { toArray } from '../../protocols/iterate.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { onHost } from '../host-error.ts'
import { waitFor } from '../waiting-io.ts'
import { descriptorOf, timeoutOf } from './descriptor.ts'

/** As many as a set of C's holds. */
const FD_SETSIZE = 1024

interface Watched {
  readonly object: Value
  readonly fd: number
}

/** The descriptors of a sequence; `fileno()` may change a list meanwhile. */
function watched(sequence: Value, py: Thread): Watched[] {
  const made: Watched[] = []
  const add = (object: Value): void => {
    if (made.length === FD_SETSIZE) raise(ValueError, 'too many file descriptors in select()')
    const fd = descriptorOf(object, py)
    if (fd >= FD_SETSIZE) raise(ValueError, 'filedescriptor out of range in select()')
    made.push({ object, fd })
  }
  if (sequence instanceof PyList) {
    for (let at = 0; at < sequence.items.length; at++) add(sequence.items[at] as Value)
    return made
  }
  let objects: Value[]
  try {
    objects = toArray(sequence, py)
  } catch (caught) {
    if (!isRaised(caught, PyTypeError)) throw caught
    return raise(PyTypeError, 'arguments 1-3 must be sequences')
  }
  objects.forEach(add)
  return made
}

export const select = fn(
  'select(rlist: object, wlist: object, xlist: object, timeout: object = None, /)',
  'Wait until some descriptors can be used; answer those that can, in three lists.',
  (rlist, wlist, xlist, timeout, py) => {
    const limit = timeoutOf(timeout, 1, 'timeout must be a float or None', py)
    if (limit !== undefined && limit < 0) raise(ValueError, 'timeout must be non-negative')
    const [reads, writes, others] = [watched(rlist, py), watched(wlist, py), watched(xlist, py)]
    const { files } = py.interpreter.host
    const readyOf = (list: readonly Watched[], wanted: number, counts: number): Watched[] =>
      list.filter(({ fd }) => (onHost(py, () => files.ready?.(fd, wanted) ?? 0) & counts) !== 0)
    let [canRead, canWrite]: [Watched[], Watched[]] = [[], []]
    waitFor(() => {
      canRead = readyOf(reads, Ready.READ, Ready.READ | Ready.HANGUP | Ready.BROKEN)
      canWrite = readyOf(writes, Ready.WRITE, Ready.WRITE | Ready.BROKEN)
      readyOf(others, 0, 0)
      return canRead.length + canWrite.length > 0
    }, limit, py)
    const objects = (list: readonly Watched[]): Value => newList(list.map(({ object }) => object))
    return newTuple([canRead, canWrite, []].map(objects))
  },
  { waits: true },
)
