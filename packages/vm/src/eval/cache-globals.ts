// LOAD_GLOBAL's inline cache: the place of a name in the globals or builtins, good while no key came or went. Globals or
// builtins that are not plain dicts are asked by `[]` each time.
import { PyDict } from '../data/dict.ts'
import type { PyFrame } from '../data/frame.ts'
import { strValue, type Str, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { decode } from './decode.ts'
import { namespaceGet } from './ops/locals.ts'
import { undefinedName } from './unbound.ts'

export interface GlobalCache {
  readonly dict: PyDict
  readonly place: number
  /** Versions (`PyDict.version`, unique over all dicts) that the place holds for. */
  readonly globals: number
  readonly builtins: number
  /** Found in the globals themselves: the builtins do not matter. */
  readonly own: boolean
}

/** Look the name up in globals, then builtins; remember where it was. */
export function loadGlobal(frame: PyFrame, nameIndex: number, at: number, py: Thread): Value {
  const name = strValue(frame.code.names[nameIndex] as Str)
  const { globals, builtins } = frame
  if (!(builtins instanceof PyDict) || Object.hasOwn(builtins, 'type') || Object.hasOwn(globals, 'type')) {
    return namespaceGet(globals, name, py) ?? namespaceGet(builtins, name, py) ?? undefinedName(name)
  }
  const inGlobals = globals.placeOfStr(name)
  const dict = inGlobals >= 0 ? globals : builtins
  const place = inGlobals >= 0 ? inGlobals : builtins.placeOfStr(name)
  if (place < 0) undefinedName(name)
  const cache: GlobalCache = { dict, place, globals: globals.version, builtins: builtins.version, own: inGlobals >= 0 }
  decode(frame.code).caches[at] = cache
  return dict.values[place] as Value
}
