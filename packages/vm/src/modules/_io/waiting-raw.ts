// Reads that wait for a raw stream's input. A builtin that threw `suspension` is called again, so nothing may be lost by
// then: what it took so far is given back to where it came from.
import { typeOf } from '../../data/type.ts'
import { PyModule } from '../../data/module.ts'
import { narrowStr, type Value } from '../../data/values.ts'
import { Ready } from '../../ports/host.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { suspension } from '../../protocols/turns.ts'
import type { Thread } from '../../thread.ts'
import { PySocket } from '../_socket/layout.ts'
import { waitFor } from '../waiting-io.ts'

/** Do what may be suspended; `giveBack` is called if it is. */
export function orGiveBack<T>(body: () => T, giveBack: () => void): T {
  try {
    return body()
  } catch (caught) {
    if (caught === suspension) giveBack()
    throw caught
  }
}

/** Call a builtin's body that may be suspended: an earlier wait is over once it ends, even if it had not to wait this time. */
export function untilDone<T>(body: () => T, py: Thread): T {
  let suspended = false
  try {
    return orGiveBack(body, () => (suspended = true))
  } finally {
    if (!suspended) py.wait = undefined
  }
}

/** Is it a stream of a socket, which other threads may have to fill? */
export const isFilledByOthers = (raw: Value, py: Thread): boolean => py.interpreter.threads.several && socketBelow(raw, py) !== undefined

/** The socket below a stream of the library's own class, whose reads do nothing but receive. */
function socketBelow(raw: Value, py: Thread): PySocket | undefined {
  const library = py.interpreter.modules.getStr('socket')
  if (!(library instanceof PyModule) || library.namespace.getStr('SocketIO') !== typeOf(raw)) return undefined
  if (getAttrOrUndefined(raw, narrowStr('_timeout_occurred'), py) !== false) return undefined
  const socket = getAttrOrUndefined(raw, narrowStr('_sock'), py)
  return socket instanceof PySocket ? socket : undefined
}

/**
 * Call a raw stream's method that reads, which is Python and would wait in JavaScript's stack: a socket's input is
 * waited for before, so that the threads below it in the stack can go on meanwhile. May throw `suspension`.
 */
export function withInput<T>(raw: Value, read: () => T, py: Thread): T {
  const socket = py.interpreter.threads.several ? socketBelow(raw, py) : undefined
  if (socket === undefined || socket.timeout === 0) return read()
  const { fd, timeout } = socket
  const { files } = py.interpreter.host
  const holds = (): boolean => ((files.ready?.(fd, Ready.READ) ?? Ready.READ) & (Ready.READ | Ready.HANGUP)) !== 0
  if (waitFor(holds, timeout === undefined ? undefined : timeout * 1000, py)) return read()
  // The time is over, which the stream has to tell in its own way.
  socket.timeout = Number.MIN_VALUE
  try {
    return read()
  } finally {
    socket.timeout = timeout
  }
}
