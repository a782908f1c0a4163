// What an interpreter ends with that cannot start.

/**
 * The interpreter cannot start; its message is what Python says of it.
 *
 * @example
 * new FatalError('init_stdio_encoding: …', 'core initialized').message.startsWith('Fatal Python error: ') // true
 */
export class FatalError extends Error {
  override readonly name = 'FatalError'
  constructor(what: string, state: string, reason = '') {
    super(`Fatal Python error: ${what}\nPython runtime state: ${state}\n${reason}`)
  }
}
