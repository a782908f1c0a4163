// `__build_class__`: what a class statement calls.
import { PyFunction } from '../../data/callables.ts'
import { PyCell } from '../../data/code.ts'
import { newDict } from '../../data/dict.ts'
import { typeType } from '../../data/roots.ts'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import type { KeywordNames } from '../../data/slots.ts'
import { isSubtype, PyType, typeOf } from '../../data/type.ts'
import { asStr, narrowStr, strValue, type Str, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { call } from '../../protocols/call.ts'
import { RuntimeError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { setItem } from '../../protocols/subscript.ts'
import type { Thread } from '../../thread.ts'

/** Replace bases that are not classes by what their `__mro_entries__` answers (PEP 560). */
export function resolveBases(bases: PyTuple, py: Thread): PyTuple {
  let changed = false
  const resolved: Value[] = []
  for (const base of bases.items) {
    const hook = base instanceof PyType ? undefined : getAttrOrUndefined(base, narrowStr('__mro_entries__'), py)
    if (hook === undefined) {
      resolved.push(base)
      continue
    }
    const entries = call(hook, [bases], py)
    if (!(entries instanceof PyTuple)) return raise(PyTypeError, '__mro_entries__ must return a tuple')
    resolved.push(...entries.items)
    changed = true
  }
  return changed ? newTuple(resolved) : bases
}

/** The metaclass: the one asked for, refined by the bases' classes when it is a class itself. */
function metaclassOf(given: Value | undefined, bases: PyTuple): Value {
  const first = bases.items[0]
  const meta = given ?? (first === undefined ? typeType : typeOf(first))
  if (!(meta instanceof PyType)) return meta
  let winner = meta
  for (const base of bases.items) {
    const candidate = typeOf(base)
    if (isSubtype(winner, candidate)) continue
    if (isSubtype(candidate, winner)) winner = candidate
    else {
      raise(
        PyTypeError,
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      )
    }
  }
  return winner
}

function takeKeyword(args: Value[], names: KeywordNames | undefined, wanted: string): { value: Value | undefined; args: Value[]; names: Str[] } {
  const all = names ?? []
  const at = all.findIndex((name) => strValue(name) === wanted)
  if (at < 0) return { value: undefined, args, names: all.slice() }
  const place = args.length - all.length + at
  return { value: args[place], args: args.filter((_, i) => i !== place), names: all.filter((_, i) => i !== at) }
}

export function buildClass(args: Value[], names: KeywordNames | undefined, py: Thread): Value {
  const rest = takeKeyword(args, names, 'metaclass')
  const given = rest.args.length - rest.names.length
  if (given < 2) raise(PyTypeError, '__build_class__: not enough arguments')
  const [func, name] = rest.args as [Value, Value]
  if (!(func instanceof PyFunction)) return raise(PyTypeError, '__build_class__: func must be a function')
  if (asStr(name) === undefined) raise(PyTypeError, '__build_class__: name is not a string')
  const originalBases = newTuple(rest.args.slice(2, given))
  const bases = resolveBases(originalBases, py)
  const keywordValues = rest.args.slice(given)
  const meta = metaclassOf(rest.value, bases)

  const prepare = getAttrOrUndefined(meta, narrowStr('__prepare__'), py)
  const namespace = prepare === undefined ? newDict() : call(prepare, [name, bases, ...keywordValues], py, rest.names)
  if (typeOf(namespace).slots.getitem === undefined) {
    const shown = meta instanceof PyType ? meta.name : '<metaclass>'
    raise(PyTypeError, `${shown}.__prepare__() must return a mapping, not ${typeOf(namespace).tpName}`)
  }
  const cell = py.evaluator.runCode(func.code, func.globals, namespace, py, func.closure)
  if (bases !== originalBases) setItem(namespace, narrowStr('__orig_bases__'), originalBases, py)
  const made = call(meta, [name, bases, namespace, ...keywordValues], py, rest.names)
  if (made instanceof PyType && cell instanceof PyCell) {
    const title = strValue(asStr(name) as Str)
    if (cell.value === undefined) {
      raise(RuntimeError, `__class__ not set defining '${title}' as ${reprText(made, py)}. Was __classcell__ propagated to type.__new__?`)
    }
    if (cell.value !== made) {
      raise(PyTypeError, `__class__ set to ${reprText(cell.value, py)} defining '${title}' as ${reprText(made, py)}`)
    }
  }
  return made
}

export const buildClassFunction = fn(
  '__build_class__(*args, **kwargs)',
  'Make a class: what the class statement calls.',
  (args, keywords, py) => {
    const names = keywords.keys.filter((key): key is Value => key !== undefined) as unknown as KeywordNames
    return buildClass([...args, ...keywords.values.filter((_, i) => keywords.keys[i] !== undefined)], names, py)
  },
  { text: null, transparent: true },
)

