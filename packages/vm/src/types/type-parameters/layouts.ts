// Layouts of type parameters (PEP 484, 612, 646, 695, 696).
import { PyObject, type Visit } from '../../data/object.ts'
import type { Str, Value } from '../../data/values.ts'

/** What is evaluated on first use: a value already, or the function that makes it. */
export class Lazy {
  value: Value | undefined
  evaluate: Value | undefined
  constructor(value: Value | undefined, evaluate: Value | undefined) {
    this.value = value
    this.evaluate = evaluate
  }
  visit(visit: Visit): void {
    if (this.value !== undefined) visit(this.value)
    if (this.evaluate !== undefined) visit(this.evaluate)
  }
}

/** A name with a default: what all three kinds share. */
export abstract class PyTypeParameter extends PyObject {
  readonly name: Str
  fallback = new Lazy(undefined, undefined)
  module: Value | undefined = undefined
  constructor(name: Str) {
    super()
    this.name = name
  }
  override traverse(visit: Visit): void {
    this.fallback.visit(visit)
  }
}

export class PyTypeVar extends PyTypeParameter {
  bound = new Lazy(undefined, undefined)
  constraints = new Lazy(undefined, undefined)
  covariant = false
  contravariant = false
  inferVariance = false
  override traverse(visit: Visit): void {
    super.traverse(visit)
    this.bound.visit(visit)
    this.constraints.visit(visit)
  }
}

export class PyParamSpec extends PyTypeParameter {
  bound: Value | undefined = undefined
  covariant = false
  contravariant = false
  inferVariance = false
}

export class PyTypeVarTuple extends PyTypeParameter {}

/** `P.args` and `P.kwargs`. */
export class PyParamSpecArgs extends PyObject {
  readonly origin: Value
  constructor(origin: Value) {
    super()
    this.origin = origin
  }
  override traverse(visit: Visit): void {
    visit(this.origin)
  }
}
export class PyParamSpecKwargs extends PyParamSpecArgs {}

/** `type X = …`. */
export class PyTypeAlias extends PyObject {
  readonly name: Str
  readonly typeParams: Value | undefined
  readonly content: Lazy
  module: Value | undefined
  constructor(name: Str, typeParams: Value | undefined, content: Lazy, module: Value | undefined) {
    super()
    this.name = name
    this.typeParams = typeParams
    this.content = content
    this.module = module
  }
  override traverse(visit: Visit): void {
    if (this.typeParams !== undefined) visit(this.typeParams)
    this.content.visit(visit)
  }
}

/** typing.NoDefault. */
export class PyNoDefault extends PyObject {}
export const NoDefault = new PyNoDefault()
