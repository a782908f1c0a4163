export { openArchive, type Archive, type Inflate } from './archive.ts'
export { ArchiveError } from './archive-error.ts'
export { inflateRaw } from './inflate.ts'
export type { Library, LibraryOptions } from './library.ts'
