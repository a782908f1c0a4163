// Ctrl-C, as the thread that runs Python sees it: another thread hears the signal.

/** How a running program learns of Ctrl-C. */
export interface Interrupts {
  /** Has it been pressed since the last call? */
  interrupted(): boolean
  /** Wait for it, at most so long; leaves it to `interrupted`. */
  wait(milliseconds: number): void
}

const never = new Int32Array(new SharedArrayBuffer(4))

/** Nobody hears it: the process ends by the signal. */
export const deaf: Interrupts = {
  interrupted: () => false,
  wait: (milliseconds) => void Atomics.wait(never, 0, 0, milliseconds),
}
