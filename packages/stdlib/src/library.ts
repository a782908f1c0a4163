// Where the library was found, as the interpreter needs to know it.

/** A folder of an installed CPython 3.13, or a zip archive of one. */
export interface Library {
  readonly kind: 'folder' | 'archive'
  /** What belongs on `sys.path`: the folder that holds `os.py`, or the archive itself. */
  readonly path: string
  /** One file of the library by its path from there (`json/decoder.py`), or undefined. */
  readEntry(name: string): Uint8Array | undefined
}

/** Where to look: an explicit folder or archive first, then a Python's home; else the archive that comes along. */
export interface LibraryOptions {
  /** `-X lib=PATH`: the folder that holds `os.py`, or a zip archive of it. */
  readonly lib?: string | undefined
  /** PYTHONHOME: the prefix whose `lib/python3.13` (`Lib` on Windows) is the library. */
  readonly home?: string | undefined
}
