// Why an archive cannot be read.

/** Raised for bytes that are no zip archive, or a damaged one. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
}
