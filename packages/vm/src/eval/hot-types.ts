// The classes that the loop tests for, in module variables: an exact list is `type === listType`.
import { PyDict } from '../data/dict.ts'
import { PyGenerator } from '../data/frame.ts'
import { PyList, PyTuple } from '../data/sequences.ts'
import type { PyType } from '../data/type.ts'
import { PyFloat } from '../data/values.ts'

export let listType: PyType = PyList.prototype.type
export let tupleType: PyType = PyTuple.prototype.type
export let dictType: PyType = PyDict.prototype.type
export let floatType: PyType = PyFloat.prototype.type
export let generatorType: PyType = PyGenerator.prototype.type

/** Read the classes again, once all type modules have loaded. */
export function bindHotTypes(): void {
  listType = PyList.prototype.type
  tupleType = PyTuple.prototype.type
  dictType = PyDict.prototype.type
  floatType = PyFloat.prototype.type
  generatorType = PyGenerator.prototype.type
}
