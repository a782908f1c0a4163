// Which command lines ran short programs last time: one file in the cache folder, each line at a place that its mark
// gives. A later line may take another's place; then the other is unknown again.
//
//   [first 7 bytes of the mark][1: it was short, 2: it has turned out long]   at place × 8
import { closeSync, mkdirSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { mark } from '../mark.ts'
import { cacheFolder } from './cache.ts'

const PLACES = 4096
const SIZE = 8
const courses = [undefined, 'short', 'long'] as const

/** What a run was like. */
export type RunLength = 'short' | 'long'

/** What is known of a command line. */
export interface KnownRun {
  readonly length: RunLength | undefined
  /** Know it for the next time. */
  remember(length: RunLength): void
}

/** The command line, where it is given, and the program file as it is now. */
function markOf(args: readonly string[]): Uint8Array {
  const file = args.find((arg) => !arg.startsWith('-'))
  const status = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false })
  return Buffer.from(mark(JSON.stringify([process.cwd(), args, status?.mtimeMs, status?.size])), 'hex')
}

/** Run `body` on the open file; what fails only costs time. */
function onFile<T>(file: string, flags: string, body: (fd: number) => T): T | undefined {
  try {
    const fd = openSync(file, flags)
    try {
      return body(fd)
    } finally {
      closeSync(fd)
    }
  } catch {
    return undefined
  }
}

/** What is known of the command line `args`; nothing where there is no cache folder. */
export function recallRun(args: readonly string[], environment: Readonly<Record<string, string | undefined>> = process.env): KnownRun {
  const file = join(cacheFolder(environment), 'runs')
  let own: Uint8Array
  try {
    own = markOf(args)
  } catch {
    return { length: undefined, remember: () => {} }
  }
  const at = ((((own[0] as number) << 8) | (own[1] as number)) % PLACES) * SIZE
  const entry = new Uint8Array(SIZE)
  const read = onFile(file, 'r', (fd) => readSync(fd, entry, 0, SIZE, at))
  const isOwn = read === SIZE && entry.subarray(0, SIZE - 1).every((byte, place) => byte === own[place])
  return {
    length: isOwn ? courses[entry[SIZE - 1] as number] : undefined,
    remember(length) {
      const now = Uint8Array.of(...own.subarray(0, SIZE - 1), courses.indexOf(length))
      const write = (fd: number): number => writeSync(fd, now, 0, SIZE, at)
      if (onFile(file, 'r+', write) !== undefined) return
      try {
        mkdirSync(dirname(file), { recursive: true })
      } catch {
        return
      }
      onFile(file, 'wx', write)
    },
  }
}
