// Instances of Python classes, and the shapes that say where their attributes lie.
//
// A shape is an immutable list of names; adding a name leads to the next shape, the same for all instances that
// add it in that order, so an inline cache is one comparison of shapes and one array index. An attribute that was
// deleted, or a `__dict__` that was taken out, turns the instance to a PyDict for good (`shape` undefined).
import { PyDict } from './dict.ts'
import { PyObject, type Visit } from './object.ts'
import { type PyType, TypeFlags } from './type.ts'
import type { Value } from './values.ts'

export class Shape {
  readonly names: readonly string[]
  readonly places: ReadonlyMap<string, number>
  readonly #next = new Map<string, Shape>()
  constructor(names: readonly string[]) {
    this.names = names
    this.places = new Map(names.map((name, place) => [name, place]))
  }
  /** The shape after `name` was added at the end. */
  with(name: string): Shape {
    let next = this.#next.get(name)
    if (next === undefined) {
      next = new Shape([...this.names, name])
      this.#next.set(name, next)
    }
    return next
  }
}

/** Beyond this many attributes an instance uses a PyDict: shapes would grow quadratically. */
export const SHAPE_LIMIT = 64

/** An instance of a Python class whose layout is object's: attributes by shape, until it needs a real dict. */
export class PyInstance extends PyObject {
  shape: Shape | undefined
  readonly values: Value[] = []
  constructor(type: PyType) {
    super()
    this.type = type
    this.dict = undefined
    this.members = undefined
    this.shape = type.shape
  }
  override traverse(visit: Visit): void {
    for (const value of this.values) visit(value)
  }
}

/** An attribute in the instance's own namespace. */
export function instanceGet(object: PyInstance, name: string): Value | undefined {
  if (object.shape !== undefined) {
    const place = object.shape.places.get(name)
    return place === undefined ? undefined : object.values[place]
  }
  return object.dict?.getStr(name)
}

export function instanceSet(object: PyInstance, name: string, value: Value): void {
  const shape = object.shape
  if (shape !== undefined) {
    const place = shape.places.get(name)
    if (place !== undefined) {
      object.values[place] = value
      return
    }
    if (shape.names.length < SHAPE_LIMIT) {
      object.shape = shape.with(name)
      object.values.push(value)
      return
    }
  }
  namespaceOf(object).setStr(name, value)
}

/** Remove an attribute from the instance's own namespace; was it there? */
export function instanceDelete(object: PyInstance, name: string): boolean {
  if (object.shape !== undefined && !object.shape.places.has(name)) return false
  return namespaceOf(object).deleteStr(name) !== undefined
}

/** Names that a class keeps for its instances: one less where they have room for the values, which is in those without slots. */
export const namesKept = 30
const newNamespace = ({ type }: PyObject): PyDict => PyDict.ofInstance(type.memberCount > 0 ? namesKept : namesKept - 1)

/** Does a class keep names for its instances? Python's do where no builtin base has a dict of its own. */
export function keepsNames(type: PyType): boolean {
  let base: PyType | null = type
  while (base !== null && (base.flags & TypeFlags.HEAPTYPE) !== 0) base = base.base
  return base !== type && type.hasDict && base?.hasDict !== true
}

/** The instance's `__dict__`; from now on its attributes live there. */
export function namespaceOf(object: PyInstance): PyDict {
  if (object.shape !== undefined) {
    const dict = newNamespace(object)
    object.shape.names.forEach((name, place) => dict.setStr(name, object.values[place] as Value))
    object.shape = undefined
    object.values.length = 0
    object.dict = dict
  }
  return (object.dict ??= newNamespace(object))
}
