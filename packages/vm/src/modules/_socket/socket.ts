// The class socket.
import { newBytes } from '../../data/bytes.ts'
import { newTuple } from '../../data/sequences.ts'
import { typeOf, type PyType } from '../../data/type.ts'
import { asInt, newFloat, newInt, newStr, None, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { Ready } from '../../ports/host.ts'
import { bytesOf } from '../../protocols/buffer.ts'
import { OSError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { onHost, osError } from '../host-error.ts'
import { progressOf } from '../waiting-io.ts'
import { writableBytes } from '../writable-buffer.ts'
import { AF_INET, AF_UNIX, addressOf, addressValue, checkFamily } from './addresses.ts'
import { DatagramEndpoint } from './datagrams.ts'
import { Endpoint, type Address, type Received } from './endpoint.ts'
import { attach, defaultTimeout, endpointOf, listenersOf, PySocket, secondsOf, whenReady } from './layout.ts'

const EADDRINUSE = 98
const ENOTCONN = 107
const EINPROGRESS = 115
const ESOCKTNOSUPPORT = 94
const SOCK_STREAM = 1
const SOCK_DGRAM = 2
const SOCK_NONBLOCK = 0o4000
const SOCK_CLOEXEC = 0o2000000
const SOL_SOCKET = 1
const [SO_TYPE, SO_ERROR, SO_DOMAIN, SO_PROTOCOL, SO_ACCEPTCONN] = [3, 4, 39, 38, 30]
const MSG_PEEK = 2
const MSG_DONTWAIT = 64
const EPHEMERAL = 32768
const LAST_PORT = 60999
const lastPort = '_socket.port'

function init(self: PySocket, family: number, kind: number, proto: number, fileno: Value, py: Thread): void {
  self.timeout = defaultTimeout(py)
  const fd = fileno === None ? undefined : asInt(fileno)
  if (fileno !== None && fd === undefined) raise(PyTypeError, `'${typeOf(fileno).tpName}' object cannot be interpreted as an integer`)
  if (fd !== undefined && fd < 0) raise(ValueError, 'negative file descriptor')
  self.proto = Math.max(proto, 0)
  self.kind = (kind === -1 ? SOCK_STREAM : kind) & ~(SOCK_CLOEXEC | SOCK_NONBLOCK)
  if (fd !== undefined) {
    self.family = family === -1 ? endpointOf(Number(fd), py).family : family
    self.fd = Number(fd)
    return
  }
  self.family = checkFamily(family === -1 ? AF_INET : family)
  self.fd = attach(newEndpoint(self.family, self.kind, py), py)
  if ((kind & SOCK_NONBLOCK) !== 0 && kind !== -1) self.timeout = 0
  setTimeout(self, self.timeout, py)
}

function newEndpoint(family: number, kind: number, py: Thread): Endpoint {
  if (kind !== SOCK_STREAM && kind !== SOCK_DGRAM) throw osError(ESOCKTNOSUPPORT, py)
  return new (kind === SOCK_STREAM ? Endpoint : DatagramEndpoint)(family, listenersOf(py))
}

function setTimeout(self: PySocket, seconds: number | undefined, py: Thread): void {
  self.timeout = seconds
  onHost(py, () => py.interpreter.host.files.setBlocking?.(self.fd, seconds === undefined))
}

/** A port that nobody has, for who asks for 0. One that was given back lately is not the next: a program may look for one to name it later. */
function placed(address: Address, endpoint: Endpoint, py: Thread): Address {
  if (typeof address === 'string' || address[1] !== 0) return address
  const listeners = listenersOf(py)
  const hosts = endpoint.family === AF_INET ? [address[0], '0.0.0.0', '127.0.0.1'] : [address[0], '::', '::1']
  const { state } = py.interpreter
  const first = (state.get(lastPort) as number | undefined) ?? LAST_PORT
  let port = first
  do {
    port = port >= LAST_PORT ? EPHEMERAL : port + 1
    if (hosts.some((host) => listeners.has(endpoint.key([host, port])))) continue
    state.set(lastPort, port)
    return [address[0], port]
  } while (port !== first)
  throw osError(EADDRINUSE, py)
}

const nowhere = (family: number): string => (family === AF_INET ? '0.0.0.0' : '::')

/** Where a message to an address goes. */
function reachedAt(address: Value, self: PySocket, method: string, py: Thread): Address {
  const target = addressOf(address, self.family, method, py)
  return typeof target === 'object' && target[0] === nowhere(self.family) ? [self.family === AF_INET ? '127.0.0.1' : '::1', target[1]] : target
}

function connect(self: PySocket, address: Value, py: Thread): void {
  const endpoint = endpointOf(self.fd, py)
  const loopback = self.family === AF_INET ? '127.0.0.1' : '::1'
  const reached = reachedAt(address, self, 'connect', py)
  // Who listens at any address is reached by each of them.
  const anywhere: Address = typeof reached === 'object' ? [nowhere(self.family), reached[1]] : reached
  const known = endpoint instanceof DatagramEndpoint || listenersOf(py).has(endpoint.key(reached)) ? reached : anywhere
  onHost(py, () => endpoint.connect(known, self.family === AF_UNIX ? '' : placed([loopback, 0], endpoint, py)))
  if (known !== reached) endpoint.peer = reached
}

function receive(self: PySocket, into: Uint8Array, flags: number, py: Thread): Received {
  const read = (endpoint: Endpoint): Received => endpoint.receive(into, (flags & MSG_PEEK) !== 0)
  return (flags & MSG_DONTWAIT) === 0 ? whenReady(self, Ready.READ, read, py) : onHost(py, () => read(endpointOf(self.fd, py)))
}

/** With where it comes from, if that is known. */
const withSender = (what: Value, from: Address | undefined, self: PySocket): Value =>
  newTuple([what, from === undefined ? None : addressValue(from, self.family)])

function received(self: PySocket, size: number, flags: number, name: string, py: Thread): { made: Value; from: Address | undefined } {
  if (size < 0) raise(ValueError, `negative buffersize in ${name}`)
  const buffer = new Uint8Array(size)
  const { count, from } = receive(self, buffer, flags, py)
  return { made: newBytes(buffer.slice(0, count)), from }
}

function receivedInto(self: PySocket, buffer: Value, size: number, flags: number, name: string, py: Thread): Received {
  const bytes = writableBytes(buffer, `${name}() argument 1`, py)
  if (size < 0) raise(ValueError, `negative buffersize in ${name}`)
  if (size > bytes.length) raise(ValueError, `buffer too small for requested bytes`)
  return receive(self, size === 0 ? bytes : bytes.subarray(0, size), flags, py)
}

/** `sendto(data, address)` or `sendto(data, flags, address)`. */
function sendTo(self: PySocket, args: readonly Value[], py: Thread): Value {
  const [data, address] = [args[0], args.at(-1)]
  if (data === undefined || address === undefined || args.length < 2 || args.length > 3) {
    return raise(PyTypeError, `sendto() takes 2 or 3 arguments (${args.length} given)`)
  }
  const bytes = bytesOf(data, py)
  const target = reachedAt(address, self, 'sendto', py)
  const endpoint = endpointOf(self.fd, py)
  if (endpoint.name === undefined && self.family !== AF_UNIX) onHost(py, () => endpoint.bind(placed([nowhere(self.family), 0], endpoint, py)))
  return newInt(whenReady(self, Ready.WRITE, (end) => end.send(bytes, target), py))
}

const optionInt = (self: PySocket, level: number, name: number, py: Thread): number => {
  const endpoint = endpointOf(self.fd, py)
  if (level === SOL_SOCKET) {
    if (name === SO_TYPE) return self.kind
    if (name === SO_ERROR) return 0
    if (name === SO_DOMAIN) return self.family
    if (name === SO_PROTOCOL) return self.proto
    if (name === SO_ACCEPTCONN) return endpoint.waiting === undefined ? 0 : 1
  }
  return self.options.get(`${level} ${name}`) ?? 0
}

const method = methods<PySocket>()
const unshown = { text: null } as const
const waiting = { ...unshown, waits: true } as const

export const socketType: PyType = defineType('_socket.socket(family: cint = -1, type: cint = -1, proto: cint = -1, fileno: object = None)', {
  doc: 'A socket, which reaches the sockets of this program.',
  instance: PySocket,
  subclassable: true,
  allocate: (type) => withClass(new PySocket(), type, true),
  newRaw: (cls) => withClass(new PySocket(), cls, true),
  init: (self: PySocket, family, kind, proto, fileno, py) => init(self, family, kind, proto, fileno, py),
  slots: {
    repr: (self) => newStr(`<socket object, fd=${self.fd}, family=${self.family}, type=${self.kind}, proto=${self.proto}>`),
  },
  methods: () => [
    method('_accept(self, /)', 'Take the next connection; answer its descriptor and address.', (self, py) => {
      const made = whenReady(self, Ready.READ, (endpoint) => endpoint.accept(), py)
      return newTuple([newInt(attach(made, py)), addressValue(made.peer, self.family)])
    }, { waits: true }),
    method('bind(self, address: object, /)', 'Say where the socket is.', (self, address, py) => {
      const endpoint = endpointOf(self.fd, py)
      const target = addressOf(address, self.family, 'bind', py)
      onHost(py, () => endpoint.bind(placed(target, endpoint, py)))
    }),
    method('close(self, /)', 'Close the socket.', (self, py) => {
      const { fd } = self
      self.fd = -1
      if (fd >= 0) onHost(py, () => py.interpreter.host.files.close(fd))
    }),
    method('connect(self, address: object, /)', 'Connect to an address.', connect),
    method('connect_ex(self, address: object, /)', 'Connect to an address; answer the number of an error.', (self, address, py) => {
      try {
        connect(self, address, py)
        return newInt(0)
      } catch (caught) {
        if (!isRaised(caught, OSError)) throw caught
        const [errno] = caught.args.items
        return asInt(errno ?? None) === undefined ? newInt(EINPROGRESS) : (errno as Value)
      }
    }),
    method('detach(self, /)', 'Give the descriptor away.', (self) => {
      const { fd } = self
      self.fd = -1
      return newInt(fd)
    }),
    method('fileno(self, /)', 'Answer the descriptor.', (self) => newInt(self.fd)),
    method('getpeername(self, /)', 'Answer where the other side is.', (self, py) => {
      const { peer, connected } = endpointOf(self.fd, py)
      if (!connected) throw osError(ENOTCONN, py)
      return addressValue(peer, self.family)
    }),
    method('getsockname(self, /)', 'Answer where the socket is.', (self, py) => addressValue(endpointOf(self.fd, py).name, self.family)),
    method('getsockopt(self, level: cint, option: cint, buflen: cint = 0, /)', 'Answer an option.', (self, level, name, length, py) => {
      const value = optionInt(self, level, name, py)
      if (length === 0) return newInt(value)
      if (length < 0 || length > 1024) raise(OSError, 'getsockopt buflen out of range')
      return newBytes(new Uint8Array(Int32Array.of(value).buffer).slice(0, length))
    }, unshown),
    method('setsockopt(self, level: cint, option: cint, value: object, optlen: cint = 0, /)', 'Set an option.', (self, level, name, value, _length, py) => {
      endpointOf(self.fd, py)
      const int = asInt(value)
      self.options.set(`${level} ${name}`, int === undefined ? 0 : Number(int))
    }, unshown),
    method('listen(self, backlog: cint = 128, /)', 'Wait for connections.', (self, backlog, py) => {
      const endpoint = endpointOf(self.fd, py)
      if (endpoint.name === undefined && self.family !== AF_UNIX) onHost(py, () => endpoint.bind(placed([nowhere(self.family), 0], endpoint, py)))
      onHost(py, () => endpoint.listen(backlog))
    }, unshown),
    method('recv(self, bufsize: index, flags: cint = 0, /)', 'Receive bytes.', (self, size, flags, py) => received(self, size, flags, 'recv', py).made, waiting),
    method('recv_into(self, buffer: object, nbytes: index = 0, flags: cint = 0)', 'Receive bytes into a buffer.', (self, buffer, size, flags, py) =>
      newInt(receivedInto(self, buffer, size, flags, 'recv_into', py).count), waiting),
    method('recvfrom(self, bufsize: index, flags: cint = 0, /)', 'Receive bytes, and where they come from.', (self, size, flags, py) => {
      const { made, from } = received(self, size, flags, 'recvfrom', py)
      return withSender(made, from, self)
    }, waiting),
    method('recvfrom_into(self, buffer: object, nbytes: index = 0, flags: cint = 0)', 'Receive bytes into a buffer, and where they come from.', (self, buffer, size, flags, py) => {
      const { count, from } = receivedInto(self, buffer, size, flags, 'recvfrom_into', py)
      return withSender(newInt(count), from, self)
    }, waiting),
    method('send(self, data: object, flags: cint = 0, /)', 'Send bytes; answer how many.', (self, data, _flags, py) => {
      const bytes = bytesOf(data, py)
      return newInt(whenReady(self, Ready.WRITE, (endpoint) => endpoint.write(bytes), py))
    }, waiting),
    method('sendall(self, data: object, flags: cint = 0, /)', 'Send all bytes.', (self, data, _flags, py) => {
      const bytes = bytesOf(data, py)
      let sent = progressOf(py)
      do sent += whenReady(self, Ready.WRITE, (endpoint) => endpoint.write(bytes.subarray(sent)), py, sent)
      while (sent < bytes.length)
    }, waiting),
    method('sendto(self, /, *args)', 'Send bytes to an address; answer how many.', sendTo, waiting),
    method('setblocking(self, flag: bool, /)', 'Set whether calls wait.', (self, flag, py) => setTimeout(self, flag ? undefined : 0, py)),
    method('getblocking(self, /)', 'Tell whether calls wait.', (self) => self.timeout !== 0),
    method('settimeout(self, timeout: object, /)', 'Set how long calls wait.', (self, timeout, py) => setTimeout(self, secondsOf(timeout, py), py)),
    method('gettimeout(self, /)', 'Answer how long calls wait.', (self) => (self.timeout === undefined ? None : newFloat(self.timeout))),
    method('shutdown(self, how: cint, /)', 'End sending, receiving or both.', (self, how, py) => {
      const endpoint = endpointOf(self.fd, py)
      if (how < 0 || how > 2) throw osError(22, py)
      onHost(py, () => endpoint.shutdown(how !== 1, how !== 0))
    }),
  ] as BuiltinDefinition[],
  attributes: () => ({
    family: { get: (self: PySocket) => newInt(self.family), doc: 'the kind of addresses' } as never,
    type: { get: (self: PySocket) => newInt(self.kind), doc: 'the kind of socket' } as never,
    proto: { get: (self: PySocket) => newInt(self.proto), doc: 'the protocol' } as never,
    timeout: { get: (self: PySocket) => (self.timeout === undefined ? None : newFloat(self.timeout)), doc: 'how long calls wait' } as never,
  }),
})

/** Two sockets that are connected. */
export function socketPair(family: number, kind: number, proto: number, py: Thread): Value {
  if (family !== AF_UNIX) throw osError(95, py)
  const ends = [0, 0].map(() => newEndpoint(family, kind & ~(SOCK_CLOEXEC | SOCK_NONBLOCK), py)) as [Endpoint, Endpoint]
  ends[0].join(ends[1])
  return newTuple(ends.map((end) => {
    const made = new PySocket()
    init(made, family, kind, proto, newInt(attach(end, py)), py)
    return made
  }))
}

