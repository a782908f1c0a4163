// PyCapsule: a pointer of C's under a name. Here it is the name alone.
import { PyObject } from '../data/object.ts'
import { newStr } from '../data/values.ts'
import { defineType } from '../object/define-type.ts'
import { address } from '../protocols/repr.ts'

class PyCapsule extends PyObject {
  readonly name: string
  constructor(name: string) {
    super()
    this.name = name
  }
}

defineType('PyCapsule', {
  doc: 'What a module written in C gives to others written in C.',
  instance: PyCapsule,
  slots: { repr: (self: PyCapsule) => newStr(`<capsule object "${self.name}" at ${address(self)}>`) },
})

export const newCapsule = (name: string): PyObject => new PyCapsule(name)
