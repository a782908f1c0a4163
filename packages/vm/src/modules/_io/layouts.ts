// The layouts of streams. `pending` keeps what is written and not yet flushed alive: where nothing counts references,
// a stream that the program forgot is flushed when its file is opened again, and at exit.
import { PyObject, type Visit } from '../../data/object.ts'
import type { Value } from '../../data/values.ts'
import type { Thread } from '../../thread.ts'

export class PyIOBase extends PyObject {
  /** For `_IOBase.close`: classes with a state of their own do not use it. */
  ioClosed = false
  /** `_finalizing`: a finalizer is at work. */
  finalizing = false
}

export class PyRawIOBase extends PyIOBase {}
export class PyBufferedIOBase extends PyIOBase {}
export class PyTextIOBase extends PyIOBase {}

export class PyFileIO extends PyRawIOBase {
  fd = -1
  created = false
  readable = false
  writable = false
  appending = false
  seekable: boolean | undefined = undefined
  closefd = true
  blksize = 8192
}

/** Reader, writer or both around a raw stream. */
export class PyBuffered extends PyBufferedIOBase {
  raw: Value | undefined = undefined
  detached = false
  /** Its close() was tried, whatever became of the raw stream. */
  ended = false
  readable = false
  writable = false
  size = 8192
  /** Read ahead; `readPos` of it is consumed. */
  readBuf: Uint8Array = new Uint8Array(0)
  readPos = 0
  writeBuf: Uint8Array | undefined = undefined
  writeLength = 0
  override traverse(visit: Visit): void {
    if (this.raw !== undefined) visit(this.raw)
  }
}
export class PyBufferedReader extends PyBuffered {}
export class PyBufferedWriter extends PyBuffered {}
export class PyBufferedRandom extends PyBuffered {}

export class PyBufferedRWPair extends PyBufferedIOBase {
  reader: Value | undefined = undefined
  writer: Value | undefined = undefined
  override traverse(visit: Visit): void {
    if (this.reader !== undefined) visit(this.reader)
    if (this.writer !== undefined) visit(this.writer)
  }
}

export class PyBytesIO extends PyBufferedIOBase {
  buffer: Uint8Array = new Uint8Array(0)
  length = 0
  pos = 0
  closed = false
  exports = 0
}

/** Something with unflushed data. */
export interface Unflushed {
  /** The file it goes to, where known. */
  readonly path: string | undefined
  flush(py: Thread): void
}

const pendingState = '_io.pending'

/** Streams with data that has not reached the system, oldest first. */
export function pending(py: Thread): Map<PyIOBase, Unflushed> {
  const { state } = py.interpreter
  let made = state.get(pendingState) as Map<PyIOBase, Unflushed> | undefined
  if (made === undefined) state.set(pendingState, (made = new Map()))
  return made
}
