// What a generator is: a pure function from the texts of its sources to the texts of its files.
// Only cli.ts reads and writes; paths are relative to the repository's root, with '/'.

/** A file to be checked in. */
export interface GeneratedFile {
  readonly path: string
  readonly text: string
}

/** One folder beside this file, whose index.ts exports it as `generator`. */
export interface Generator {
  readonly name: string
  /** Files whose text `generate` receives, in this order. */
  readonly sources: readonly string[]
  generate(texts: readonly string[]): readonly GeneratedFile[] | Promise<readonly GeneratedFile[]>
}
