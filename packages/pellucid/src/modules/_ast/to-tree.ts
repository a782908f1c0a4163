// From Python objects to a tree: any objects with the right attributes will do. Fields are read in the order of the
// grammar, because reading may run Python code, and what is wrong is refused in CPython's order and words.
import { attributes, factories, fields, fieldTypes, locatedTypes, nodesOfType, typesWithOptionalEnd, type Node } from '@pellucid/ast'
import { FrozenSetConstant, type Constant } from '@pellucid/primitives'
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

const isProduct = (type: string): boolean => (nodesOfType[type as SumName] as readonly string[] | undefined)?.[0] === type

/** What a constant holds that is none: the validator names its class when it comes to it. */
const foreign = (value: Value): unknown => ({ nodeType: typeOf(value).name })

/** A constant's value as data. */
function constantData(value: Value, py: Thread): unknown {
  if (value instanceof PyCode) return foreign(value)
  if (value instanceof PyObject && Object.hasOwn(value, 'type')) return foreign(value)
  if (value instanceof PyTuple) return value.items.map((item) => constantData(item, py))
  if (value instanceof PyFrozenSet) return new FrozenSetConstant(value.items(py.keys).map((item) => constantData(item, py)) as Constant[])
  try {
    return dataOf(value)
  } catch {
    return foreign(value)
  }
}

/** The answer of `begin` for a node whose fields are still to come. */
const PENDING = Symbol('PENDING')

/** A node whose fields are being read. */
interface Frame {
  readonly object: Value
  readonly name: NodeName
  readonly node: Record_
  /** The field that is being read. */
  at: number
  /** The list that the field holds, its length when it was found, and what its items became. */
  list: PyList | undefined
  count: number
  items: unknown[]
}

/** Nodes wait for their fields on a stack of their own: nesting costs no JavaScript stack. */
class Conversion {
  readonly #state: AstState
  readonly #py: Thread
  readonly #frames: Frame[] = []
  constructor(state: AstState, py: Thread) {
    this.#state = state
    this.#py = py
  }

  run(root: Value, type: SumName): unknown {
    const frames = this.#frames
    let result = this.#begin(root, type)
    for (let frame = frames.at(-1); frame !== undefined; frame = frames[frames.length - 1]) {
      if (result !== PENDING) this.#deliver(frame, result)
      result = this.#step(frame)
    }
    return result
  }

  /** Read on in a node; itself, when it is complete. */
  #step(frame: Frame): unknown {
    const types = fieldTypes[frame.name] as readonly string[]
    if (frame.list !== undefined) {
      if (frame.items.length < frame.count) {
        return this.#begin(frame.list.items[frame.items.length] as Value, (types[frame.at] as string).replace(/[?*]+$/, ''))
      }
      frame.node[fields[frame.name][frame.at] as string] = frame.items
      frame.list = undefined
      frame.at++
    }
    for (; frame.at < types.length; frame.at++) {
      const field = fields[frame.name][frame.at] as string
      const type = types[frame.at] as string
      const found = this.#attribute(frame.object, field)
      if (type.endsWith('*')) {
        if (found === undefined) {
          frame.node[field] = []
          continue
        }
        this.#openList(frame, found, field)
        return this.#step(frame)
      }
      if (type.endsWith('?')) {
        if (found === undefined || found === None) frame.node[field] = null
        else return this.#begin(found, type.slice(0, -1))
      } else if (found === undefined) raise(PyTypeError, `required field "${field}" missing from ${frame.name}`)
      else return this.#begin(found, type)
    }
    return this.#finish(frame)
  }

  #openList(frame: Frame, list: Value, field: string): void {
    if (!(list instanceof PyList)) {
      return raise(PyTypeError, `${frame.name} field "${field}" must be a list, not a ${typeOf(list).tpName}`)
    }
    frame.list = list
    frame.count = list.items.length
    frame.items = []
  }

  /** Put what a field or an item became in its place. */
  #deliver(frame: Frame, result: unknown): void {
    const field = fields[frame.name][frame.at] as string
    if (frame.list === undefined) {
      frame.node[field] = result
      frame.at++
      return
    }
    frame.items.push(result)
    if (frame.list.items.length !== frame.count) {
      raise(RuntimeError, `${frame.name} field "${field}" changed size during iteration`)
    }
  }

  #finish({ object, name, node }: Frame): unknown {
    const types = fieldTypes[name] as readonly string[]
    fields[name].forEach((field, i) => {
      const type = types[i] as string
      if (/[?*]$/.test(type) || type === 'constant' || type === 'int' || node[field] !== null) return
      raise(ValueError, `field '${field}' is required for ${name}`)
    })
    if (isProduct(name) && located.has(name)) this.#positions(object, name, node)
    this.#frames.pop()
    return node
  }

  #attribute(object: Value, name: string): Value | undefined {
    return getAttrOrUndefined(object, narrowStr(name), this.#py)
  }

  /** A value of an ASDL type; null where None is let through for the validator to refuse. */
  #begin(value: Value, type: string): unknown {
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
        return constantData(value, this.#py)
      default:
        return isProduct(type) ? this.#open(value, type as NodeName, type, {}) : this.#sum(value, type as SumName)
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
    const simple = isSimpleSum(sum)
    if (value === None && !simple) return null
    const positions: Record_ = {}
    if (located.has(sum)) this.#positions(value, sum, positions)
    const name = this.#classOf(value, sum)
    if (name === undefined) return raise(PyTypeError, `expected some sort of ${sum}, but got ${reprText(value, this.#py)}`)
    return simple ? factories[name] : this.#open(value, name, sum, positions)
  }

  #open(object: Value, name: NodeName, type: string, positions: Record_): typeof PENDING {
    if (this.#frames.length >= DEPTH_LIMIT) {
      raise(RecursionError, `maximum recursion depth exceeded while traversing '${type}' node`)
    }
    const node: Record_ = { nodeType: name, ...positions }
    this.#frames.push({ object, name, node, at: 0, list: undefined, count: 0, items: [] })
    return PENDING
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
}

/** The tree of Python objects, of an ASDL type. */
export function toTree(object: Value, type: SumName, py: Thread): Node {
  return new Conversion(astState(py), py).run(object, type) as Node
}
