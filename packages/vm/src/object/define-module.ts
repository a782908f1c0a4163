// The declaration of a builtin module: name, doc, functions, classes, constants.
import { PyBuiltin } from '../data/callables.ts'
import { PyModule } from '../data/module.ts'
import type { PyType } from '../data/type.ts'
import { newStr, None, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import type { BuiltinDefinition } from './define-builtin.ts'

export interface ModuleDeclaration {
  readonly doc: string
  readonly functions?: readonly BuiltinDefinition[]
  /** Names of the functions that get their arguments as METH_VARARGS, where their definitions do not say so. */
  readonly varargs?: string
  /** Functions that depend on the host or the settings. */
  readonly functionsFor?: (py: Thread) => readonly BuiltinDefinition[]
  /** Classes, under their own names. */
  readonly types?: readonly PyType[]
  /** Other members, made at import. */
  readonly constants?: (py: Thread) => Readonly<Record<string, Value>>
  /** Runs last, with the finished module: for modules that keep state or read settings. */
  readonly setup?: (module: PyModule, py: Thread) => void
}

/** What `Interpreter.moduleFactories` holds: makes the module at its first import, or fills `module`, which an image has made. */
export type ModuleFactory = (py: Thread, module?: PyModule) => PyModule

/** Declare a module. Nothing is made before the first import. */
export function defineModule(name: string, declaration: () => ModuleDeclaration): ModuleFactory {
  return (py, module = new PyModule()) => {
    const { doc, functions = [], varargs, functionsFor, types = [], constants, setup } = declaration()
    const namespace = module.namespace
    const moduleName = newStr(name)
    namespace.setStr('__name__', moduleName)
    namespace.setStr('__doc__', newStr(doc))
    namespace.setStr('__package__', newStr(name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : ''))
    namespace.setStr('__loader__', None)
    namespace.setStr('__spec__', None)
    const listed = varargs?.split(' ')
    const add = (definition: BuiltinDefinition): void => {
      // Messages call a function `math.sin`, but `len`.
      if (name !== 'builtins') definition.ownerName = name
      if (listed?.includes(definition.name) === true) definition.varargs = true
      namespace.setStr(definition.name, new PyBuiltin(definition, module, moduleName))
    }
    // Nothing here is optimised yet: `for … of` would make an object a step.
    functions.forEach(add)
    functionsFor?.(py).forEach(add)
    types.forEach((type) => namespace.setStr(type.name, type))
    const members = constants?.(py) ?? {}
    for (const key in members) namespace.setStr(key, members[key] as Value)
    setup?.(module, py)
    return module
  }
}
