// The number that starts a `.pyc` and changes with every change of the bytecode.

/** 3.13's magic number. */
export const MAGIC_NUMBER = 3571
/** The first four bytes of a `.pyc` of 3.13: the number, then CR LF. */
export const magicBytes: readonly number[] = [MAGIC_NUMBER & 0xff, MAGIC_NUMBER >> 8, 0x0d, 0x0a]
/** What cache file names carry: `x.cpython-313.pyc`. */
export const CACHE_TAG = 'cpython-313'
