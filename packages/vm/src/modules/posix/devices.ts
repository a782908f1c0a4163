// Numbers of devices, as glibc packs them, and terminals.
import { bigValue, newInt, newStr, type Int } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { OverflowError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { onHost, osError } from '../host-error.ts'
import { openPath } from './targets.ts'

const ENOTTY = 25

/** A number of a device; -1 stands for none. */
function device(value: Int): bigint {
  const int = bigValue(value)
  if (int === -1n) return 0xffff_ffff_ffff_ffffn
  if (int < 0n) raise(OverflowError, "can't convert negative int to unsigned")
  if (int > 0xffff_ffff_ffff_ffffn) raise(OverflowError, 'int too big to convert')
  return int
}

/** One half of a number. */
function half(value: Int): bigint {
  const number = device(value)
  if (bigValue(value) === -1n) return 0xffff_ffffn
  return number > 0xffff_ffffn ? raise(OverflowError, 'Python int too large to convert to C unsigned int') : number
}

const part = (value: bigint, whole: Int): bigint => (bigValue(whole) === -1n ? -1n : value)

function made(major: bigint, minor: bigint): bigint {
  const [high, low] = [major & 0xffff_ffffn, minor & 0xffff_ffffn]
  const number = ((high & 0xfffn) << 8n) | ((high & ~0xfffn) << 32n) | (low & 0xffn) | ((low & ~0xffn) << 12n)
  return number === 0xffff_ffff_ffff_ffffn ? -1n : number
}

export const deviceFunctions = [
  fn('major(device: int, /)', "Answer a device's major number.", (number) => {
    const value = device(number)
    return newInt(part(((value >> 8n) & 0xfffn) | ((value >> 32n) & 0xffff_f000n), number))
  }),
  fn('minor(device: int, /)', "Answer a device's minor number.", (number) => {
    const value = device(number)
    return newInt(part((value & 0xffn) | ((value >> 12n) & 0xffff_ff00n), number))
  }),
  fn('makedev(major: int, minor: int, /)', 'Answer the number of a device.', (major, minor) => newInt(made(half(major), half(minor)))),
  fn('ctermid()', 'Answer the name of the terminal that controls this process.', () => newStr('/dev/tty')),
  fn('ttyname(fd: cint, /)', 'Answer the name of a terminal.', (fd, py) => {
    const { files } = py.interpreter.host
    onHost(py, () => files.fstat(fd))
    if (!files.isatty(fd)) throw osError(ENOTTY, py)
    const path = openPath(fd, py)
    return newStr(onHost(py, () => files.readlink(path)))
  }),
]
