// Modules.
import { PyDict } from './dict.ts'
import { PyObject, type Visit } from './object.ts'

export class PyModule extends PyObject {
  /** `__dict__`. */
  readonly namespace: PyDict
  constructor(namespace: PyDict = new PyDict()) {
    super()
    this.namespace = namespace
  }
  override traverse(visit: Visit): void {
    visit(this.namespace)
  }
}
