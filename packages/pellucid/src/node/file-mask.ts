// os.umask. The system's own mask belongs to the main thread, so what is made here is given its permissions afterwards.

export class FileMask {
  #system: number | undefined
  #wanted: number | undefined

  /** Sets the permissions that new files lack; the ones before. */
  set(mask: number): number {
    this.#system ??= process.umask()
    const before = this.#wanted ?? this.#system
    this.#wanted = mask & 0o777
    return before
  }

  /** The permissions that a new file must still be given; undefined where the system has done right. */
  correction(mode: number): number | undefined {
    return this.#wanted === undefined || this.#wanted === this.#system ? undefined : mode & ~this.#wanted & 0o7777
  }
}
