// What `__subclasses__` lists of builtin classes. CPython makes its static classes before anything else, in the order of its
// tables (object.c: static_types, then those of each file); a class of a module comes when that is first imported. Here a
// class may be made at the start or when its module is first evaluated, whoever asks for that.
import { subclassesOf, type PyType } from '../../data/type.ts'
import type { Thread } from '../../thread.ts'

/** Static classes, and the tuples of modules that every start imports, in the order in which each base meets its subclasses; those without a dot are of `builtins`. */
const order = `
  type async_generator bytearray_iterator bytearray bytes_iterator bytes builtin_function_or_method callable_iterator PyCapsule cell
  classmethod_descriptor classmethod code complex _contextvars.Token _contextvars.ContextVar _contextvars.Context coroutine dict_items
  dict_itemiterator dict_keyiterator dict_valueiterator dict_keys mappingproxy dict_reverseitemiterator dict_reversekeyiterator
  dict_reversevalueiterator dict_values dict ellipsis enumerate filter float frame FrameLocalsProxy frozenset function generator
  getset_descriptor list_iterator list_reverseiterator list longrange_iterator int map member_descriptor memoryview method_descriptor
  method module odict_iterator pickle.PickleBuffer property range_iterator range reversed symtable#entry iterator set_iterator set slice
  staticmethod stderrprinter super traceback tuple_iterator tuple str_iterator str wrapper_descriptor zip types.GenericAlias
  anext_awaitable async_generator_asend async_generator_athrow async_generator_wrapped_value Token.MISSING coroutine_wrapper
  generic_alias_iterator items keys values memory_iterator method-wrapper types.SimpleNamespace NoneType NotImplementedType
  str_ascii_iterator types.UnionType weakref.CallableProxyType weakref.ProxyType weakref.ReferenceType typing.TypeAliasType
  NoDefaultType typing.Generic typing.TypeVar typing.TypeVarTuple typing.ParamSpec typing.ParamSpecArgs typing.ParamSpecKwargs
  EncodingMap fieldnameiterator formatteriterator BaseException
  BaseExceptionGroup Exception GeneratorExit KeyboardInterrupt SystemExit
  collections.OrderedDict
  sys.int_info sys.float_info UnraisableHookArgs sys.hash_info sys.version_info sys.flags sys.thread_info asyncgen_hooks
  _thread._ExceptHookArgs posix.waitid_result os.stat_result os.statvfs_result posix.sched_param os.terminal_size posix.times_result
  posix.uname_result
`

let places: ReadonlyMap<string, number> | undefined

/** The place of each title in `order`. */
const placesByTitle = (): ReadonlyMap<string, number> =>
  (places ??= new Map(order.trim().split(/\s+/).map((name, place) => [name.replace('#', ' '), place])))

/** Those that come with a module of ours. */
const makers: Readonly<Record<string, readonly (readonly [title: string, module: string])[]>> = {
  object: [
    ['_contextvars.Context', '_contextvars'], ['odict_iterator', '_collections'], ['pickle.PickleBuffer', '_pickle'],
    ['symtable entry', '_symtable'], ['formatteriterator', '_string'],
  ],
  dict: [['collections.OrderedDict', '_collections']],
}

const titleOf = ({ module, qualname }: PyType): string => (module === 'builtins' ? qualname : `${module}.${qualname}`)

const placeOf = (type: PyType): number | undefined => (type.owner === undefined ? placesByTitle().get(titleOf(type)) : undefined)

/** Has the program imported what defines a builtin class? What no module of ours defines is there from the start. */
function isImported({ module }: PyType, py: Thread): boolean {
  const { moduleFactories, modules } = py.interpreter
  const candidates = [module, `_${module}`, ...(module === 're' ? ['_sre'] : [])].filter((name) => moduleFactories.has(name))
  return candidates.length === 0 || candidates.some((name) => modules.getStr(name) !== undefined)
}

function livingSubclasses(type: PyType, py: Thread): PyType[] {
  const found: PyType[] = []
  for (const reference of subclassesOf(type)) {
    const subclass = reference.deref()
    if (subclass !== undefined && (subclass.owner === undefined || subclass.owner === py.interpreter)) found.push(subclass)
  }
  return found
}

/** The direct subclasses of a class that live, in the order in which CPython made them. */
export function listedSubclasses(type: PyType, py: Thread): PyType[] {
  let living = livingSubclasses(type, py)
  const missing = (type.owner === undefined ? (makers[titleOf(type)] ?? []) : []).filter(([title]) => !living.some((subclass) => titleOf(subclass) === title))
  if (missing.length > 0) {
    for (const [, module] of missing) py.interpreter.moduleFactories.get(module)?.(py)
    living = livingSubclasses(type, py)
  }
  const fixed = living.filter((subclass) => placeOf(subclass) !== undefined)
  const rest = living.filter((subclass) => placeOf(subclass) === undefined && (subclass.owner !== undefined || isImported(subclass, py)))
  return [...fixed.sort((left, right) => (placeOf(left) as number) - (placeOf(right) as number)), ...rest]
}
