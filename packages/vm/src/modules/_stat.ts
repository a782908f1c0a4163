// _stat: file modes.
import { newInt, newStr, type Value } from '../data/values.ts'
import { bigValue } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { OverflowError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'

const S_IFMT = 0o170000
const kinds = { S_ISDIR: 0o040000, S_ISCHR: 0o020000, S_ISBLK: 0o060000, S_ISREG: 0o100000, S_ISFIFO: 0o010000, S_ISLNK: 0o120000, S_ISSOCK: 0o140000 } as const
const never = ['S_ISDOOR', 'S_ISPORT', 'S_ISWHT'] as const
const letters: Readonly<Record<number, string>> = { 0o040000: 'd', 0o020000: 'c', 0o060000: 'b', 0o100000: '-', 0o010000: 'p', 0o120000: 'l', 0o140000: 's' }

function modeOf(value: Parameters<typeof bigValue>[0]): number {
  const mode = bigValue(value)
  if (mode < 0n) raise(OverflowError, "can't convert negative value to unsigned int")
  if (mode > 0xffffffffn) raise(OverflowError, mode > 0xffffffffffffffffn ? 'Python int too large to convert to C unsigned long' : 'mode out of range')
  return Number(mode)
}

/** As `ls -l` shows a mode. */
function fileMode(mode: number): string {
  const triple = (shift: number, special: boolean, letter: string): string => {
    const bits = mode >> shift
    const x = (bits & 1) !== 0
    return (bits & 4 ? 'r' : '-') + (bits & 2 ? 'w' : '-') + (special ? (x ? letter : letter.toUpperCase()) : x ? 'x' : '-')
  }
  return (letters[mode & S_IFMT] ?? '?') + triple(6, (mode & 0o4000) !== 0, 's') + triple(3, (mode & 0o2000) !== 0, 's') + triple(0, (mode & 0o1000) !== 0, 't')
}

const numbers: Readonly<Record<string, number>> = {
  SF_APPEND: 262144, SF_ARCHIVED: 65536, SF_DATALESS: 1073741824, SF_FIRMLINK: 8388608,
  SF_IMMUTABLE: 131072, SF_NOUNLINK: 1048576, SF_SETTABLE: 4294901760, SF_SNAPSHOT: 2097152, ST_ATIME: 7,
  ST_CTIME: 9, ST_DEV: 2, ST_GID: 5, ST_INO: 1, ST_MODE: 0, ST_MTIME: 8, ST_NLINK: 3, ST_SIZE: 6, ST_UID: 4,
  S_ENFMT: 1024, S_IEXEC: 64, S_IFBLK: 24576, S_IFCHR: 8192, S_IFDIR: 16384, S_IFDOOR: 0, S_IFIFO: 4096,
  S_IFLNK: 40960, S_IFPORT: 0, S_IFREG: 32768, S_IFSOCK: 49152, S_IFWHT: 0, S_IREAD: 256, S_IRGRP: 32,
  S_IROTH: 4, S_IRUSR: 256, S_IRWXG: 56, S_IRWXO: 7, S_IRWXU: 448, S_ISGID: 1024, S_ISUID: 2048,
  S_ISVTX: 512, S_IWGRP: 16, S_IWOTH: 2, S_IWRITE: 128, S_IWUSR: 128, S_IXGRP: 8, S_IXOTH: 1, S_IXUSR: 64,
  UF_APPEND: 4, UF_COMPRESSED: 32, UF_DATAVAULT: 128, UF_HIDDEN: 32768, UF_IMMUTABLE: 2, UF_NODUMP: 1,
  UF_NOUNLINK: 16, UF_OPAQUE: 8, UF_SETTABLE: 65535, UF_TRACKED: 64,
}

/** C says of each no more than that it takes one argument. */
const ONE = { text: '($self, object, /)' }

const tests = [...Object.entries(kinds), ...never.map((name) => [name, -1] as const)].map(([name, kind]) =>
  fn(`${name}(mode: int, /)` as 'f(mode: int, /)', `Tell what kind of file a mode is: ${name.slice(4).toLowerCase()}.`, (mode) => (modeOf(mode) & S_IFMT) === kind, ONE),
)

export const _stat = defineModule('_stat', () => ({
  doc: 'File modes.',
  functions: [
    ...tests,
    fn('S_IMODE(mode: int, /)', 'Answer the permission bits.', (mode) => newInt(modeOf(mode) & 0o7777), ONE),
    fn('S_IFMT(mode: int, /)', 'Answer the bits of the kind.', (mode) => newInt(modeOf(mode) & S_IFMT), ONE),
    fn('filemode(mode: int, /)', 'Show a mode as text.', (mode) => newStr(fileMode(modeOf(mode))), ONE),
  ],
  constants: (): Record<string, Value> => Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, newInt(value)])),
}))
