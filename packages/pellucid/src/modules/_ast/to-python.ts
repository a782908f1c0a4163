// From the parser's tree to Python objects. No Python code runs meanwhile, so the order is free: a worklist, which
// costs no JavaScript stack however deep the tree.
import { attributes, constructionLimit, fields, locatedTypes, typeOfNode, type Node } from '@pellucid/ast'
import type { Constant } from '@pellucid/primitives'
import {
  constantOf, newInt, newList, newStr, None, PyInstance, raise, RecursionError,
  type PyObject, type PyType, type Shape, type Thread, type Value,
} from '@pellucid/vm/machine'
import { astState, type AstState, type NodeName } from './state.ts'

const located: ReadonlySet<string> = new Set(locatedTypes)

interface Pending {
  readonly node: Readonly<Record<string, unknown>>
  readonly name: NodeName
  readonly object: PyInstance
  readonly depth: number
}

class Conversion {
  readonly #state: AstState
  readonly #pending: Pending[] = []
  constructor(state: AstState) {
    this.#state = state
  }

  /** The object of a node; its attributes follow when its turn comes. */
  node(node: Node, depth: number): PyObject {
    const name = node.nodeType as NodeName
    const single = this.#state.singletons.get(name)
    if (single !== undefined) return single
    if (depth > constructionLimit) raise(RecursionError, 'maximum recursion depth exceeded during ast construction')
    const object = new PyInstance(this.#state.classes.get(name) as PyType)
    this.#pending.push({ node: node as unknown as Record<string, unknown>, name, object, depth })
    return object
  }

  run(): void {
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) {
      const { node, name, object, depth } = next
      const values = object.values as Value[]
      const all = namesOf(name)
      for (const field of all) values.push(this.#value(node[field], field, name, depth + 1))
      object.shape = this.#shape(name, all)
    }
  }

  #value(value: unknown, field: string, owner: NodeName, depth: number): Value {
    if (owner === 'Constant' && field === 'value') return constantOf(value as Constant)
    if (owner === 'MatchSingleton') return field === 'value' ? constantOf(value as Constant) : this.#plain(value, depth)
    return this.#plain(value, depth)
  }

  #plain(value: unknown, depth: number): Value {
    if (value === null || value === undefined) return None
    if (typeof value === 'number') return newInt(value)
    if (typeof value === 'string') return newStr(value)
    if (Array.isArray(value)) return newList(value.map((item) => this.#plain(item, depth)))
    if (typeof value === 'object' && 'nodeType' in value) return this.node(value as Node, depth)
    return constantOf(value as Constant)
  }

  #shape(name: NodeName, all: readonly string[]): Shape {
    const { shapes, classes } = this.#state
    let shape = shapes.get(name)
    if (shape === undefined) {
      shape = (classes.get(name) as PyType).shape as Shape
      for (const field of all) shape = shape.with(field)
      shapes.set(name, shape)
    }
    return shape
  }
}

const cachedNames = new Map<NodeName, readonly string[]>()
function namesOf(name: NodeName): readonly string[] {
  let all = cachedNames.get(name)
  if (all === undefined) {
    all = located.has(typeOfNode[name]) ? [...fields[name], ...attributes] : fields[name]
    cachedNames.set(name, all)
  }
  return all
}

/** A tree as Python objects. */
export function toPython(tree: Node, py: Thread): PyObject {
  const conversion = new Conversion(astState(py))
  const root = conversion.node(tree, 1)
  conversion.run()
  return root
}
