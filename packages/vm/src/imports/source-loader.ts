// `__main__.__loader__` of a program in a source file.
import type { PyModule } from '../data/module.ts'
import { narrowStr, newStr, type Value } from '../data/values.ts'
import { getAttr } from '../protocols/attributes.ts'
import { call } from '../protocols/call.ts'
import type { Thread } from '../thread.ts'

/** `SourceFileLoader('__main__', file)`, or the loader of that name for compiled files; undefined without the import system. */
export function sourceLoader(file: string, py: Thread, name = 'SourceFileLoader'): Value | undefined {
  const external = py.interpreter.modules.getStr('_frozen_importlib_external') as PyModule | undefined
  return external === undefined ? undefined : call(getAttr(external, narrowStr(name), py), [narrowStr('__main__'), newStr(file)], py)
}
