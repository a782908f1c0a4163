// Inline caches of attribute access. Each holds for one class version and one shape; `undefined` means: do it slowly.
import { PyClassMethodDescriptor, PyFunction, PyMethodDescriptor, PyProperty } from '../data/callables.ts'
import { PyModule } from '../data/module.ts'
import { PyObject } from '../data/object.ts'
import { PyInstance, SHAPE_LIMIT, type Shape } from '../data/shape.ts'
import { lookup, PyType, typeOf } from '../data/type.ts'
import { strValue, type Str, type Value } from '../data/values.ts'
import { genericGetAttr, genericSetAttr } from '../protocols/attributes.ts'
import type { Thread } from '../thread.ts'

/** LOAD_ATTR: an attribute in the shape (`place`), a property's getter, or a plain class attribute. */
export interface AttributeCache {
  readonly version: number
  readonly shape: Shape
  readonly place: number
  readonly getter: PyFunction | undefined
  readonly value: Value | undefined
}

/** LOAD_ATTR of a method that is about to be called: function and receiver are pushed apart. */
export interface MethodCache {
  readonly version: number
  readonly shape: Shape | undefined
  readonly method: Value
}

/** STORE_ATTR: into the shape, or on to the next shape. */
export interface StoreCache {
  readonly version: number
  readonly shape: Shape
  readonly place: number
  readonly next: Shape | undefined
}

const plainGet = (type: PyType): boolean =>
  type.slots.getattro === undefined || type.slots.getattro === (genericGetAttr as unknown)

export function cacheAttribute(owner: PyInstance, name: Str): AttributeCache | undefined {
  const { type, shape } = owner
  if (shape === undefined || !plainGet(type)) return undefined
  const text = strValue(name)
  const found = lookup(type, text)
  const base = { version: type.version, shape, place: -1, getter: undefined, value: undefined }
  if (found !== undefined) {
    if (found instanceof PyProperty && found.type === PyProperty.prototype.type) {
      return found.getter instanceof PyFunction ? { ...base, getter: found.getter } : undefined
    }
    const slots = typeOf(found).slots
    if (slots.descrSet !== undefined) return undefined
    const place = shape.places.get(text)
    if (place !== undefined) return { ...base, place }
    return slots.descrGet === undefined ? { ...base, value: found } : undefined
  }
  const place = shape.places.get(text)
  return place === undefined ? undefined : { ...base, place }
}

/** Functions that take their receiver as first argument. */
const isMethod = (found: Value): boolean =>
  found instanceof PyFunction || (found instanceof PyMethodDescriptor && !(found instanceof PyClassMethodDescriptor))

/** Could the object have attributes of its own that come before its class's methods? */
export function hasOwnNames(owner: Value): boolean {
  return owner instanceof PyObject && (owner.dict !== undefined || owner instanceof PyModule || owner instanceof PyType)
}

export function cacheMethod(owner: Value, name: Str): MethodCache | undefined {
  const type = typeOf(owner)
  if (!plainGet(type)) return undefined
  const text = strValue(name)
  const found = lookup(type, text)
  if (found === undefined || !isMethod(found)) return undefined
  if (owner instanceof PyInstance) {
    if (owner.shape === undefined || owner.shape.places.has(text)) return undefined
    return { version: type.version, shape: owner.shape, method: found }
  }
  return hasOwnNames(owner) ? undefined : { version: type.version, shape: undefined, method: found }
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

export function cacheStore(owner: PyInstance, name: Str): StoreCache | undefined {
  const { type, shape } = owner
  if (shape === undefined || !type.hasDict) return undefined
  if (type.slots.setattro !== undefined && type.slots.setattro !== (genericSetAttr as unknown)) return undefined
  const text = strValue(name)
  const found = lookup(type, text)
  if (found !== undefined && typeOf(found).slots.descrSet !== undefined) return undefined
  const place = shape.places.get(text)
  if (place !== undefined) return { version: type.version, shape, place, next: undefined }
  if (shape.names.length >= SHAPE_LIMIT) return undefined
  return { version: type.version, shape, place: shape.names.length, next: shape.with(text) }
}
