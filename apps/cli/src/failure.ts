// What ends the command with a message and a status.

/** A mistake of the caller: the message goes to stderr, the status is the command's. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly status: number
  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

/** A wrong option, as python puts it. */
export function usageError(what: string): Failure {
  return new Failure(
    `${what}\nusage: pellucid [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry 'pellucid -h' for more information.`,
    2,
  )
}

interface SystemError {
  readonly code: string
  readonly path?: string
}

const reasons: Readonly<Record<string, readonly [className: string, reason: string]>> = {
  ENOENT: ['FileNotFoundError', '[Errno 2] No such file or directory'],
  EACCES: ['PermissionError', '[Errno 13] Permission denied'],
  ENOTDIR: ['NotADirectoryError', '[Errno 20] Not a directory'],
  EISDIR: ['IsADirectoryError', '[Errno 21] Is a directory'],
}

/** The reason of a failed system call, as Python words it; undefined for any other error. */
export function systemReason(error: unknown): string | undefined {
  const code = (error as SystemError | undefined)?.code
  return typeof code === 'string' ? (reasons[code]?.[1] ?? code) : undefined
}

/** The subclass of OSError that it is in Python. */
export function systemClass(error: unknown): string {
  return reasons[(error as SystemError | undefined)?.code ?? '']?.[0] ?? 'OSError'
}
