// The bits of poll and epoll, and what a descriptor has of them.
import { HostError, Ready } from '../../ports/host.ts'
import type { Thread } from '../../thread.ts'

/** Bits that both have, with the same numbers. */
export const Event = { IN: 1, PRI: 2, OUT: 4, ERR: 8, HUP: 16, NVAL: 32, RDNORM: 64, WRNORM: 256, RDHUP: 8192 } as const

const READS = Event.IN | Event.RDNORM
const WRITES = Event.OUT | Event.WRNORM

/** What of `mask` holds now for a descriptor, and what comes unasked; NVAL for one that is not open. */
export function eventsOf(fd: number, mask: number, py: Thread): number {
  let ready: number
  try {
    ready = py.interpreter.host.files.ready?.(fd, ((mask & READS) !== 0 ? Ready.READ : 0) | ((mask & WRITES) !== 0 ? Ready.WRITE : 0)) ?? 0
  } catch (caught) {
    if (caught instanceof HostError) return Event.NVAL
    throw caught
  }
  return (
    ((ready & Ready.READ) !== 0 ? mask & READS : 0) | ((ready & Ready.WRITE) !== 0 ? mask & WRITES : 0) |
    ((ready & Ready.HANGUP) !== 0 ? Event.HUP | (mask & Event.RDHUP) : 0) | ((ready & Ready.BROKEN) !== 0 ? Event.ERR : 0)
  )
}
