// The modules that start-up runs before it can import, compiled from the library's source, once for each library:
// the host keeps the results (`CodeStore`), so that later starts only read them.
import { frozenFilename, frozenModules, frozenSource, packCode, unpackCode, type FrozenModules } from '@pellucid/vm'
import { compile } from './frontend.ts'
import { readPacked, writePacked } from './packed-file.ts'

/** Where the sources come from. */
export interface SourceLibrary {
  readEntry(name: string): Uint8Array | undefined
}

/** Keeps compiled code between runs; a host without a disk keeps nothing. */
export interface CodeStore {
  get(key: string): Uint8Array | undefined
  set(key: string, bytes: Uint8Array): void
}

const forgetful: CodeStore = { get: () => undefined, set: () => {} }

/** What the interpreter freezes, read from a library. */
export function frozenFrom(library: SourceLibrary, store: CodeStore = forgetful): FrozenModules {
  return {
    names: [...frozenModules.keys()],
    isPackage: (name) => frozenModules.get(name)?.isPackage ?? false,
    code(name) {
      const module = frozenModules.get(name)
      if (module === undefined) return undefined
      const key = module.source === undefined ? (module.origin as string).replace('<', '') : name
      const kept = store.get(key)
      const packed = kept === undefined ? undefined : readPacked(kept)
      if (packed !== undefined) return unpackCode(packed)
      const source = module.source ?? library.readEntry(frozenSource(module))
      if (source === undefined) return undefined
      const code = compile(source, frozenFilename(name, module), 'exec', { origin: 'file' })
      store.set(key, writePacked(packCode(code)))
      return code
    },
  }
}
