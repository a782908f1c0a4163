// Sockets, as open files. They reach only this process: a machine that runs in a worker, or in a page, cannot ask the
// system for sockets without giving up the thread. So two sockets of one program talk, and nobody else answers.
import { Channel, ChannelEnds, streamStatus, wouldWait } from '../../host/channel.ts'
import { HostError, Ready, type Ends, type FileStatus } from '../../ports/host.ts'

const EPIPE = 32
const EINVAL = 22
const EADDRINUSE = 98
const EISCONN = 106
const ENOTCONN = 107
const ECONNREFUSED = 111

export const fail = (errno: number): never => {
  throw new HostError(errno, 'socket')
}

/** Where a socket is: a path, or a host and a port. The empty path is nowhere. */
export type Address = string | readonly [host: string, port: number]

/** One text for one address. */
export const addressKey = (family: number, address: Address): string => `${family} ${typeof address === 'string' ? address : address.join(' ')}`

/** The sockets of a program that others can connect to. */
export type Listeners = Map<string, Endpoint>

/** How many bytes came, and where from; a stream does not tell. */
export interface Received {
  readonly count: number
  readonly from: Address | undefined
}

/** A socket's end. */
export class Endpoint implements Ends {
  readonly family: number
  name: Address | undefined
  peer: Address | undefined
  /** The connection. */
  stream: ChannelEnds | undefined
  /** Connections that nobody has accepted yet; undefined unless it listens. */
  waiting: Endpoint[] | undefined
  backlog = 0
  readonly #listeners: Listeners

  constructor(family: number, listeners: Listeners) {
    this.family = family
    this.#listeners = listeners
  }

  read(into: Uint8Array): number {
    return (this.stream ?? fail(ENOTCONN)).read(into)
  }

  /** The next bytes, which stay when `peek`. */
  receive(into: Uint8Array, peek: boolean): Received {
    const count = peek ? (this.stream?.reads ?? fail(ENOTCONN)).peek(into) : this.read(into)
    return { count, from: undefined }
  }

  /** As `write`: who is connected to one sends to nobody else. */
  send(bytes: Uint8Array, _address: Address): number {
    return this.write(bytes)
  }

  get connected(): boolean {
    return this.stream !== undefined
  }

  /** The text under which others find an address. */
  key(address: Address): string {
    return addressKey(this.family, address)
  }

  write(bytes: Uint8Array): number {
    return (this.stream ?? fail(this.peer === undefined ? ENOTCONN : EPIPE)).write(bytes)
  }

  ready(wanted: number): number {
    if (this.waiting !== undefined) return this.waiting.length > 0 ? wanted & Ready.READ : 0
    return this.stream?.ready(wanted) ?? Ready.HANGUP | (wanted & Ready.WRITE)
  }

  status(): FileStatus {
    return streamStatus(true)
  }

  /** Say where it is. */
  bind(address: Address): void {
    if (this.name !== undefined) fail(EINVAL)
    if (this.#listeners.has(this.key(address))) fail(EADDRINUSE)
    this.name = address
    this.#listeners.set(this.key(address), this)
  }

  listen(backlog: number): void {
    if (this.stream !== undefined) fail(EINVAL)
    this.backlog = Math.max(backlog, 1)
    this.waiting ??= []
  }

  /** The next connection; EAGAIN while there is none. */
  accept(): Endpoint {
    return (this.waiting ?? fail(EINVAL)).shift() ?? wouldWait()
  }

  /** Connect to who listens at an address, as one who is at `own`. */
  connect(address: Address, own: Address): void {
    if (this.stream !== undefined) fail(EISCONN)
    const other = this.#listeners.get(addressKey(this.family, address))
    if (other?.waiting === undefined || other.waiting.length > other.backlog) return fail(ECONNREFUSED)
    this.name ??= own
    const there = new Endpoint(this.family, this.#listeners)
    this.join(there)
    this.peer = there.name = address
    there.peer = this.name
    other.waiting.push(there)
  }

  /** Make the two of them one connection. */
  join(other: Endpoint): void {
    const [there, back] = [new Channel(), new Channel()]
    this.stream = new ChannelEnds(back, there)
    other.stream = new ChannelEnds(there, back)
  }

  shutdown(reads: boolean, writes: boolean): void {
    ;(this.stream ?? fail(ENOTCONN)).shutdown(reads, writes)
  }

  close(): void {
    this.stream?.close()
    for (const one of this.waiting ?? []) one.close()
    const key = this.name === undefined ? '' : this.key(this.name)
    if (this.#listeners.get(key) === this) this.#listeners.delete(key)
  }
}
