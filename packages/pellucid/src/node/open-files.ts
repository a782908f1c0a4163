// Descriptors, as Python numbers them. Node has no dup, and its own descriptors take the low numbers: so each of
// Python's numbers names an open file here, several may name the same, and the system's numbers stay inside.
import fs from 'node:fs'
import { DescriptorTable, type Ends } from '@pellucid/vm'

/** An open file, which one or more descriptors name. */
export class OpenFile {
  /** The system's descriptor; undefined for what is in memory. */
  system: number | undefined
  /** A regular file's position, kept here because Node has no lseek; undefined where the system keeps it. */
  position: number | undefined
  append = false
  /** O_RDONLY, O_WRONLY or O_RDWR. */
  access = 0
  /** Where the system stood when a child got it: where it stands otherwise now, the child has moved it. */
  lentAt: number | undefined
  /** Reads and writes of what is no file. */
  ends: Ends | undefined
  blocking = true
  /** Read when somebody asked whether there is something to read. */
  ahead: Uint8Array | undefined
  /** How many descriptors name it. */
  holders = 1

  constructor(system: number | undefined, ends?: Ends) {
    this.system = system
    this.ends = ends
  }
}

/** Where the system stands in a file; undefined where it does not tell. */
export function systemPosition(system: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  return Number(/^pos:\s*(\d+)/.exec(fs.readFileSync(`/proc/self/fdinfo/${system}`, 'latin1'))?.[1])
}

/** A file's position, which a child may have changed; undefined where the system keeps it. */
export function positionOf(file: OpenFile): number | undefined {
  if (file.lentAt !== undefined && file.system !== undefined) {
    const now = systemPosition(file.system)
    if (now !== file.lentAt) file.position = file.lentAt = now
  }
  return file.position
}

/**
 * Descriptors that were there before us: not the files, pipes and queues of Node's own. Of a pipe of Node's both
 * ends are ours, of an inherited one seldom.
 */
function inherited(): number[] {
  if (process.platform !== 'linux') return []
  const links = new Map<number, string>()
  for (const name of fs.readdirSync('/proc/self/fd')) {
    try {
      links.set(Number(name), fs.readlinkSync(`/proc/self/fd/${name}`))
    } catch {
      // The folder's own descriptor is gone by now.
    }
  }
  const all = [...links.values()]
  const foreign = (link: string): boolean => link.startsWith('/') || ((link.startsWith('pipe:') || link.startsWith('socket:')) && all.filter((other) => other === link).length === 1)
  return [...links].filter(([fd, link]) => fd > 2 && foreign(link)).map(([fd]) => fd)
}

/** Which open file each of Python's descriptors is. */
export type Descriptors = DescriptorTable<OpenFile>

/** The descriptors of this process. */
export const newDescriptors = (): Descriptors =>
  new DescriptorTable(
    () => [0, 1, 2, ...inherited()].filter(isOpen).map((fd) => [fd, new OpenFile(fd)]),
    ({ ends, system }) => {
      ends?.close()
      if (ends === undefined && system !== undefined) fs.closeSync(system)
    },
  )

function isOpen(fd: number): boolean {
  try {
    fs.fstatSync(fd)
    return true
  } catch {
    return false
  }
}
