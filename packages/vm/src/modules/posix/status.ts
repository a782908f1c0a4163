// os.stat_result and the other named tuples of posix.
import { newFloat, newInt, type Value } from '../../data/values.ts'
import type { FileStatus } from '../../ports/host.ts'
import { StructSequence, type StructField } from '../../types/structseq.ts'

const named = (names: string): StructField[] => names.split(' ').map((name) => [name, name.replaceAll('_', ' ')])

export const statResult = new StructSequence('os.stat_result', {
  doc: 'What the system tells about a file.',
  visible: 10,
  fields: [
    ...named('st_mode st_ino st_dev st_nlink st_uid st_gid st_size'), ['', 'integer time of last access'],
    ['', 'integer time of last modification'], ['', 'integer time of last change'],
    ...named('st_atime st_mtime st_ctime st_atime_ns st_mtime_ns st_ctime_ns st_blksize st_blocks st_rdev'),
  ],
})
export const statvfsResult = new StructSequence('os.statvfs_result', {
  doc: 'What the system tells about a file system.',
  visible: 10,
  fields: named('f_bsize f_frsize f_blocks f_bfree f_bavail f_files f_ffree f_favail f_flag f_namemax f_fsid'),
})
export const terminalSize = new StructSequence('os.terminal_size', { doc: 'The size of a terminal.', fields: named('columns lines') })
export const timesResult = new StructSequence('posix.times_result', {
  doc: 'Times of a process.',
  fields: named('user system children_user children_system elapsed'),
})
export const unameResult = new StructSequence('posix.uname_result', {
  doc: 'What the system is.',
  fields: named('sysname nodename release version machine'),
})
export const schedParam = new StructSequence('posix.sched_param', { doc: 'How a process is scheduled.', fields: named('sched_priority') })
export const waitidResult = new StructSequence('posix.waitid_result', {
  doc: 'What became of a child.',
  fields: named('si_pid si_uid si_signo si_status si_code'),
})

const NANO = 1_000_000_000n
const floor = (ns: bigint): bigint => (ns >= 0n ? ns / NANO : -((-ns + NANO - 1n) / NANO))
const float = (ns: bigint): Value => newFloat(Number(floor(ns)) + 1e-9 * Number(ns - floor(ns) * NANO))

/** Is it a symbolic link? */
export const isLink = ({ mode }: FileStatus): boolean => (mode & 0o170000) === 0o120000

export function statusValue(s: FileStatus): Value {
  const ints: (number | bigint)[] = [s.mode, s.ino, s.dev, s.nlink, s.uid, s.gid, s.size, floor(s.atime), floor(s.mtime), floor(s.ctime)]
  return statResult.make([
    ...ints.map(newInt), float(s.atime), float(s.mtime), float(s.ctime), newInt(s.atime), newInt(s.mtime), newInt(s.ctime),
    newInt(s.blksize), newInt(s.blocks), newInt(s.rdev),
  ])
}
