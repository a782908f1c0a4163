// A socket's layout, and waiting for it as its time-out says.
import { PyObject } from '../../data/object.ts'
import { OSError, TimeoutError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { None, type Value } from '../../data/values.ts'
import type { Thread } from '../../thread.ts'
import { onHost, osError } from '../host-error.ts'
import { timeoutOf } from '../select/descriptor.ts'
import { whenReady as descriptorWhenReady } from '../waiting-io.ts'
import { Endpoint, type Listeners } from './endpoint.ts'

const EBADF = 9
const ENOTSOCK = 88

export class PySocket extends PyObject {
  fd = -1
  family = 0
  kind = 0
  proto = 0
  /** Seconds; undefined to wait for as long as it takes. */
  timeout: number | undefined = undefined
  readonly options = new Map<string, number>()
}

/** The sockets of this interpreter that can be connected to. */
export function listenersOf(py: Thread): Listeners {
  const { state } = py.interpreter
  let made = state.get('_socket.listeners') as Listeners | undefined
  if (made === undefined) state.set('_socket.listeners', (made = new Map()))
  return made
}

const defaultKey = '_socket.timeout'
export const defaultTimeout = (py: Thread): number | undefined => py.interpreter.state.get(defaultKey) as number | undefined
export const setDefaultTimeout = (seconds: number | undefined, py: Thread): void => void py.interpreter.state.set(defaultKey, seconds)

/** A time-out argument in seconds; undefined for None. */
export function secondsOf(value: Value, py: Thread): number | undefined {
  if (value === None) return undefined
  const milliseconds = timeoutOf(value, 1, 'timeout must be a number or None', py) as number
  if (milliseconds < 0) raise(ValueError, 'Timeout value out of range')
  return milliseconds / 1000
}

/** What a descriptor's socket is. */
export function endpointOf(fd: number, py: Thread): Endpoint {
  if (fd < 0) throw osError(EBADF, py)
  const found = onHost(py, () => py.interpreter.host.files.attached?.(fd))
  if (!(found instanceof Endpoint)) throw osError(ENOTSOCK, py)
  return found
}

/** A descriptor for a new socket. */
export function attach(endpoint: Endpoint, py: Thread): number {
  return onHost(py, () => py.interpreter.host.files.attach?.(endpoint)) ?? raise(OSError, '[Errno 38] Function not implemented')
}

/** Do it when the socket is ready, within its time-out. */
export function whenReady<T>(self: PySocket, wanted: number, action: (endpoint: Endpoint) => T, py: Thread, progress?: number): T {
  const { timeout } = self
  const done = onHost(py, () =>
    descriptorWhenReady(self.fd, wanted, () => ({ made: action(endpointOf(self.fd, py)) }), () => (timeout === undefined ? undefined : timeout * 1000), py, progress))
  return (done ?? raise(TimeoutError, 'timed out')).made
}

