// Type variables in the arguments of generic aliases and unions, and what takes their place.
import { newList, newTuple, PyList, PyTuple } from '../data/sequences.ts'
import { PyType, typeOf } from '../data/type.ts'
import { EllipsisObject, narrowStr, None, type Value } from '../data/values.ts'
import { getAttrOrUndefined } from '../protocols/attributes.ts'
import { call } from '../protocols/call.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { reprText } from '../protocols/repr.ts'
import { getItem } from '../protocols/subscript.ts'
import { truth } from '../protocols/truth.ts'
import type { Thread } from '../thread.ts'

const parametersName = narrowStr('__parameters__')
const substName = narrowStr('__typing_subst__')
const prepareName = narrowStr('__typing_prepare_subst__')
const unpackedName = narrowStr('__typing_unpacked_tuple_args__')

/** Type variables in arguments, each once, in order of appearance. */
export function collectParameters(args: readonly Value[], py: Thread): Value[] {
  const found: Value[] = []
  const add = (parameter: Value): void => {
    if (!found.includes(parameter)) found.push(parameter)
  }
  for (const arg of args) {
    if (arg instanceof PyType) continue
    if (arg instanceof PyTuple || arg instanceof PyList) {
      collectParameters(arg.items, py).forEach(add)
      continue
    }
    if (getAttrOrUndefined(arg, substName, py) !== undefined) add(arg)
    else {
      const inner = getAttrOrUndefined(arg, parametersName, py)
      if (inner instanceof PyTuple) inner.items.forEach(add)
    }
  }
  return found
}

/** Arguments with `*tuple[…]` of known length put in its place. */
function unpackArguments(item: Value, py: Thread): Value[] {
  const given = item instanceof PyTuple ? item.items : [item]
  return given.flatMap((arg) => {
    if (arg instanceof PyType) return [arg]
    const inner = getAttrOrUndefined(arg, unpackedName, py)
    if (!(inner instanceof PyTuple)) return [arg]
    const last = inner.items[inner.items.length - 1]
    return last === EllipsisObject ? [arg] : [...inner.items]
  })
}

function substituteIn(arg: Value, parameters: readonly Value[], values: readonly Value[], py: Thread): Value {
  const inner = getAttrOrUndefined(arg, parametersName, py)
  if (!(inner instanceof PyTuple) || inner.items.length === 0) return arg
  const chosen: Value[] = []
  for (const parameter of inner.items) {
    const place = parameters.indexOf(parameter)
    if (place < 0) chosen.push(parameter)
    else {
      const value = values[place] as Value
      if (value instanceof PyTuple && isVariadic(parameter, py)) chosen.push(...value.items)
      else chosen.push(value)
    }
  }
  return getItem(arg, newTuple(chosen), py)
}

/** A TypeVarTuple takes any number of arguments. */
const isVariadic = (parameter: Value, py: Thread): boolean => {
  const iter = typeOf(parameter).slots.iter
  void py
  return iter !== undefined
}

/** `alias[item]`: type variables replaced. */
export function substitute(alias: Value, args: readonly Value[], parameters: readonly Value[], item: Value, py: Thread): Value[] {
  if (parameters.length === 0) raise(PyTypeError, `${reprText(alias, py)} is not a generic class`)
  let given: Value = newTuple(unpackArguments(item, py))
  for (const parameter of parameters) {
    const prepare = getAttrOrUndefined(parameter, prepareName, py)
    if (prepare === undefined || prepare === None) continue
    given = call(prepare, [alias, given], py)
    if (!(given instanceof PyTuple)) given = newTuple([given])
  }
  const values = (given as PyTuple).items
  if (values.length !== parameters.length) {
    const word = values.length > parameters.length ? 'many' : 'few'
    raise(
      PyTypeError,
      `Too ${word} arguments for ${reprText(alias, py)}; actual ${values.length}, expected ${parameters.length}`,
    )
  }
  const made: Value[] = []
  for (const arg of args) {
    if (arg instanceof PyType) {
      made.push(arg)
      continue
    }
    if (arg instanceof PyTuple || arg instanceof PyList) {
      const inner = collectParameters(arg.items, py)
      const replaced =
        inner.length === 0
          ? arg.items.slice()
          : substitute(alias, arg.items, inner, newTuple(inner.map((name) => values[parameters.indexOf(name)] as Value)), py)
      made.push(arg instanceof PyTuple ? newTuple(replaced) : newList(replaced))
      continue
    }
    const unpack = truth(getAttrOrUndefined(arg, narrowStr('__typing_is_unpacked_typevartuple__'), py) ?? false, py)
    const subst = getAttrOrUndefined(arg, substName, py)
    const value =
      subst !== undefined && subst !== None
        ? call(subst, [values[parameters.indexOf(arg)] as Value], py)
        : substituteIn(arg, parameters, values, py)
    if (unpack && value instanceof PyTuple) made.push(...value.items)
    else made.push(value)
  }
  return made
}
