// async_generator, and the awaitables that its methods answer (PEP 525).
import { PyAsyncGenerator, PyAsyncGenWrapped, type PyGenerator } from '../../data/frame.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { narrowStr, None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import { GeneratorExit, RuntimeError, StopAsyncIteration, StopIteration } from '../../protocols/exceptions.ts'
import { isRaised, newException, raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { classGetItem } from '../generic-alias.ts'
import { resume, stopIteration, throwInto, warnOfParts } from './drive.ts'
import { finalizeGenerator } from './finalize.ts'
import { generatorAttributes, generatorRepr } from './index.ts'

type Kind = 'asend' | 'athrow' | 'aclose'

/** One `__anext__()`, `asend()`, `athrow()` or `aclose()`, waiting to be awaited. */
export class PyAsyncGenStep extends PyObject {
  readonly generator: PyAsyncGenerator
  readonly kind: Kind
  readonly args: readonly Value[]
  state: 'new' | 'iterating' | 'closed' = 'new'
  constructor(generator: PyAsyncGenerator, kind: Kind, args: readonly Value[]) {
    super()
    this.generator = generator
    this.kind = kind
    this.args = args
  }
  override traverse(visit: Visit): void {
    visit(this.generator)
    for (const arg of this.args) visit(arg)
  }
}
/** The same for `athrow()` and `aclose()`, which Python shows as another class. */
export class PyAsyncGenThrow extends PyAsyncGenStep {}

/** What `sys.set_asyncgen_hooks` sets, for a thread. */
export interface AsyncgenHooks {
  readonly first: Value
  readonly finalizer: Value
}
/** Its key in `Thread.locals`. */
export const asyncgenHooksLocal = 'sys.asyncgen_hooks'

/** First iteration: tell the event loop. */
function initHooks(generator: PyAsyncGenerator, py: Thread): void {
  if (generator.hooksInited) return
  generator.hooksInited = true
  const hooks = py.locals.get(asyncgenHooksLocal) as AsyncgenHooks | undefined
  if (hooks === undefined) return
  if (hooks.finalizer !== None) generator.finalizer = hooks.finalizer
  if (hooks.first !== None) call(hooks.first, [generator], py)
}

/** A yielded value ends the step by StopIteration(value); an awaited one goes on to the event loop. */
function unwrap(generator: PyAsyncGenerator, body: () => Value | undefined): Value {
  let result: Value | undefined
  try {
    result = body()
  } catch (caught) {
    if (isRaised(caught, StopAsyncIteration) || isRaised(caught, GeneratorExit)) generator.closed = true
    generator.runningAsync = false
    throw caught
  }
  if (result instanceof PyAsyncGenWrapped) {
    generator.runningAsync = false
    throw stopIteration(result.value)
  }
  return result ?? None
}

const busy = (kind: Kind): string => `${kind === 'asend' ? 'anext' : kind}(): asynchronous generator is already running`

function start(self: PyAsyncGenStep): void {
  if (self.state === 'closed') {
    const what = self.kind === 'asend' ? '__anext__()/asend()' : 'aclose()/athrow()'
    raise(RuntimeError, `cannot reuse already awaited ${what}`)
  }
}

function sendStep(self: PyAsyncGenStep, value: Value, py: Thread): Value {
  start(self)
  const { generator } = self
  let sent = value
  if (self.state === 'new') {
    if (generator.runningAsync) {
      self.state = 'closed'
      raise(RuntimeError, busy(self.kind))
    }
    if (sent === None) sent = self.args[0] ?? None
    self.state = 'iterating'
    if (self.kind !== 'asend') return beginThrow(self, value, py)
    generator.runningAsync = true
  }
  try {
    return self.kind === 'aclose' ? unwrapClosing(self, () => resume(generator, sent, py) ?? None) : unwrap(generator, () => resume(generator, sent, py))
  } catch (caught) {
    self.state = 'closed'
    throw settle(self, caught)
  }
}

function beginThrow(self: PyAsyncGenStep, value: Value, py: Thread): Value {
  const { generator } = self
  if (value !== None) raise(RuntimeError, `can't send non-None value to a just-started coroutine`)
  if (generator.closed || (self.kind === 'aclose' && generator.state === 'finished')) {
    self.state = 'closed'
    throw newException(self.kind === 'aclose' ? StopIteration : StopAsyncIteration, [])
  }
  generator.runningAsync = true
  try {
    if (self.kind === 'aclose') {
      generator.closed = true
      if (generator.state === 'created') {
        generator.state = 'finished'
        generator.runningAsync = false
        throw newException(GeneratorExit, [])
      }
      return unwrapClosing(self, () => throwInto(generator, [newException(GeneratorExit, [])], py))
    }
    return unwrap(generator, () => throwInto(generator, self.args, py, 'athrow'))
  } catch (caught) {
    self.state = 'closed'
    throw settle(self, caught)
  }
}

function unwrapClosing(self: PyAsyncGenStep, body: () => Value): Value {
  const result = body()
  if (result instanceof PyAsyncGenWrapped) {
    self.generator.runningAsync = false
    raise(RuntimeError, 'async generator ignored GeneratorExit')
  }
  return result
}

/** The end of a closing generator is the end of aclose(). */
function settle(self: PyAsyncGenStep, caught: unknown): unknown {
  self.generator.runningAsync = false
  if (self.kind !== 'aclose') return caught
  if (isRaised(caught, StopAsyncIteration) || isRaised(caught, GeneratorExit)) return newException(StopIteration, [])
  if (isRaised(caught, StopIteration) && caught.fields['value'] !== undefined) {
    return newException(RuntimeError, [narrowStr('async generator ignored GeneratorExit')])
  }
  return caught
}

function throwStep(self: PyAsyncGenStep, args: readonly Value[], py: Thread): Value {
  start(self)
  const { generator } = self
  if (self.state === 'new') {
    if (generator.runningAsync) {
      self.state = 'closed'
      raise(RuntimeError, busy(self.kind))
    }
    self.state = 'iterating'
    generator.runningAsync = true
  }
  try {
    return self.kind === 'aclose'
      ? unwrapClosing(self, () => throwInto(generator, args, py))
      : unwrap(generator, () => throwInto(generator, args, py))
  } catch (caught) {
    self.state = 'closed'
    throw settle(self, caught)
  }
}

function closeStep(self: PyAsyncGenStep, py: Thread): Value {
  if (self.state === 'closed') return None
  if (self.state === 'new') {
    self.state = 'closed'
    return None
  }
  try {
    throwStep(self, [newException(GeneratorExit, [])], py)
  } catch (caught) {
    if (isRaised(caught, StopIteration) || isRaised(caught, StopAsyncIteration) || isRaised(caught, GeneratorExit)) return None
    throw caught
  }
  return raise(RuntimeError, 'coroutine ignored GeneratorExit')
}

const step = methods<PyAsyncGenStep>()
function defineStep(name: string, instance: typeof PyAsyncGenStep) {
  return defineType(name, {
    doc: 'An awaitable step of an async generator.',
    instance,
    slots: {
      iter: (self: PyAsyncGenStep) => self,
      await: (self: PyAsyncGenStep) => self,
      next: (self: PyAsyncGenStep, py) => sendStep(self, None, py),
    },
    methods: () => [
      step('send(self, object: object, /)', 'Resume with a value.', (self, value, py) => sendStep(self, value, py)),
      step('throw(*args)', 'Raise an exception in the generator.', (self, args, py) => throwStep(self, args, py), { text: null }),
      step('close(self, /)', 'Give the step up.', (self, py) => closeStep(self, py)),
    ],
  })
}
export const asyncGenSendType = defineStep('async_generator_asend', PyAsyncGenStep)
export const asyncGenThrowType = defineStep('async_generator_athrow', PyAsyncGenThrow)

const method = methods<PyAsyncGenerator>()
const begin = (generator: PyAsyncGenerator, kind: Kind, args: readonly Value[], py: Thread): Value => {
  initHooks(generator, py)
  return kind === 'asend' ? new PyAsyncGenStep(generator, kind, args) : new PyAsyncGenThrow(generator, kind, args)
}

export const asyncGeneratorType = defineType('async_generator', {
  doc: 'The object of an async def with yield.',
  instance: PyAsyncGenerator,
  hasWeakrefs: true,
  slots: {
    repr: generatorRepr('async_generator'),
    aiter: (self) => self,
    anext: (self, py) => begin(self as PyAsyncGenerator, 'asend', [None], py),
    finalize: finalizeGenerator,
  },
  methods: () => [
    method('asend(self, object: object, /)', 'Resume with a value: an awaitable.', (self, value, py) => begin(self, 'asend', [value], py)),
    method('athrow(*args)', 'Raise an exception in the generator: an awaitable.', (self, args, py) => {
      warnOfParts('athrow', args, py)
      return begin(self, 'athrow', args, py)
    }, { text: null }),
    method('aclose(self, /)', 'Close the generator: an awaitable.', (self, py) => begin(self, 'aclose', [], py)),
    classGetItem(),
  ],
  attributes: () => ({
    ...generatorAttributes('ag', 'ag_await'),
    ag_running: { member: true, get: (self: PyGenerator) => (self as PyAsyncGenerator).runningAsync },
  }),
})

export const asyncGenWrappedType = defineType('async_generator_wrapped_value', {
  doc: 'A value on its way out of an async generator.',
  instance: PyAsyncGenWrapped,
})

