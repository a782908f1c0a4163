// Sockets of datagrams: each message is whole, comes from somewhere, and may get lost. Of the internet's, what nobody
// waits for is dropped; a local one is refused.
import { streamStatus, wouldWait } from '../../host/channel.ts'
import { HostError, Ready, type FileStatus } from '../../ports/host.ts'
import { addressKey, Endpoint, fail, type Address, type Listeners, type Received } from './endpoint.ts'

const AF_UNIX = 1
const EINVAL = 22
const EDESTADDRREQ = 89
const EMSGSIZE = 90
const EADDRINUSE = 98
const EOPNOTSUPP = 95
const ENOTCONN = 107
const ECONNREFUSED = 111

/** As much as a message of UDP can hold, and as Linux keeps of local ones. */
const LONGEST = { internet: 65507, local: 212992 - 32 }
/** What a socket keeps that nobody has received: bytes of the internet's, messages of local ones. */
const ROOM = { bytes: 212992, messages: 11 }

interface Message {
  readonly bytes: Uint8Array
  readonly from: Address | undefined
}

export class DatagramEndpoint extends Endpoint {
  readonly #known: Listeners
  readonly #messages: Message[] = []
  /** The other of a pair. */
  #other: DatagramEndpoint | undefined
  #size = 0
  #refused = false
  #closed = false

  constructor(family: number, listeners: Listeners) {
    super(family, listeners)
    this.#known = listeners
  }

  override get connected(): boolean {
    return this.peer !== undefined || this.#other !== undefined
  }

  override key(address: Address): string {
    return `datagrams ${addressKey(this.family, address)}`
  }

  override bind(address: Address): void {
    if (typeof address !== 'string' && this.#at(address) !== undefined) fail(EADDRINUSE)
    super.bind(address)
  }

  override receive(into: Uint8Array, peek: boolean): Received {
    if (this.#refused) {
      this.#refused = false
      return fail(ECONNREFUSED)
    }
    const message = this.#messages[0]
    if (message === undefined) return wouldWait()
    if (!peek) {
      this.#messages.shift()
      this.#size -= message.bytes.length
    }
    // What does not fit is lost.
    const part = message.bytes.subarray(0, into.length)
    into.set(part)
    return { count: part.length, from: message.from }
  }

  override read(into: Uint8Array): number {
    return this.receive(into, false).count
  }

  override write(bytes: Uint8Array): number {
    if (this.#other !== undefined) return this.#hand(bytes, this.#other)
    return this.peer === undefined ? fail(this.family === AF_UNIX ? ENOTCONN : EDESTADDRREQ) : this.send(bytes, this.peer)
  }

  /** Send a message to who is at an address. */
  override send(bytes: Uint8Array, address: Address): number {
    return this.#hand(bytes, this.#at(address))
  }

  #at(address: Address): DatagramEndpoint | undefined {
    const anywhere: Address = typeof address === 'string' ? address : [address[0].includes(':') ? '::' : '0.0.0.0', address[1]]
    return (this.#known.get(this.key(address)) ?? this.#known.get(this.key(anywhere))) as DatagramEndpoint | undefined
  }

  #hand(bytes: Uint8Array, to: DatagramEndpoint | undefined): number {
    const isLocal = this.family === AF_UNIX
    if (bytes.length > (isLocal ? LONGEST.local : LONGEST.internet)) fail(EMSGSIZE)
    if (to === undefined || to.#closed) {
      if (isLocal) fail(ECONNREFUSED)
      this.#refused = this.peer !== undefined
      return bytes.length
    }
    if (isLocal ? to.#messages.length >= ROOM.messages : to.#size + bytes.length > ROOM.bytes) return isLocal ? wouldWait() : bytes.length
    to.#messages.push({ bytes: bytes.slice(), from: this.#sender })
    to.#size += bytes.length
    return bytes.length
  }

  /** Where the messages of this socket come from. */
  get #sender(): Address | undefined {
    const { name } = this
    if (name === undefined || typeof name === 'string') return name === '' ? undefined : name
    return [name[0] === '0.0.0.0' ? '127.0.0.1' : name[0] === '::' ? '::1' : name[0], name[1]]
  }

  override ready(wanted: number): number {
    const reads = this.#messages.length > 0 || this.#refused ? Ready.READ : 0
    const writes = this.#other !== undefined && this.#other.#messages.length >= ROOM.messages ? 0 : Ready.WRITE
    return wanted & (reads | writes)
  }

  override status(): FileStatus {
    return streamStatus(true)
  }

  override listen(): void {
    fail(EOPNOTSUPP)
  }

  override accept(): Endpoint {
    return fail(EINVAL)
  }

  override connect(address: Address, own: Address): void {
    if (this.family === AF_UNIX && this.#at(address) === undefined) throw new HostError(ECONNREFUSED, 'socket')
    if (this.name === undefined && own !== '') this.bind(own)
    this.peer = address
  }

  override join(other: Endpoint): void {
    this.#other = other as DatagramEndpoint
    ;(other as DatagramEndpoint).#other = this
  }

  override shutdown(): void {
    if (!this.connected) fail(ENOTCONN)
  }

  override close(): void {
    super.close()
    this.#closed = true
  }
}
