// The modules whose code comes with the interpreter instead of from `sys.path`, as CPython freezes them: importlib
// itself has to run before anything can be imported, and start-up needs the others every time.

/** A frozen module: its name, and the module whose source it is. */
export interface FrozenModule {
  readonly origin: string
  readonly isPackage: boolean
}

const names =
  '_collections_abc _sitebuiltins abc codecs genericpath importlib.machinery importlib.util io ntpath os posixpath runpy site stat zipimport'

/** By name, in alphabetical order. */
export const frozenModules: ReadonlyMap<string, FrozenModule> = new Map(
  [
    ...names.split(' ').map((name) => [name, name] as const),
    ['_frozen_importlib', 'importlib._bootstrap'] as const,
    ['_frozen_importlib_external', 'importlib._bootstrap_external'] as const,
    ['os.path', 'posixpath'] as const,
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, origin]) => [name, { origin, isPackage: false }] as const),
)

/** The file of a frozen module's source below the library's folder. */
export const frozenSource = (module: FrozenModule): string => `${module.origin.replaceAll('.', '/')}.py`

/** `co_filename` of a frozen module's code. */
export const frozenFilename = (module: FrozenModule): string => `<frozen ${module.origin}>`
