// Tuples with named fields, as `sys.version_info` and `os.stat_result`: the first `visible` fields are the items of
// the tuple, the rest are attributes only. A class is made when it is first asked for, because it needs `tuple`.
import { PyDict } from '../data/dict.ts'
import { emptyTuple, newTuple, PyTuple } from '../data/sequences.ts'
import type { KeywordNames } from '../data/slots.ts'
import type { PyType } from '../data/type.ts'
import { asStr, narrowStr, newInt, newStr, None, strValue, type Value } from '../data/values.ts'
import { methods } from '../object/define-builtin.ts'
import { defineType, withClass, type Attribute } from '../object/define-type.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { toArray } from '../protocols/iterate.ts'
import { raise } from '../protocols/raise.ts'
import { reprText } from '../protocols/repr.ts'
import { mayIterate } from '../protocols/sequence-check.ts'

export class PyStructSequence extends PyTuple {
  /** The fields beyond the visible ones. */
  readonly hidden: readonly Value[]
  constructor(type: PyType, items: readonly Value[], hidden: readonly Value[]) {
    super(items)
    this.type = type
    this.hidden = hidden
  }
}

const method = methods<PyStructSequence>()

/** Name, doc; a name of `''` is a place without a name. */
export type StructField = readonly [name: string, doc: string]

export interface StructOptions {
  readonly doc: string
  readonly fields: readonly StructField[]
  /** How many fields are items of the tuple; all by default. */
  readonly visible?: number
  /** Can Python code make one? */
  readonly instantiable?: boolean
}

/** A class of named tuples. */
export class StructSequence {
  readonly name: string
  readonly options: StructOptions
  #type: PyType | undefined
  constructor(name: string, options: StructOptions) {
    this.name = name
    this.options = options
  }

  get visible(): number {
    return this.options.visible ?? this.options.fields.length
  }

  get type(): PyType {
    return (this.#type ??= this.#define())
  }

  /** An instance; `values` in the order of the fields. */
  make(values: readonly Value[]): PyStructSequence {
    return new PyStructSequence(this.type, values.slice(0, this.visible), values.slice(this.visible))
  }

  #valueAt(self: PyStructSequence, place: number): Value {
    return self.items[place] ?? self.hidden[place - this.visible] ?? None
  }

  #define(): PyType {
    const { fields, doc, instantiable = true } = this.options
    const { visible } = this
    const attributes: Record<string, Attribute<PyStructSequence>> = {}
    fields.forEach(([name, about], place) => {
      if (name !== '') attributes[name] = { member: true, get: (self) => this.#valueAt(self, place), doc: about }
    })
    const title = this.name
    // As in CPython, the names shown are the first ones there are, even where an item has none.
    const shown = fields.map(([name]) => name).filter((name) => name !== '')
    const unnamed = fields.filter(([name]) => name === '').length
    return defineType(`${title}(iterable: object = ())`, {
      doc,
      base: emptyTuple.type,
      instantiable,
      ...(instantiable ? { newRaw: (cls, args, names, py) => this.#construct(cls, args, names ?? [], py) } : {}),
      text: null,
      slots: {
        repr: (self: PyStructSequence, py) =>
newStr(`${title}(${self.items.map((item, place) => `${shown[place]}=${reprText(item, py)}`).join(', ')})`),
      },
      methods: () => [
        method('__reduce__(self, /)', 'Help pickle.', (self) => {
          const rest = new PyDict()
          fields.slice(visible).forEach(([name], i) => rest.setStr(name, self.hidden[i] ?? None))
          return newTuple([self.type, newTuple([newTuple(self.items), rest])])
        }),
        method('__replace__(self, /, **changes)', 'Answer a copy with other values for some fields.', (self, changes) => {
          if (unnamed > 0) {
            raise(PyTypeError, `__replace__() is not supported for ${title} because it has unnamed field(s)`)
          }
          const values = fields.map((_, place) => this.#valueAt(self, place))
          const unknown: string[] = []
          changes.keys.forEach((key, i) => {
            if (key === undefined) return
            const name = strValue(asStr(key) ?? narrowStr(''))
            const place = fields.findIndex(([field]) => field === name)
            if (place < 0) unknown.push(`'${name}'`)
            else values[place] = changes.values[i] as Value
          })
          if (unknown.length > 0) raise(PyTypeError, `Got unexpected field name(s): [${unknown.join(', ')}]`)
          return this.make(values)
        }),
      ],
      attributes: () => attributes as never,
      constants: () => ({
        n_sequence_fields: newInt(visible),
        n_fields: newInt(fields.length),
        n_unnamed_fields: newInt(unnamed),
        __match_args__: newTuple(fields.slice(0, visible).filter(([name]) => name !== '').map(([name]) => narrowStr(name))),
      }),
    })
  }

  /** The dict may name the fields that the sequence leaves out, and nothing else. */
  #refuseNames(dict: PyDict, given: number): void {
    const known = new Set(this.options.fields.slice(given).map(([name]) => name))
    for (const key of dict.keys) {
      const name = key === undefined ? undefined : asStr(key)
      if (key === undefined || (name !== undefined && strValue(name) !== '' && known.has(strValue(name)))) continue
      raise(PyTypeError, `${this.name}() got duplicate or unexpected field name(s)`)
    }
  }

  #construct(cls: PyType, args: readonly Value[], names: KeywordNames, py: import('../thread.ts').Thread): Value {
    const { fields } = this.options
    const given = args.length - names.length
    const place = given > 0 ? 0 : names.findIndex((name) => name === 'sequence')
    const sequence = args[place] ?? raise(PyTypeError, "structseq() missing required argument 'sequence' (pos 1)")
    const unknown = names.find((name) => name !== 'sequence' && name !== 'dict')
    if (unknown !== undefined) {
      raise(PyTypeError, `structseq() got an unexpected keyword argument '${strValue(unknown)}'`)
    }
    if (!mayIterate(sequence)) raise(PyTypeError, 'constructor requires a sequence')
    const items = toArray(sequence, py)
    const dictPlace = names.findIndex((name) => name === 'dict')
    const dict = given > 1 ? args[1] : dictPlace >= 0 ? args[given + dictPlace] : undefined
    if (dict !== undefined && !(dict instanceof PyDict)) {
      raise(PyTypeError, `${this.name}() takes a dict as second arg, if any`)
    }
    const range = this.visible === fields.length ? `a ${this.visible}-sequence` : `an at ${items.length < this.visible ? 'least' : 'most'} ${items.length < this.visible ? this.visible : fields.length}-sequence`
    if (items.length < this.visible || items.length > fields.length) {
      raise(PyTypeError, `${this.name}() takes ${range} (${items.length}-sequence given)`)
    }
    if (dict instanceof PyDict) this.#refuseNames(dict, items.length)
    const values = fields.map(([name], place) => items[place] ?? (dict instanceof PyDict ? dict.getStr(name) : undefined) ?? None)
    // Fields that share a meaning with an item, as st_atime with its whole seconds, take the item's value.
    return withClass(this.make(values), cls)
  }
}
