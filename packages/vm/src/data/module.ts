// Modules.
import { PyDict } from './dict.ts'
import { PyObject, type Visit } from './object.ts'

export class PyModule extends PyObject {
  readonly #namespace: PyDict
  /** Fills the namespace when it is first needed; undefined once done. */
  fill: (() => void) | undefined = undefined
  constructor(namespace: PyDict = new PyDict()) {
    super()
    this.#namespace = namespace
  }
  /** `__dict__`. */
  get namespace(): PyDict {
    const { fill } = this
    if (fill !== undefined) {
      this.fill = undefined
      try {
        fill()
      } catch (error) {
        this.fill = fill
        throw error
      }
    }
    return this.#namespace
  }
  override traverse(visit: Visit): void {
    visit(this.namespace)
  }
}
