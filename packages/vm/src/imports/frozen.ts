// The modules whose code comes with the interpreter instead of from `sys.path`, as CPython freezes them: importlib
// itself has to run before anything can be imported, start-up needs the others every time, and a few are for tests.

/** A frozen module: the module whose source it is, if there is one. */
export interface FrozenModule {
  /** `<NAME` for the `__init__` of a package, imported as a module. */
  readonly origin: string | undefined
  readonly isPackage: boolean
  /** Its source, where the library's folder does not have it. */
  readonly source?: string
}

const names =
  'zipimport abc codecs io _collections_abc _sitebuiltins genericpath ntpath posixpath os.path os site stat importlib.util importlib.machinery runpy __hello__'

const forTests: readonly (readonly [string, FrozenModule])[] = [
  ['__hello_alias__', { origin: '__hello__', isPackage: false }],
  ['__phello_alias__', { origin: '__hello__', isPackage: true }],
  ['__phello_alias__.spam', { origin: '__hello__', isPackage: false }],
  ['__phello__', { origin: '__phello__', isPackage: true }],
  ['__phello__.__init__', { origin: '<__phello__', isPackage: false }],
  ['__phello__.ham', { origin: '__phello__.ham', isPackage: true, source: '' }],
  ['__phello__.ham.__init__', { origin: '<__phello__.ham', isPackage: false, source: '' }],
  ['__phello__.ham.eggs', { origin: '__phello__.ham.eggs', isPackage: false, source: '' }],
  ['__phello__.spam', { origin: '__phello__.spam', isPackage: false }],
  ['__hello_only__', { origin: undefined, isPackage: false, source: 'initialized = True\nprint("Hello world!")\n' }],
]

/** By name, in CPython's order. */
export const frozenModules: ReadonlyMap<string, FrozenModule> = new Map([
  ['_frozen_importlib', { origin: 'importlib._bootstrap', isPackage: false }] as const,
  ['_frozen_importlib_external', { origin: 'importlib._bootstrap_external', isPackage: false }] as const,
  ...names.split(' ').map((name) => [name, { origin: name === 'os.path' ? 'posixpath' : name, isPackage: false }] as const),
  ...forTests,
])

/** The file of a frozen module's source below the library's folder. */
export function frozenSource({ origin = '' }: FrozenModule): string {
  const name = origin.replace(/^</, '')
  const isInit = name !== origin || [...frozenModules].some(([one, { isPackage }]) => one === origin && isPackage)
  return `${name.replaceAll('.', '/')}${isInit ? '/__init__' : ''}.py`
}

/** `co_filename` of a frozen module's code. */
export const frozenFilename = (name: string, { origin }: FrozenModule): string => `<frozen ${origin?.replace(/^</, '') ?? name}>`
