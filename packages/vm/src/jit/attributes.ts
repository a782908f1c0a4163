// Attributes and globals, by what the interpreter's inline caches have learned until now.
import { opcodes } from '@pellucid/opcode-spec'
import { PyBuiltin, PyFunction } from '../data/callables.ts'
import { PyDict } from '../data/dict.ts'
import { PyModule } from '../data/module.ts'
import { PyInstance, type Shape } from '../data/shape.ts'
import { PyType, typeOf } from '../data/type.ts'
import type { Value } from '../data/values.ts'
import { AttributeCache, MethodCache, type StoreCache } from '../eval/cache-attributes.ts'
import type { GlobalCache } from '../eval/cache-globals.ts'
import { decode } from '../eval/decode.ts'
import type { Assembly } from './assembly.ts'
import type { Emitter } from './emitter.ts'
import { item, type Item } from './item.ts'
import { constantItem } from './stack-and-locals.ts'

/** What the interpreter has learned here. Where it has not come by, it is left to it. */
function cacheAt(a: Assembly): unknown {
  if (a.unit.generic.has(a.at)) return undefined
  return decode(a.unit.code).caches[a.at] ?? a.cold()
}

interface Fit {
  readonly version: number
  readonly shape: Shape | undefined
  readonly target?: unknown
}

/** What a receiver has to be for the cache to hold. */
function holds(a: Assembly, owner: string, { shape, version, target }: Fit): string {
  if (target instanceof PyModule) return `${owner} === ${a.object(target)} && ${owner}.namespace.version === ${version}`
  if (target instanceof PyType) return `${owner} === ${a.object(target)} && ${owner}.version === ${version}`
  return `${owner} instanceof PyInstance && ${owner}.shape === ${a.object(shape)} && ${owner}.type.version === ${version}`
}

const sampleOf = (owner: Item, place: number): Value | undefined => (owner.sample instanceof PyInstance ? owner.sample.values[place] : undefined)

/** The cache in the chain that fits what was seen, or simply the first. */
function fitting<Cache extends Fit & { next: Cache | undefined }>(first: Cache, sample: Value | undefined): Cache {
  for (let cache: Cache | undefined = first; cache !== undefined && sample !== undefined; cache = cache.next) {
    const { target, shape, version } = cache
    if (target !== undefined ? target === sample : sample instanceof PyInstance ? shape === sample.shape : version === typeOf(sample).version) return cache
  }
  return first
}

function known(a: Assembly, value: Value): void {
  a.push(constantItem(a, value))
}

const loadAttribute: Emitter = (a, { arg }) => {
  const owner = a.pop()
  const cache = cacheAt(a)
  if (cache instanceof AttributeCache) {
    const fit = fitting(cache, owner.sample)
    // A property's getter has a frame.
    if (fit.getter !== undefined) return a.end()
    a.guard(holds(a, a.boxed(owner), fit))
    if (fit.target instanceof PyModule) {
      const value = fit.target.namespace.values[fit.place]
      return a.push1('any', `${owner.name}.namespace.values[${fit.place}]`, value)
    }
    if (fit.place >= 0) return a.push1('any', `${owner.name}.values[${fit.place}]`, sampleOf(owner, fit.place))
    if (fit.member >= 0) {
      const sample = owner.sample instanceof PyInstance ? owner.sample.members?.[fit.member] : undefined
      const value = a.made('any', `${owner.name}.members[${fit.member}]`, sample)
      a.guard(`${value.name} !== undefined`)
      return a.push(value)
    }
    if (fit.value !== undefined) return known(a, fit.value)
  }
  a.save()
  a.push1('any', `getAttr(${a.boxed(owner)}, ${a.object(a.unit.code.names[arg])}, py)`)
}

const loadMethod: Emitter = (a, { arg }) => {
  const owner = a.pop()
  const cache = cacheAt(a)
  if (!(cache instanceof MethodCache)) {
    a.save()
    a.line(`const m${a.at} = findMethod(${a.boxed(owner)}, ${a.object(a.unit.code.names[arg])}, py)`)
    const value = a.made('any', `m${a.at} ?? getAttr(${a.boxed(owner)}, ${a.object(a.unit.code.names[arg])}, py)`)
    a.push(value)
    return a.push1('any', `m${a.at} === undefined ? undefined : ${a.boxed(owner)}`)
  }
  const fit = fitting(cache, owner.sample)
  const none = item('undefined', 'unbound')
  if (fit.target === undefined && fit.shape === undefined && !(owner.sample instanceof PyInstance)) {
    const self = a.as(owner, a.expected(owner))
    const text = self.kind === 'float' ? 'none' : self.name
    if (self.kind !== 'any') a.guard(`${a.object(typeOf(self.sample as Value))}.version === ${fit.version}`)
    else a.guard(`typeOf(${text}).version === ${fit.version} && !(${text} instanceof PyInstance)${fit.bare ? '' : ` && ${text}.dict === undefined`}`)
    known(a, fit.method as Value)
    return a.push(self)
  }
  a.guard(holds(a, a.boxed(owner), fit))
  if (fit.target instanceof PyModule) {
    const value = a.made('any', `${owner.name}.namespace.values[${fit.place}]`, fit.target.namespace.values[fit.place])
    a.push(same(a, value))
    return a.push(none)
  }
  if (fit.place >= 0) {
    a.push1('any', `${owner.name}.values[${fit.place}]`, sampleOf(owner, fit.place))
    return a.push(none)
  }
  known(a, fit.method as Value)
  return a.push(fit.target !== undefined && fit.bare ? none : owner)
}

const storeAttribute: Emitter = (a, { arg }) => {
  const owner = a.pop()
  const value = a.pop()
  const first = cacheAt(a) as StoreCache | undefined
  if (first !== undefined) {
    const other = first.other
    const cache = owner.sample instanceof PyInstance && other !== undefined && other.shape === owner.sample.shape ? other : first
    a.guard(holds(a, a.boxed(owner), cache))
    const stored = a.boxed(value)
    if (cache.place < 0) a.line(`${owner.name}.members[${~cache.place}] = ${stored}`)
    else if (cache.next === undefined) a.line(`${owner.name}.values[${cache.place}] = ${stored}`)
    else a.line(`${owner.name}.shape = ${a.object(cache.next)}; ${owner.name}.values.push(${stored})`)
    return
  }
  a.save()
  a.line(`setAttr(${a.boxed(owner)}, ${a.object(a.unit.code.names[arg])}, ${a.boxed(value)}, py)`)
}

/** Objects of which a program has one: worth a test that it is still this one. */
const isFixture = (value: Value | undefined): boolean =>
  value instanceof PyFunction || value instanceof PyBuiltin || value instanceof PyType || value instanceof PyModule

/** A value that is tested to be what it was. */
function same(a: Assembly, value: Item): Item {
  if (!isFixture(value.sample) || a.unit.generic.has(a.at)) return value
  a.guard(`${value.name} === ${a.object(value.sample)}`)
  return constantItem(a, value.sample as Value)
}

const loadGlobal: Emitter = (a, { arg, double }) => {
  const cache = cacheAt(a) as GlobalCache | undefined
  const { globals, builtins } = a.unit
  if (cache === undefined) {
    a.save()
    a.push1('any', `loadGlobal(frame, ${arg}, ${a.at}, py)`)
  } else {
    if (cache.globals !== globals.version || (!cache.own && !(builtins instanceof PyDict && cache.builtins === builtins.version))) a.cold()
    const dict = a.object(cache.dict)
    a.guard(`${a.object(globals)}.version === ${cache.globals}${cache.own ? '' : ` && ${a.object(builtins)}.version === ${cache.builtins}`}`)
    a.push(same(a, a.made('any', `${dict}.values[${cache.place}]`, cache.dict.values[cache.place])))
  }
  if (double) a.push(item('undefined', 'unbound'))
}

export const attributes: ReadonlyMap<number, Emitter> = new Map<number, Emitter>([
  [opcodes.LOAD_ATTR, (a, instruction) => (instruction.double ? loadMethod : loadAttribute)(a, instruction)],
  [opcodes.STORE_ATTR, storeAttribute],
  [opcodes.LOAD_GLOBAL, loadGlobal],
])
