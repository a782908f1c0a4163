// From Python objects to a tree: any objects with the right attributes will do. Fields are read in the order of the
// grammar, because reading may run Python code, and what is wrong is refused in CPython's order and words.
import { attributes, factories, fields, fieldTypes, locatedTypes, nodesOfType, typesWithOptionalEnd, type Node } from '@pellucid/ast'
import {
  asInt, dataOf, getAttrOrUndefined, isInstance, isStr, narrowStr, None, OverflowError, PyBytes, PyFrozenSet, PyList,
  PyObject, PyTuple, PyCode, raise, RecursionError, reprText, RuntimeError, strValue, TypeError as PyTypeError, typeOf,
  ValueError, type PyType, type Thread, type Value,
} from '@pellucid/vm/machine'
import { astState, isSimpleSum, type AstState, type NodeName, type SumName } from './state.ts'

const located: ReadonlySet<string> = new Set(locatedTypes)
const optionalEnd: ReadonlySet<string> = new Set(typesWithOptionalEnd)
const startOf = { end_lineno: 'lineno', end_col_offset: 'col_offset' } as Readonly<Record<string, string>>

/** CPython's limit on nesting, less what `compile` itself uses. */
const DEPTH_LIMIT = 9998

type Record_ = Record<string, unknown>

const isProduct = (type: string): boolean => (nodesOfType[type as SumName] as readonly string[])[0] === type

/** What a constant holds that is none: the validator names its class when it comes to it. */
const foreign = (value: Value): unknown => ({ nodeType: typeOf(value).name })

/** A constant's value as data. */
function constantData(value: Value): unknown {
  if (value instanceof PyCode) return foreign(value)
  if (value instanceof PyObject && Object.hasOwn(value, 'type')) return foreign(value)
  if (value instanceof PyTuple) return value.items.map(constantData)
  try {
    return dataOf(value)
  } catch {
    return value instanceof PyFrozenSet ? foreign(None) : foreign(value)
  }
}

class Conversion {
  readonly #state: AstState
  readonly #py: Thread
  #depth = 0
  constructor(state: AstState, py: Thread) {
    this.#state = state
    this.#py = py
  }

  #attribute(object: Value, name: string): Value | undefined {
    return getAttrOrUndefined(object, narrowStr(name), this.#py)
  }

  #enter(type: string): void {
    if (++this.#depth > DEPTH_LIMIT) {
      raise(RecursionError, `maximum recursion depth exceeded while traversing '${type}' node`)
    }
  }

  /** A value of an ASDL type; null where None is let through for the validator to refuse. */
  value(value: Value, type: string): unknown {
    switch (type) {
      case 'identifier':
        if (value === None) return null
        return isStr(value) ? strValue(value) : raise(PyTypeError, 'AST identifier must be of type str')
      case 'string':
        if (isStr(value)) return strValue(value)
        if (value instanceof PyBytes) return value.bytes
        return raise(PyTypeError, 'AST string must be of type str')
      case 'int':
        return this.#int(value)
      case 'constant':
        return constantData(value)
      default:
        return isProduct(type) ? this.#product(value, type as NodeName) : this.#sum(value, type as SumName)
    }
  }

  #int(value: Value): number {
    const int = asInt(value)
    if (int === undefined) return raise(ValueError, `invalid integer value: ${reprText(value, this.#py)}`)
    if (int > 0x7fff_ffff || int < -0x8000_0000) raise(OverflowError, 'Python int too large to convert to C int')
    return Number(int)
  }

  /** The class of a node among those of its type; undefined for an object of none. */
  #classOf(value: Value, sum: SumName): NodeName | undefined {
    const members = nodesOfType[sum] as readonly NodeName[]
    const exact = this.#state.names.get(typeOf(value))
    if (exact !== undefined && members.includes(exact)) return exact
    return members.find((name) => isInstance(value, this.#state.classes.get(name) as PyType, this.#py))
  }

  #sum(value: Value, sum: SumName): unknown {
    if (isSimpleSum(sum)) {
      const name = this.#classOf(value, sum)
      return name === undefined ? this.#unexpected(value, sum) : factories[name]
    }
    if (value === None) return null
    this.#enter(sum)
    const positions: Record_ = {}
    if (located.has(sum)) this.#positions(value, sum, positions)
    const name = this.#classOf(value, sum)
    if (name === undefined) return this.#unexpected(value, sum)
    const node = this.#fields(value, name)
    this.#depth--
    return Object.assign(node, positions)
  }

  #unexpected(value: Value, sum: string): never {
    return raise(PyTypeError, `expected some sort of ${sum}, but got ${reprText(value, this.#py)}`)
  }

  #product(value: Value, name: NodeName): unknown {
    this.#enter(name)
    const node = this.#fields(value, name)
    if (located.has(name)) this.#positions(value, name as SumName, node)
    this.#depth--
    return node
  }

  #positions(value: Value, type: string, into: Record_): void {
    for (const name of attributes) {
      const found = this.#attribute(value, name)
      if ((found === undefined || found === None) && startOf[name] !== undefined && optionalEnd.has(type)) {
        into[name] = into[startOf[name]]
      } else if (found === undefined) raise(PyTypeError, `required field "${name}" missing from ${type}`)
      else into[name] = this.#int(found)
    }
  }

  #fields(object: Value, name: NodeName): Record_ {
    const node: Record_ = { nodeType: name }
    const types = fieldTypes[name] as readonly string[]
    fields[name].forEach((field, i) => {
      const type = types[i] as string
      const found = this.#attribute(object, field)
      if (type.endsWith('*')) node[field] = found === undefined ? [] : this.#list(found, name, field, type.replace(/[?*]+$/, ''))
      else if (type.endsWith('?')) {
        node[field] = found === undefined || found === None ? null : this.value(found, type.slice(0, -1))
      } else if (found === undefined) raise(PyTypeError, `required field "${field}" missing from ${name}`)
      else node[field] = this.value(found, type)
    })
    fields[name].forEach((field, i) => {
      const type = types[i] as string
      if (/[?*]$/.test(type) || type === 'constant' || type === 'int' || node[field] !== null) return
      raise(ValueError, `field '${field}' is required for ${name}`)
    })
    return node
  }

  #list(list: Value, owner: string, field: string, type: string): unknown[] {
    if (!(list instanceof PyList)) {
      return raise(PyTypeError, `${owner} field "${field}" must be a list, not a ${typeOf(list).name}`)
    }
    const count = list.items.length
    const made: unknown[] = []
    for (let i = 0; i < count; i++) {
      made.push(this.value(list.items[i] as Value, type))
      if (list.items.length !== count) raise(RuntimeError, `${owner} field "${field}" changed size during iteration`)
    }
    return made
  }
}

/** The tree of Python objects, of an ASDL type. */
export function toTree(object: Value, type: SumName, py: Thread): Node {
  try {
    return new Conversion(astState(py), py).value(object, type) as Node
  } catch (caught) {
    // JavaScript's own stack may end before CPython's limit is reached.
    if (caught instanceof RangeError) {
      return raise(RecursionError, `maximum recursion depth exceeded while traversing 'expr' node`)
    }
    throw caught
  }
}
