// coroutine: the object of an async def, and the iterator that awaiting it uses.
import type { PyGenerator } from '../../data/frame.ts';
import { PyCoroutine } from '../../data/frame.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { classGetItem } from '../generic-alias.ts'
import { closeGenerator, nextOf, sendTo, throwInto } from './drive.ts'
import { finalizeGenerator } from './finalize.ts'
import { generatorAttributes, generatorRepr } from './index.ts'

/** `coroutine.__await__()`. */
export class PyCoroutineWrapper extends PyObject {
  readonly coroutine: PyCoroutine
  constructor(coroutine: PyCoroutine) {
    super()
    this.coroutine = coroutine
  }
  override traverse(visit: Visit): void {
    visit(this.coroutine)
  }
}

const method = methods<PyCoroutine>()

export const coroutineType = defineType('coroutine', {
  doc: 'The object that calling an async def answers.',
  instance: PyCoroutine,
  hasWeakrefs: true,
  slots: {
    repr: generatorRepr('coroutine'),
    await: (self) => new PyCoroutineWrapper(self as PyCoroutine),
    finalize: finalizeGenerator,
  },
  methods: () => [
    method('send(self, object: object, /)', 'Send a value into coroutine and answer what it yields next.', (self, value, py) => sendTo(self, value, py)),
    method('throw(*args)', 'Raise an exception in coroutine, where it is suspended.', (self, args, py) => throwInto(self, args, py), {
      text: null,
    }),
    method('close(self, /)', 'Raise GeneratorExit inside coroutine, where it is suspended.', (self, py) => closeGenerator(self, py)),
    classGetItem(),
  ],
  attributes: () => ({
    ...generatorAttributes('cr', 'cr_await'),
    cr_origin: { member: true, get: (self: PyGenerator): Value => (self as PyCoroutine).origin ?? None },
  }),
})

const wrapped = methods<PyCoroutineWrapper>()
export const coroutineWrapperType = defineType('coroutine_wrapper', {
  doc: 'What awaiting a coroutine iterates over.',
  instance: PyCoroutineWrapper,
  slots: {
    iter: (self: PyCoroutineWrapper) => self,
    next: (self, py) => nextOf(self.coroutine, py),
  },
  methods: () => [
    wrapped('send(self, object: object, /)', 'Resume with a value.', (self, value, py) => sendTo(self.coroutine, value, py)),
    wrapped('throw(*args)', 'Raise an exception in the coroutine.', (self, args, py) => throwInto(self.coroutine, args, py)),
    wrapped('close(self, /)', 'Close the coroutine.', (self, py) => closeGenerator(self.coroutine, py)),
  ],
})
