// Inline caches of attribute access. Each holds for one class version and one shape, or for one module or class;
// `undefined` means: do it slowly.
import {
  PyClassMethod, PyClassMethodDescriptor, PyFunction, PyMember, PyMethodDescriptor, PyProperty, PyStaticMethod,
} from '../data/callables.ts'
import { PyModule } from '../data/module.ts'
import { PyObject } from '../data/object.ts'
import { typeType } from '../data/roots.ts'
import { PyInstance, SHAPE_LIMIT, type Shape } from '../data/shape.ts'
import { lookup, PyType, typeOf } from '../data/type.ts'
import { strValue, type Str, type Value } from '../data/values.ts'
import { genericGetAttr, genericSetAttr } from '../protocols/attributes.ts'
import type { Thread } from '../thread.ts'

/**
 * LOAD_ATTR. Of an instance: an attribute in the shape (`place`), in `__slots__` (`member`), a property's getter, or
 * a plain class attribute. Of `target`, a module (`place` in its namespace) or a class (`value`).
 */
export class AttributeCache {
  readonly version: number
  readonly shape: Shape | undefined
  place = -1
  member = -1
  getter: PyFunction | undefined = undefined
  value: Value | undefined = undefined
  target: PyObject | undefined = undefined
  /** Other receivers seen here. */
  next: AttributeCache | undefined = undefined
  constructor(version: number, shape: Shape | undefined) {
    this.version = version
    this.shape = shape
  }
}

/**
 * LOAD_ATTR of a method that is about to be called: function and receiver are pushed apart. With a `place` it is an
 * attribute of the instance or of the module `target`. `bare`: the receiver has no attributes of its own; or, of a
 * class, nothing is to be bound.
 */
export class MethodCache {
  readonly version: number
  readonly shape: Shape | undefined
  method: Value | undefined = undefined
  place = -1
  bare = false
  target: PyObject | undefined = undefined
  next: MethodCache | undefined = undefined
  constructor(version: number, shape: Shape | undefined) {
    this.version = version
    this.shape = shape
  }
}

/** STORE_ATTR: into the shape, on to the next shape, or into the `__slots__` member `~place`. */
export class StoreCache {
  readonly version: number
  readonly shape: Shape | undefined
  readonly place: number
  readonly next: Shape | undefined
  other: StoreCache | undefined = undefined
  constructor(version: number, shape: Shape | undefined, place: number, next: Shape | undefined) {
    this.version = version
    this.shape = shape
    this.place = place
    this.next = next
  }
}

const plainGet = (type: PyType): boolean =>
  type.slots.getattro === undefined || type.slots.getattro === (genericGetAttr as unknown)

/** Is the member one that instances keep in `members`, not a field of a builtin layout? */
const isSlot = (found: Value, owner: PyInstance): found is PyMember =>
  found instanceof PyMember && owner.members !== undefined && found.place < owner.members.length

/** Caches of one instruction for different receivers; beyond this many the oldest goes. */
const LIMIT = 4

interface Link<Self> {
  readonly version: number
  readonly shape: Shape | undefined
  readonly target: PyObject | undefined
  next: Self | undefined
}

function matches(cache: Link<unknown>, owner: Value): boolean {
  if (owner instanceof PyModule) return cache.target === owner && cache.version === owner.namespace.version
  if (owner instanceof PyType) return cache.target === owner && cache.version === owner.version
  if (cache.target !== undefined || cache.version !== typeOf(owner).version) return false
  return !(owner instanceof PyInstance) || cache.shape === owner.shape
}

/** The cache that fits the receiver, moved to the front of its chain. */
function fromChain<Cache extends Link<Cache>>(first: Cache | undefined, owner: Value): Cache | undefined {
  let before: Cache | undefined
  for (let cache = first; cache !== undefined; cache = cache.next) {
    if (matches(cache, owner)) {
      if (before !== undefined) {
        before.next = cache.next
        cache.next = first
      }
      return cache
    }
    before = cache
  }
  return undefined
}

function chained<Cache extends Link<Cache>>(made: Cache | undefined, first: Cache | undefined): Cache | undefined {
  if (made === undefined) return undefined
  made.next = first
  let last: Cache = made
  for (let i = 1; i < LIMIT && last.next !== undefined; i++) last = last.next
  last.next = undefined
  return made
}

/** The cache for this receiver, known or new, with the others of the instruction behind it. */
export function cacheAttribute(owner: Value, name: Str, first: AttributeCache | undefined): AttributeCache | undefined {
  return fromChain(first, owner) ?? chained(makeAttributeCache(owner, name), first)
}

/** The same for methods. */
export function cacheMethod(owner: Value, name: Str, first: MethodCache | undefined): MethodCache | undefined {
  return fromChain(first, owner) ?? chained(makeMethodCache(owner, name), first)
}

function makeAttributeCache(owner: Value, name: Str): AttributeCache | undefined {
  if (!(owner instanceof PyInstance)) return cacheNamespace(owner, strValue(name))
  const { type, shape } = owner
  if (!plainGet(type)) return undefined
  const text = strValue(name)
  const found = lookup(type, text)
  const cache = new AttributeCache(type.version, shape)
  const place = shape?.places.get(text)
  if (found === undefined) {
    if (place === undefined) return undefined
    cache.place = place
    return cache
  }
  if (found instanceof PyProperty && found.type === PyProperty.prototype.type) {
    if (!(found.getter instanceof PyFunction)) return undefined
    cache.getter = found.getter
    return cache
  }
  if (isSlot(found, owner)) {
    cache.member = found.place
    return cache
  }
  const slots = typeOf(found).slots
  if (slots.descrSet !== undefined) return undefined
  if (place !== undefined) {
    cache.place = place
    return cache
  }
  if (slots.descrGet !== undefined || (shape === undefined && type.hasDict)) return undefined
  cache.value = found
  return cache
}

/** What a class answers for the name by itself, when its metaclass looks attributes up as `type` does and has no say in this one. */
function classAttribute(owner: PyType, text: string): Value | undefined {
  if (owner.type.slots.getattro !== typeType.slots.getattro) return undefined
  const above = lookup(owner.type, text)
  if (above !== undefined && typeOf(above).slots.descrSet !== undefined) return undefined
  return lookup(owner, text)
}

function cacheNamespace(owner: Value, text: string): AttributeCache | undefined {
  let cache: AttributeCache | undefined
  if (owner instanceof PyModule) {
    const place = modulePlace(owner, text)
    if (place < 0) return undefined
    cache = new AttributeCache(owner.namespace.version, undefined)
    cache.place = place
  } else if (owner instanceof PyType) {
    const found = classAttribute(owner, text)
    if (found === undefined || (typeOf(found).slots.descrGet !== undefined && !(found instanceof PyFunction))) return undefined
    cache = new AttributeCache(owner.version, undefined)
    cache.value = found
  } else return undefined
  cache.target = owner
  return cache
}

/** Place of a name in a module's namespace; -1 when something else may answer for it. */
function modulePlace(owner: PyModule, text: string): number {
  if (owner.type !== PyModule.prototype.type) return -1
  const above = lookup(owner.type, text)
  if (above !== undefined && typeOf(above).slots.descrSet !== undefined) return -1
  return owner.namespace.placeOfStr(text)
}

/** Functions that take their receiver as first argument. */
const isMethod = (found: Value): boolean =>
  found instanceof PyFunction || (found instanceof PyMethodDescriptor && !(found instanceof PyClassMethodDescriptor))

function makeMethodCache(owner: Value, name: Str): MethodCache | undefined {
  const text = strValue(name)
  if (owner instanceof PyModule || owner instanceof PyType) return cacheFunction(owner, text)
  const type = typeOf(owner)
  if (!plainGet(type)) return undefined
  const found = lookup(type, text)
  if (owner instanceof PyInstance) {
    const cache = new MethodCache(type.version, owner.shape)
    const place = owner.shape?.places.get(text)
    if (place !== undefined) {
      if (found !== undefined && typeOf(found).slots.descrSet !== undefined) return undefined
      cache.place = place
      return cache
    }
    if (found === undefined || !isMethod(found) || (owner.shape === undefined && type.hasDict)) return undefined
    cache.method = found
    return cache
  }
  if (found === undefined || !isMethod(found)) return undefined
  const cache = new MethodCache(type.version, undefined)
  cache.method = found
  cache.bare = !type.hasDict
  return cache
}

/** `module.function(…)`, `Class.method(…)`. */
function cacheFunction(owner: PyModule | PyType, text: string): MethodCache | undefined {
  let cache: MethodCache | undefined
  if (owner instanceof PyModule) {
    const place = modulePlace(owner, text)
    if (place < 0) return undefined
    cache = new MethodCache(owner.namespace.version, undefined)
    cache.place = place
  } else {
    const found = classAttribute(owner, text)
    if (found === undefined) return undefined
    cache = new MethodCache(owner.version, undefined)
    cache.bare = true
    if (found instanceof PyFunction || typeOf(found).slots.descrGet === undefined) cache.method = found
    else if (found instanceof PyStaticMethod && found.type === PyStaticMethod.prototype.type) cache.method = found.callable
    else if (found instanceof PyClassMethod && found.type === PyClassMethod.prototype.type && found.callable instanceof PyFunction) {
      cache.method = found.callable
      cache.bare = false
    } else return undefined
  }
  cache.target = owner
  return cache
}

/** The same without a cache, for receivers whose own namespace has to be asked. */
export function findMethod(owner: Value, name: Str, _py: Thread): Value | undefined {
  const type = typeOf(owner)
  if (!plainGet(type) || owner instanceof PyModule || owner instanceof PyType) return undefined
  const text = strValue(name)
  const found = lookup(type, text)
  if (found === undefined || !isMethod(found)) return undefined
  if (owner instanceof PyInstance && owner.shape !== undefined) return owner.shape.places.has(text) ? undefined : found
  return owner instanceof PyObject && owner.dict?.getStr(text) !== undefined ? undefined : found
}

/** The same for stores; the caller stores by the general way this time. */
export function cacheStore(owner: PyInstance, name: Str, first: StoreCache | undefined): StoreCache | undefined {
  const other = first?.other
  if (other !== undefined && other.shape === owner.shape && other.version === owner.type.version) {
    other.other = first
    if (first !== undefined) first.other = undefined
    return other
  }
  const made = makeStoreCache(owner, name)
  if (made !== undefined) made.other = first
  if (first !== undefined) first.other = undefined
  return made
}

function makeStoreCache(owner: PyInstance, name: Str): StoreCache | undefined {
  const { type, shape } = owner
  if (type.slots.setattro !== undefined && type.slots.setattro !== (genericSetAttr as unknown)) return undefined
  const text = strValue(name)
  const found = lookup(type, text)
  if (found !== undefined) {
    if (isSlot(found, owner)) return new StoreCache(type.version, shape, ~found.place, undefined)
    if (typeOf(found).slots.descrSet !== undefined) return undefined
  }
  if (shape === undefined || !type.hasDict) return undefined
  const place = shape.places.get(text)
  if (place !== undefined) return new StoreCache(type.version, shape, place, undefined)
  if (shape.names.length >= SHAPE_LIMIT) return undefined
  return new StoreCache(type.version, shape, shape.names.length, shape.with(text))
}
