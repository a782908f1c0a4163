// generator: the object of a function with yield.
import { codeFlags } from '@pellucid/opcode-spec'
import { PyGenerator } from '../../data/frame.ts'
import { None, newInt, newStr, asStr, type Str, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { structSize } from '../../object/size-of.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { address } from '../../protocols/repr.ts'
import { classGetItem } from '../generic-alias.ts'
import { closeGenerator, delegateOf, nextOf, sendTo, throwInto } from './drive.ts'
import { finalizeGenerator } from './finalize.ts'

const method = methods<PyGenerator>()

const nameSetter = (what: string) => (self: PyGenerator, value: Value | undefined) => {
  const text = value === undefined ? undefined : asStr(value)
  if (text === undefined) return raise(PyTypeError, `${what} must be set to a string object`)
  if (what === '__name__') self.name = text
  else self.qualname = text
}

/** Attributes that generators, coroutines and async generators have under different prefixes. */
export function generatorAttributes(prefix: 'gi' | 'cr' | 'ag', delegateName: string) {
  return {
    __name__: { get: (self: PyGenerator) => self.name, set: nameSetter('__name__') },
    __qualname__: { get: (self: PyGenerator) => self.qualname, set: nameSetter('__qualname__') },
    [delegateName]: { get: (self: PyGenerator) => delegateOf(self) ?? None },
    [`${prefix}_frame`]: { get: (self: PyGenerator) => (self.state === 'finished' ? None : self.frame) },
    [`${prefix}_code`]: { get: (self: PyGenerator) => self.frame.code },
    [`${prefix}_running`]: { get: (self: PyGenerator) => self.state === 'running' },
    [`${prefix}_suspended`]: { get: (self: PyGenerator) => self.state === 'suspended' },
  }
}

export function generatorRepr(noun: string) {
  return (self: PyGenerator): Str => newStr(`<${noun} object ${String(asStr(self.qualname) ?? '?')} at ${address(self)}>`)
}

export const generatorType = defineType('generator', {
  doc: 'The object that a function with yield answers.',
  instance: PyGenerator,
  hasWeakrefs: true,
  slots: {
    repr: generatorRepr('generator'),
    iter: (self: PyGenerator) => self,
    next: nextOf,
    finalize: finalizeGenerator,
  },
  methods: () => [
    method('send(self, object: object, /)', 'Resume with a value; answer the next one yielded.', (self, value, py) => sendTo(self, value, py)),
    method('throw(*args)', 'Raise an exception where the generator is suspended.', (self, args, py) => throwInto(self, args, py), {
      text: null,
    }),
    method('close(self, /)', 'Raise GeneratorExit where the generator is suspended.', (self, py) => closeGenerator(self, py)),
    method('__sizeof__(self, /)', 'Answer the memory the generator takes.', (self) => newInt(structSize(self))),
    classGetItem(),
  ],
  attributes: () => generatorAttributes('gi', 'gi_yieldfrom'),
})

export function isIterableCoroutine(self: PyGenerator): boolean {
  return (self.frame.code.data.flags & codeFlags.CO_ITERABLE_COROUTINE) !== 0
}

