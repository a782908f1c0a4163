// Every builtin class. Importing this file gives the layouts their classes; `builtinTypes` are those with a name in
// the builtins module.
import { objectType, typeType } from '../data/roots.ts'
import type { PyType } from '../data/type.ts'
import './anext-awaitable.ts'
import { boolType } from './bool.ts'
import { byteArrayType } from './bytearray/index.ts'
import { bytesType } from './bytes/index.ts'
import { complexType } from './complex/index.ts'
import { floatType } from './float/index.ts'
import { intType } from './int/index.ts'
import { memoryViewType } from './memoryview/index.ts'
import { rangeType } from './range/index.ts'
import { sliceType } from './slice.ts'
import { strType } from './str/index.ts'
import './cell.ts'
import './code/index.ts'
import './descriptors/builtin.ts'
import './descriptors/fields.ts'
import './descriptors/methods.ts'
import { propertyType } from './descriptors/property.ts'
import { classMethodType, staticMethodType } from './descriptors/wrappers.ts'
import './exception/index.ts'
import './frame/index.ts'
import './function.ts'
import './generator/async-generator.ts'
import './generator/coroutine.ts'
import './generator/index.ts'
import './mappingproxy.ts'
import './method.ts'
import './module.ts'
import './object/index.ts'
import './singletons.ts'
import { superType } from './super.ts'
import './type/index.ts'
import './type-parameters/index.ts'
import './union.ts'
import './callable-iterator.ts'
import { dictType } from './dict/index.ts'
import { enumerateType } from './enumerate.ts'
import { filterType } from './filter.ts'
import './generic-alias.ts'
import { listType } from './list/index.ts'
import { mapType } from './map.ts'
import { reversedType } from './reversed.ts'
import './sequence-iterator.ts'
import { frozensetType, setType } from './set/index.ts'
import './simple-namespace.ts'
import { tupleType } from './tuple/index.ts'
import { zipType } from './zip.ts'

/** Classes that need no import, by name. */
export const builtinTypes: Record<string, PyType> = {
  bool: boolType,
  bytearray: byteArrayType,
  bytes: bytesType,
  complex: complexType,
  float: floatType,
  int: intType,
  memoryview: memoryViewType,
  range: rangeType,
  slice: sliceType,
  str: strType,
  classmethod: classMethodType,
  object: objectType,
  property: propertyType,
  staticmethod: staticMethodType,
  super: superType,
  type: typeType,
  dict: dictType,
  enumerate: enumerateType,
  filter: filterType,
  frozenset: frozensetType,
  list: listType,
  map: mapType,
  reversed: reversedType,
  set: setType,
  tuple: tupleType,
  zip: zipType,
}
