// _pickle: objects as bytes and back (https://docs.python.org/3.13/library/pickle.html).
import { newBytes } from '../../data/bytes.ts'
import { fn } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { PickleError, PicklingError, UnpicklingError } from './errors.ts'
import { PickleInput } from './input.ts'
import { PickleMemo } from './memo.ts'
import type { Value } from '../../data/values.ts'
import type { Thread } from '../../thread.ts'
import { PickleOutput } from './output.ts'
import { pickleBufferType } from './pickle-buffer.ts'
import { callbackOf, picklerType, protocolOf, writeOf } from './pickler.ts'
import { readRegistries } from './registries.ts'
import { Saving } from './save.ts'
import { loadNext, prepare, PyUnpickler, unpicklerType } from './unpickler.ts'

function save(value: Value, write: Value | undefined, protocol: Value, fixImports: boolean, callback: Value, py: Thread): PickleOutput {
  const number = protocolOf(protocol, py)
  const out = new PickleOutput(write)
  const settings = {
    protocol: number, fixImports: fixImports && number < 3, bufferCallback: callbackOf(callback, number), dispatchTable: undefined,
    persistentId: undefined, reducerOverride: undefined, fast: false,
  }
  new Saving(settings, new PickleMemo(), out, py).run(value)
  return out
}

const functions = [
  fn('dump(obj: object, file: object, protocol: object = None, *, fix_imports: bool = True, buffer_callback: object = None)',
    'Write an object to a file as a pickle.', (value, file, protocol, fixImports, callback, py) => {
      protocolOf(protocol, py)
      save(value, writeOf(file, py), protocol, fixImports, callback, py).flush(py)
    }),
  fn('dumps(obj: object, protocol: object = None, *, fix_imports: bool = True, buffer_callback: object = None)',
    'Answer the pickle of an object.', (value, protocol, fixImports, callback, py) =>
      newBytes(save(value, undefined, protocol, fixImports, callback, py).finish())),
  fn("load(file: object, *, fix_imports: bool = True, encoding: str = 'ASCII', errors: str = 'strict', buffers: object = <unrepresentable>)",
    'Read an object from the pickle in a file.', (file, fixImports, encoding, errors, buffers, py) => {
      const unpickler = new PyUnpickler()
      prepare(unpickler, PickleInput.ofFile(file, py), fixImports, encoding, errors, buffers, py)
      return loadNext(unpickler, py)
    }, { text: "($module, /, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())" }),
  fn("loads(data: object, /, *, fix_imports: bool = True, encoding: str = 'ASCII', errors: str = 'strict', buffers: object = <unrepresentable>)",
    'Read an object from a pickle.', (data, fixImports, encoding, errors, buffers, py) => {
      const unpickler = new PyUnpickler()
      prepare(unpickler, PickleInput.ofBytes(data, py), fixImports, encoding, errors, buffers, py)
      return loadNext(unpickler, py)
    }, { text: "($module, data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())" }),
]

export const _pickle = defineModule('_pickle', () => ({
  doc: 'The fast part of pickle.',
  functions,
  types: [picklerType, unpicklerType, pickleBufferType, PickleError, PicklingError, UnpicklingError],
  setup: (_module, py) => readRegistries(py),
}))
