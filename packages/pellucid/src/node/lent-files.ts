// Open files on their way to a child: what was in memory becomes the system's, and a file's position goes along.
import fs from 'node:fs'
import { ChannelEnds, HostError, type Channel } from '@pellucid/vm'
import { systemPosition, type Descriptors, type OpenFile } from './open-files.ts'
import { SystemEnd, systemPipe } from './pipes.ts'

const { O_APPEND, O_WRONLY } = fs.constants

/** System descriptors to hand to a child; those that were opened for it are closed afterwards. */
export class Loan {
  readonly #opened: number[] = []
  readonly #descriptors: Descriptors

  constructor(descriptors: Descriptors) {
    this.#descriptors = descriptors
  }

  /** The system's descriptor for a file of ours. */
  lend(file: OpenFile): number {
    if (file.ends instanceof ChannelEnds) this.#makeReal(file.ends)
    if (file.ends instanceof SystemEnd) {
      const fd = file.ends.openBlocking()
      this.#opened.push(fd)
      return fd
    }
    if (file.system === undefined) throw new HostError(22, 'Invalid argument')
    if (file.position !== undefined && !file.append) this.#place(file, file.position)
    return file.system
  }

  /** After the child has its own. */
  end(): void {
    for (const fd of this.#opened.splice(0)) fs.closeSync(fd)
  }

  /** Give the bytes and the ends of a pipe in memory to one of the system's. */
  #makeReal({ reads, writes }: ChannelEnds): void {
    // A pair talks in both directions over one descriptor, which no pipe does.
    if (reads !== undefined && writes !== undefined) throw new HostError(95, 'Operation not supported')
    const channel = (reads ?? writes) as Channel
    const [reader, writer] = systemPipe()
    const kept = channel.drain()
    if (kept.length > 0) writer.write(kept)
    const unused = new Set([reader, writer])
    for (const file of this.#descriptors.files()) {
      if (!(file.ends instanceof ChannelEnds)) continue
      const end = file.ends.reads === channel ? reader : file.ends.writes === channel ? writer : undefined
      if (end === undefined) continue
      unused.delete(end)
      file.ends = end
      file.system = end.fd
    }
    for (const end of unused) end.close()
  }

  /** Have the system stand where we do: it is moved by reading, or, at the end, by appending. */
  #place(file: OpenFile, position: number): void {
    const system = file.system as number
    const at = systemPosition(system)
    if (at === undefined) return
    if (at !== position) {
      const append = position > 0 && position === fs.fstatSync(system).size
      file.system = fs.openSync(`/proc/self/fd/${system}`, file.access | (append ? O_APPEND : 0))
      file.append ||= append
      if (!append && file.access !== O_WRONLY) skip(file.system, position)
      fs.closeSync(system)
    }
    file.lentAt = systemPosition(file.system as number)
  }
}

function skip(system: number, count: number): void {
  const piece = new Uint8Array(65536)
  for (let left = count, got = 1; left > 0 && got > 0; left -= got) got = fs.readSync(system, piece, 0, Math.min(left, piece.length), null)
}
