// What is wrong with code that cannot be disassembled.

/** Code whose argument or table leads nowhere; `offset` is the instruction's, in bytes. */
export class DisassemblyError extends Error {
  override readonly name = 'DisassemblyError'
  readonly offset: number | null
  constructor(message: string, offset: number | null = null) {
    super(offset === null ? message : `${message} at offset ${offset}`)
    this.offset = offset
  }
}
