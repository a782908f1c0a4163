// Objects made by TypeScript, by where they are found: `type:builtins.str` a builtin class, `posix` a builtin module,
// `posix:` its namespace, `posix:stat` a member, `type:builtins.str.join` a member of a class, `errors:strict` a codec error handler.
import { PyDict } from '../data/dict.ts'
import type { PyModule } from '../data/module.ts'
import { PyObject } from '../data/object.ts'
import { objectType } from '../data/roots.ts'
import { PyList, PyTuple } from '../data/sequences.ts'
import { PySet } from '../data/set.ts'
import { ownNamespace, PyType, TypeFlags } from '../data/type.ts'
import type { Value } from '../data/values.ts'
import { errorHandlers } from '../modules/_codecs/index.ts'
import { invariant } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'

/** Builtin classes, each once. */
function builtinTypes(): PyType[] {
  const found = new Set<PyType>([objectType])
  // A set goes on with what is added meanwhile.
  found.forEach((type) => {
    type.made?.forEach((reference) => {
      const subclass = reference.deref()
      if (subclass !== undefined && (subclass.flags & TypeFlags.HEAPTYPE) === 0) found.add(subclass)
    })
  })
  return [...found]
}

const nameOf = (type: PyType): string => `${type.module}.${type.qualname}`

/** Builtin classes by name; one whose name another has too is found through its module only. */
export function typesByName(): Map<string, PyType> {
  const types = new Map<string, PyType>()
  const twice = new Set<string>()
  builtinTypes().forEach((type) => {
    const name = nameOf(type)
    if (types.has(name)) twice.add(name)
    types.set(name, type)
  })
  twice.forEach((name) => types.delete(name))
  return types
}

const isContainer = (value: PyObject): boolean => value instanceof PyDict || value instanceof PyList || value instanceof PySet

/** Containers that are the machine's own, whatever they hold. */
const own = new Set(['posix:environ', 'sys:modules'])

/** Is `value` what an interpreter that has not started has in its place (`fresh`)? Containers count by what they hold. */
export function isUnchanged(fresh: Value | undefined, value: Value, depth = 0): boolean {
  if (fresh === value) return true
  if (!(fresh instanceof PyObject) || !(value instanceof PyObject) || fresh.constructor !== value.constructor || depth > 4) return false
  const same = (ours: readonly (Value | undefined)[], theirs: readonly (Value | undefined)[]): boolean =>
    ours.length === theirs.length && ours.every((item, place) => item !== undefined && isUnchanged(theirs[place], item, depth + 1))
  if (value instanceof PyList || value instanceof PyTuple) return same(value.items, (fresh as PyTuple).items)
  if (value instanceof PySet) return same(value.table.keys, (fresh as PySet).table.keys)
  if (value instanceof PyDict) return same(value.keys, (fresh as PyDict).keys) && same(value.values, (fresh as PyDict).values)
  return false
}

/** Addresses of what `started` has from its making: `fresh`, which has not started, has it in the same places. */
export function nativeAddresses(started: Thread, fresh: Thread, modules: readonly string[]): Map<PyObject, string> {
  const addresses = new Map<PyObject, string>()
  const addType = (type: PyType, address: string): void => {
    if (addresses.has(type)) return
    addresses.set(type, address)
    const { keys, values } = ownNamespace(type)
    keys.forEach((key, place) => {
      const value = values[place]
      if (typeof key === 'string' && value instanceof PyObject && !isContainer(value) && !addresses.has(value)) {
        addresses.set(value, `${address}.${key}`)
      }
    })
  }
  const named = typesByName()
  // A class of a module that may be late is there once the module is.
  for (const [name, type] of named) if (type.module === 'builtins') addType(type, `type:${name}`)
  for (const [name, handler] of errorHandlers(started)) addresses.set(handler as PyObject, `errors:${name}`)
  for (const name of modules) {
    const [ours, theirs] = [started, fresh].map((py) => py.interpreter.importBuiltin(name, py) as PyModule) as [PyModule, PyModule]
    addresses.set(ours, name)
    addresses.set(ours.namespace, `${name}:`)
    theirs.namespace.keys.forEach((key, place) => {
      if (typeof key !== 'string') return
      const address = `${name}:${key}`
      const made = theirs.namespace.values[place]
      const value = ours.namespace.getStr(key)
      if (!(value instanceof PyObject) || !(made instanceof PyObject) || value.constructor !== made.constructor) return
      if (value instanceof PyType) addType(value, address)
      else if ((!isContainer(value) || own.has(address) || isUnchanged(made, value)) && !addresses.has(value)) addresses.set(value, address)
    })
  }
  for (const [name, type] of named) addType(type, `type:${name}`)
  return addresses
}

/** The natives of an image, in an interpreter that has only been created; `modules` are its builtin ones. */
export class Natives {
  readonly #py: Thread
  readonly #addresses: readonly string[]
  /** Whatever a program does to `sys.modules`. */
  readonly #modules: ReadonlyMap<string, PyModule>
  readonly #found: (Value | undefined)[] = []
  #types = typesByName()

  constructor(addresses: readonly string[], modules: ReadonlyMap<string, PyModule>, py: Thread) {
    this.#py = py
    this.#modules = modules
    this.#addresses = addresses
  }

  /**
   * Find now what is needed perhaps later, before a program puts something else in its place: what the namespace of a
   * module has, or what is in none.
   */
  settle(module?: string): void {
    const prefix = `${module}:`
    this.#addresses.forEach((address, place) => {
      if (module === undefined ? !address.includes(':') || address.startsWith('errors:') : address.startsWith(prefix)) this.at(place)
    })
  }

  /** Is it there without looking into a module into which nobody has looked? */
  has(place: number): boolean {
    return this.#found[place] !== undefined || (this.#addresses[place] as string).startsWith('type:')
  }

  at(place: number): Value {
    const found = (this.#found[place] ??= this.#find(this.#addresses[place] as string) ?? this.#search(this.#addresses[place] as string))
    invariant(found !== undefined, `an image speaks of ${this.#addresses[place]}`)
    return found
  }

  /** A class that no module shows: of a file that is read with a module. */
  #search(address: string): Value | undefined {
    this.#modules.forEach((module) => void module.namespace)
    this.#types = typesByName()
    return this.#find(address)
  }

  #find(address: string): Value | undefined {
    if (address.startsWith('type:')) return this.#inType(address.slice(5))
    if (address.startsWith('errors:')) return errorHandlers(this.#py).get(address.slice(7))
    const colon = address.indexOf(':')
    if (colon < 0) return this.#modules.get(address)
    const module = this.#modules.get(address.slice(0, colon))
    if (module === undefined) return undefined
    const path = address.slice(colon + 1)
    if (path === '') return module.namespace
    const whole = module.namespace.getStr(path)
    if (whole !== undefined) return whole
    const dot = path.indexOf('.')
    const type = module.namespace.getStr(path.slice(0, dot))
    return type instanceof PyType ? ownNamespace(type).getStr(path.slice(dot + 1)) : undefined
  }

  #inType(path: string): Value | undefined {
    const whole = this.#types.get(path)
    if (whole !== undefined) return whole
    const dot = path.lastIndexOf('.')
    const type = this.#types.get(path.slice(0, dot))
    return type === undefined ? undefined : ownNamespace(type).getStr(path.slice(dot + 1))
  }
}
