// `ast.AST`: the base of all nodes. Its constructor takes fields by position or by name and fills in what may be left
// out; what it misses or does not know is deprecated rather than refused.
import type { PyInstance } from '@pellucid/vm/machine'
import {
  asStr, contains, defineType, DeprecationWarning, dictGetSet, emptyTuple, ensureDict, getAttr, getAttrOrUndefined,
  getItem, keywordKey, length, methods, narrowStr, newDict, newList, newTuple, None, PyDict, PyGenericAlias, PyUnion,
  raise, reprText, setAttr, smallInt, TypeError as PyTypeError, TypeFlags, typeOf, warn,
  type KeywordNames, type PyObject, type PyType, type Str, type Thread, type Value,
} from '@pellucid/vm/machine'

const FIELDS = narrowStr('_fields')
const ATTRIBUTES = narrowStr('_attributes')
const FIELD_TYPES = narrowStr('_field_types')

/** The name that messages give a class. */
const title = (type: PyType): string => (type.name === 'AST' && type.base?.base === null ? 'ast.AST' : type.name)

const nameOf = (name: Value): Str => asStr(name) ?? raise(PyTypeError, `attribute name must be string, not '${typeOf(name).tpName}'`)

function setPositions(self: Value, type: PyType, fields: Value, args: readonly Value[], left: PyDict, py: Thread): void {
  const count = length(fields, py)
  if (args.length > count) {
    const plural = count === 1 ? '' : 's'
    raise(PyTypeError, `${type.tpName} constructor takes at most ${count} positional argument${plural}`)
  }
  args.forEach((value, i) => {
    const name = getItem(fields, smallInt(i), py)
    setAttr(self, nameOf(name), value, py)
    left.delete(name, py.keys)
  })
}

function setKeywords(
  self: Value, type: PyType, fields: Value, values: readonly Value[], names: KeywordNames, left: PyDict, py: Thread,
): void {
  names.forEach((keyword, i) => {
    const name = keywordKey(keyword)
    if (contains(fields, name, py)) {
      if (left.find(name, py.keys) < 0) {
        raise(PyTypeError, `${title(type)} got multiple values for argument ${reprText(name, py)}`)
      }
      left.delete(name, py.keys)
    } else if (!contains(getAttr(type, ATTRIBUTES, py), name, py)) {
      warn(
        py, DeprecationWarning,
        `${title(type)}.__init__ got an unexpected keyword argument ${reprText(name, py)}. ` +
          'Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.',
      )
    }
    setAttr(self, nameOf(name), values[i] as Value, py)
  })
}

/** Fields that were not given: None is on the class, lists are made, a context is Load. */
function setDefaults(self: Value, type: PyType, left: PyDict, load: () => PyObject | undefined, py: Thread): void {
  const types = getAttrOrUndefined(type, FIELD_TYPES, py)
  if (!(types instanceof PyDict)) return
  for (const name of left.keys) {
    if (name === undefined) continue
    const fieldType = types.get(name, py.keys)
    if (fieldType === undefined) {
      warn(
        py, DeprecationWarning,
        `Field ${reprText(name, py)} is missing from ${title(type)}._field_types. This will become an error in Python 3.15.`,
      )
    } else if (fieldType instanceof PyUnion) continue
    else if (fieldType instanceof PyGenericAlias) setAttr(self, nameOf(name), newList([]), py)
    else if (isContext(fieldType, load)) setAttr(self, nameOf(name), load() as PyObject, py)
    else {
      warn(
        py, DeprecationWarning,
        `${title(type)}.__init__ missing 1 required positional argument: ${reprText(name, py)}. ` +
          'This will become an error in Python 3.15.',
      )
    }
  }
}

const isContext = (type: Value, load: () => PyObject | undefined): boolean => type === load()?.type.base

function initialise(
  self: PyInstance, args: readonly Value[], names: KeywordNames | undefined, load: () => PyObject | undefined, py: Thread,
): void {
  const type = typeOf(self)
  const fields = getAttr(type, FIELDS, py)
  const named = names?.length ?? 0
  const given = args.length - named
  const left = newDict()
  for (let i = 0, count = length(fields, py); i < count; i++) left.set(getItem(fields, smallInt(i), py), None, py.keys)
  setPositions(self, type, fields, args.slice(0, given), left, py)
  if (names !== undefined && named > 0) setKeywords(self, type, fields, args.slice(given), names, left, py)
  if (left.size > 0) setDefaults(self, type, left, load, py)
}

/** The arguments of the copy's constructor stand for fields that its state sets afterwards. */
function reduce(self: PyInstance, py: Thread): Value {
  const type = typeOf(self)
  const dict = ensureDict(self)
  if (dict === undefined) return newTuple([type, emptyTuple])
  const copy = newDict()
  dict.keys.forEach((name, i) => {
    if (name !== undefined) copy.set(name, dict.values[i] as Value, py.keys)
  })
  const fields = getAttrOrUndefined(type, FIELDS, py)
  const positions: Value[] = []
  for (let i = 0, count = fields === undefined ? 0 : length(fields, py); i < count; i++) {
    if (copy.find(getItem(fields as Value, smallInt(i), py), py.keys) < 0) break
    positions.push(None)
  }
  return newTuple([type, newTuple(positions), copy])
}

/** Make the class; `load` answers the shared Load node once there is one. */
export function makeAstType(load: () => PyObject | undefined): PyType {
  const method = methods<PyInstance>()
  const type: PyType = defineType('ast.AST', {
    doc: '',
    text: null,
    subclassable: true,
    hasDict: true,
    newRaw: (cls) => cls.allocate(cls),
    initRaw(self: PyInstance, args, names, py) {
      initialise(self, args, names, load, py)
    },
    methods: () => [method('__reduce__(self, /)', '', (self, py) => reduce(self, py))],
    constants: () => ({
      __dict__: dictGetSet(type),
      __doc__: None,
      __module__: narrowStr('ast'),
      _fields: emptyTuple,
      __match_args__: emptyTuple,
      _attributes: emptyTuple,
    }),
  })
  type.flags = (type.flags & ~TypeFlags.IMMUTABLETYPE) | TypeFlags.HEAPTYPE
  return type
}

