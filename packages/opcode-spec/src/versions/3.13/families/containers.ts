// Building and filling containers, and unpacking them.
import { count, depth, unpackParts } from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** Building and filling containers, and unpacking them. */
export const containers = family({
  BUILD_TUPLE: {
    code: 52, effect: 'items[oparg] -- tuple', arg: count, raises: true,
    doc: 'Collect the top items into a tuple.',
  },
  BUILD_LIST: {
    code: 47, effect: 'items[oparg] -- list', arg: count, raises: true,
    doc: 'Collect the top items into a list.',
  },
  BUILD_SET: {
    code: 49, effect: 'items[oparg] -- set', arg: count, raises: true,
    doc: 'Collect the top items into a set.',
  },
  BUILD_MAP: {
    code: 48, effect: 'items[oparg * 2] -- dict', arg: count, raises: true,
    doc: 'Collect `oparg` keys and values into a dict.',
  },
  BUILD_CONST_KEY_MAP: {
    code: 46, effect: 'items[oparg], keys -- dict', arg: count, raises: true,
    doc: 'Collect the values into a dict whose keys are a constant tuple.',
  },
  BUILD_STRING: {
    code: 51, effect: 'pieces[oparg] -- text', arg: count, raises: true,
    doc: 'Join the top strings.',
  },
  LIST_APPEND: {
    code: 80, effect: 'list, unused[oparg - 1], value -- list, unused[oparg - 1]', arg: depth, raises: true,
    doc: 'Append to the list that lies `oparg` deep.',
  },
  LIST_EXTEND: {
    code: 81, effect: 'list, unused[oparg - 1], iterable -- list, unused[oparg - 1]', arg: depth,
    raises: true,
    doc: 'Extend the list that lies `oparg` deep.',
  },
  SET_ADD: {
    code: 105, effect: 'set, unused[oparg - 1], value -- set, unused[oparg - 1]', arg: depth, raises: true,
    doc: 'Add to the set that lies `oparg` deep.',
  },
  SET_UPDATE: {
    code: 107, effect: 'set, unused[oparg - 1], iterable -- set, unused[oparg - 1]', arg: depth,
    raises: true,
    doc: 'Update the set that lies `oparg` deep.',
  },
  MAP_ADD: {
    code: 95, effect: 'dict, unused[oparg - 1], key, value -- dict, unused[oparg - 1]', arg: depth,
    raises: true,
    doc: 'Set an item of the dict that lies `oparg` deep.',
  },
  DICT_UPDATE: {
    code: 69, effect: 'dict, unused[oparg - 1], update -- dict, unused[oparg - 1]', arg: depth,
    raises: true,
    doc: 'Update the dict that lies `oparg` deep.',
  },
  DICT_MERGE: {
    code: 68,
    effect: 'callable, unused, unused, dict, unused[oparg - 1], update -- callable, unused, unused, dict, unused[oparg - 1]',
    arg: depth, raises: true,
    doc: 'Update keyword arguments; a repeated key is an error that names the callable.',
  },
  UNPACK_SEQUENCE: {
    code: 117, effect: 'iterable -- items[oparg]', arg: count, caches: { counter: 1 }, raises: true,
    doc: 'Unpack into exactly `oparg` items, the first on top.',
  },
  UNPACK_EX: {
    code: 116, effect: 'iterable -- after[oparg >> 8], rest, before[oparg & 0xFF]', arg: unpackParts,
    raises: true,
    doc: 'Unpack with one starred target, which takes a list.',
  },
})
