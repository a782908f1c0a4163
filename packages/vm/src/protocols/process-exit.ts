// `os._exit`: thrown through everything that runs.

/** Leaves the process at once: no handlers, no flushing. */
export class ProcessExit {
  readonly status: number
  constructor(status: number) {
    this.status = status
  }
}
