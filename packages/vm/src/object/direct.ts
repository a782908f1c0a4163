// Calls of builtins with positional arguments straight off a stack: no array is made for the common shapes.
// Whatever is out of the ordinary (wrong counts, `*args`) goes through the binder, which knows the messages.
import { None, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { makeReaders } from './binder.ts'
import type { BuiltinDefinition } from './define-builtin.ts'

/** Arguments are `stack[first … first + count)`. */
export type Direct = (
  self: Value | undefined,
  stack: readonly (Value | undefined)[],
  first: number,
  count: number,
  py: Thread,
) => Value

type Body = (...args: unknown[]) => Value | void

/** Build the direct call of a definition; its shape decides which. */
export function makeDirect(definition: BuiltinDefinition): Direct {
  const { parameters } = definition.signature
  const body = definition.body as unknown as Body
  const withSelf = definition.kind === 'method' || definition.kind === 'class method'
  const slow: Direct = (self, stack, first, count, py) =>
    definition.invoke(self, stack.slice(first, first + count) as Value[], undefined, py)
  const total = parameters.length
  const least = parameters.filter((parameter) => !parameter.optional).length
  const most = parameters.filter((parameter) => parameter.kind !== 'keyword').length
  if (total > 3 || parameters.some(({ kind, optional }) => kind === 'rest' || kind === 'keywords' || (kind === 'keyword' && !optional))) {
    return slow
  }
  if (parameters.every(({ optional, converter, nullable }) => !optional && converter === 'object' && !nullable)) {
    return plain(total, body, withSelf, slow)
  }
  const readers = makeReaders(definition)
  const read = (i: number, stack: readonly (Value | undefined)[], first: number, count: number, py: Thread): unknown => {
    const reader = readers[i] as (typeof readers)[number]
    return i < count ? reader.given(stack[first + i] as Value, py) : reader.missing(py)
  }
  return (self, stack, first, count, py) => {
    if (count < least || count > most) return slow(self, stack, first, count, py)
    let result: Value | void
    if (total === 1) {
      const one = read(0, stack, first, count, py)
      result = withSelf ? body(self, one, py) : body(one, py)
    } else if (total === 2) {
      const one = read(0, stack, first, count, py)
      const two = read(1, stack, first, count, py)
      result = withSelf ? body(self, one, two, py) : body(one, two, py)
    } else {
      const one = read(0, stack, first, count, py)
      const two = read(1, stack, first, count, py)
      const three = read(2, stack, first, count, py)
      result = withSelf ? body(self, one, two, three, py) : body(one, two, three, py)
    }
    return result ?? None
  }
}

/** Nothing to convert, nothing optional. */
function plain(total: number, body: Body, withSelf: boolean, slow: Direct): Direct {
  switch (total) {
    case 0:
      return withSelf
        ? (self, stack, first, count, py) => (count !== 0 ? slow(self, stack, first, count, py) : (body(self, py) ?? None))
        : (self, stack, first, count, py) => (count !== 0 ? slow(self, stack, first, count, py) : (body(py) ?? None))
    case 1:
      return withSelf
        ? (self, stack, first, count, py) =>
            count !== 1 ? slow(self, stack, first, count, py) : (body(self, stack[first], py) ?? None)
        : (self, stack, first, count, py) =>
            count !== 1 ? slow(self, stack, first, count, py) : (body(stack[first], py) ?? None)
    case 2:
      return withSelf
        ? (self, stack, first, count, py) =>
            count !== 2 ? slow(self, stack, first, count, py) : (body(self, stack[first], stack[first + 1], py) ?? None)
        : (self, stack, first, count, py) =>
            count !== 2 ? slow(self, stack, first, count, py) : (body(stack[first], stack[first + 1], py) ?? None)
    default:
      return (self, stack, first, count, py) => {
        if (count !== 3) return slow(self, stack, first, count, py)
        const [one, two, three] = [stack[first], stack[first + 1], stack[first + 2]]
        return (withSelf ? body(self, one, two, three, py) : body(one, two, three, py)) ?? None
      }
  }
}
