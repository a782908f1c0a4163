// complex numbers.
import { PyObject } from './object.ts'

export class PyComplex extends PyObject {
  readonly real: number
  readonly imag: number
  constructor(real: number, imag: number) {
    super()
    this.real = real
    this.imag = imag
  }
}
