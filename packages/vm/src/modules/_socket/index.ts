// _socket: sockets that reach this program alone, which is what event loops and tests need.
import { newFloat, newInt, None, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { OSError, TimeoutError } from '../../protocols/exceptions.ts'
import { onHost, osError } from '../host-error.ts'
import { AF_UNIX } from './addresses.ts'
import { socketNumbers } from './constants.ts'
import { gaierror, herror } from './errors.ts'
import { defaultTimeout, endpointOf, secondsOf, setDefaultTimeout } from './layout.ts'
import { lookupFunctions } from './lookup.ts'
import { socketPair, socketType } from './socket.ts'

const ENOSYS = 38

export const _socket = defineModule('_socket', () => ({
  doc: 'Sockets.',
  varargs: 'getaddrinfo gethostbyaddr gethostbyname gethostbyname_ex getnameinfo getprotobyname getservbyname getservbyport inet_ntop inet_pton socketpair',
  functions: [
    ...lookupFunctions,
    fn('socketpair(family: cint = 1, type: cint = 1, proto: cint = 0, /)', 'Make two sockets that are connected.', socketPair, { text: null }),
    fn('close(fd: cint, /)', 'Close the descriptor of a socket.', (fd, py) => {
      endpointOf(fd, py)
      onHost(py, () => py.interpreter.host.files.close(fd))
    }, { text: null }),
    fn('dup(fd: cint, /)', 'Answer another descriptor of the same socket.', (fd, py) => {
      endpointOf(fd, py)
      const made = onHost(py, () => py.interpreter.host.files.dup?.(fd))
      if (made === undefined) throw osError(ENOSYS, py)
      return newInt(made)
    }, { text: null }),
    fn('getdefaulttimeout()', 'Answer how long calls of new sockets wait.', (py) => {
      const seconds = defaultTimeout(py)
      return seconds === undefined ? None : newFloat(seconds)
    }, { text: null }),
    fn('setdefaulttimeout(timeout: object, /)', 'Set how long calls of new sockets wait.', (timeout, py) => setDefaultTimeout(secondsOf(timeout, py), py), { text: null }),
  ],
  types: [socketType],
  constants: (): Record<string, Value> => ({
    ...Object.fromEntries(Object.entries(socketNumbers).map(([name, number]) => [name, newInt(number)])),
    AF_UNIX: newInt(AF_UNIX), SocketType: socketType, error: OSError, timeout: TimeoutError, gaierror, herror, has_ipv6: true,
  }),
}))
