// Places in files: lseek, and what the calls have in common that read or write at a place.
import { HostError } from '../../ports/host.ts'
import type { Thread } from '../../thread.ts'
import { onHost, osError } from '../host-error.ts'

const [ENXIO, EINVAL] = [6, 22]
const [SEEK_SET, SEEK_CUR, SEEK_END, SEEK_DATA, SEEK_HOLE] = [0, 1, 2, 3, 4]

/** Refuse places in front of a file, and all of them in what has none, such as a pipe. */
export function checkPlace(fd: number, offset: number, py: Thread): void {
  if (offset < 0) throw osError(EINVAL, py)
  onHost(py, () => py.interpreter.host.files.seek(fd, 0, SEEK_CUR))
}

/** lseek(2). Files count as data up to their end, where the one hole is that a system must admit. */
export function seek(fd: number, offset: number, whence: number, py: Thread): number {
  const { files } = py.interpreter.host
  if (whence === SEEK_SET || whence === SEEK_CUR || whence === SEEK_END) return files.seek(fd, offset, whence)
  const { size } = files.fstat(fd)
  if (whence !== SEEK_DATA && whence !== SEEK_HOLE) throw new HostError(EINVAL, 'Invalid argument')
  if (offset < 0 || offset >= size) throw new HostError(ENXIO, 'No such device or address')
  return files.seek(fd, whence === SEEK_DATA ? offset : size, SEEK_SET)
}
