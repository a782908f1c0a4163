// From a bare interpreter to one that can run programs: the import system, encodings, standard streams, site. The
// order is CPython's (Python/pylifecycle.c: init_interp_main), because each step imports what the one before made
// possible.
import { newDict } from '../data/dict.ts'
import { PyModule } from '../data/module.ts'
import { newTuple } from '../data/sequences.ts'
import { narrowStr, None, type Value } from '../data/values.ts'
import { installExternalImporters, installImportlib } from '../imports/bootstrap.ts'
import { importLevel } from '../imports/import-level.ts'
import { getAttr } from '../protocols/attributes.ts'
import { importModule } from '../protocols/import-module.ts'
import type { Thread } from '../thread.ts'
import { restoreImage } from '../image/restore.ts'
import type { Packed } from '../image/packed.ts'
import { installStderrPrinter } from './stderr-printer.ts'
import { openStandardStreams } from './streams.ts'

/** `__main__`, as it is before anything runs in it. */
function addMain(py: Thread): void {
  const main = new PyModule()
  const { namespace } = main
  namespace.setStr('__name__', narrowStr('__main__'))
  namespace.setStr('__doc__', None)
  namespace.setStr('__package__', None)
  // The importer of builtin modules.
  namespace.setStr('__loader__', py.interpreter.builtins.getStr('__loader__') as Value)
  namespace.setStr('__spec__', None)
  namespace.setStr('__annotations__', newDict())
  namespace.setStr('__builtins__', py.interpreter.modules.getStr('builtins') as Value)
  py.interpreter.modules.setStr('__main__', main)
}

/** Make an interpreter ready from an image of one that was, instead of running what start-up runs. */
export function bootFromImage(image: Packed, py: Thread): void {
  restoreImage(image, py)
  addMain(py)
  openStandardStreams(py)
}

/** Make an interpreter ready. What fails here fails as a Python exception. */
export function boot(py: Thread): void {
  const { settings } = py.interpreter
  py.interpreter.importBuiltin('sys', py)
  if (settings.flags.verbose > 0) installStderrPrinter(py)
  installImportlib(py)
  installExternalImporters(py)
  importLevel(narrowStr('encodings'), None, None, 0, py)
  py.interpreter.importBuiltin('_signal', py)
  const io = importLevel(narrowStr('io'), None, None, 0, py)
  py.interpreter.builtins.setStr('open', getAttr(io, narrowStr('open'), py))
  addMain(py)
  openStandardStreams(py)
  if (settings.warnOptions.length > 0) importModule('warnings', py)
  if (!settings.flags.noSite) importLevel(narrowStr('site'), None, newTuple([]), 0, py)
  settings.firstImports?.forEach((name) => importModule(name, py))
}
