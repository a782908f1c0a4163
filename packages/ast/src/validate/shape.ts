// First half of validation, CPython's conversion of Python objects to its own tree: every field has a
// value of the type that the ASDL says. Like the conversion, it completes the tree: a missing optional
// field becomes null, a missing list empty, a missing end position the start.
import { PyCompileError } from '@pellucid/source'
import { locatedTypes, nodesOfType, typesWithOptionalEnd } from '../fields.generated.ts'
import { fieldsOf, fieldTypesOf, isNode } from '../node-access.ts'
import { recursionError } from '../recursion.ts'
import { Agenda } from './agenda.ts'
import { pythonType, reprAny, typeError, valueError } from './errors.ts'

type Record_ = Record<string, unknown>
type TypeName = keyof typeof nodesOfType

// CPython's limit on calls in C, less those below the conversion of a field; each is two tasks here.
const depthLimit = 2 * 9998

const located: ReadonlySet<string> = new Set(locatedTypes)
const optionalEnd: ReadonlySet<string> = new Set(typesWithOptionalEnd)
const starts = { lineno: '', col_offset: '', end_lineno: 'lineno', end_col_offset: 'col_offset' } as const
const isProduct = (type: string): boolean => nodesOfType[type as TypeName]?.[0] === type
const isTypeName = (type: string): type is TypeName => Object.hasOwn(nodesOfType, type)
const isSimple = (type: TypeName): boolean =>
  fieldsOf(nodesOfType[type][0]).length === 0 && !located.has(type)
const recordOf = (value: unknown): Record_ =>
  (typeof value === 'object' && value !== null ? value : {}) as Record_

// A product's type is never asked for: whatever has its fields will do, even None for one that requires
// no field.
function asProduct(value: unknown, type: string): unknown {
  if (!isTypeName(type) || !isProduct(type)) return value
  return isNode(value) && value.nodeType === type ? value : { ...recordOf(value), nodeType: type }
}

function checkInt(value: unknown): void {
  if (typeof value === 'boolean') return
  const whole = typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))
  if (!whole) throw valueError(`invalid integer value: ${reprAny(value)}`)
  if (value > 0x7fffffff || value < -0x80000000) {
    throw new PyCompileError('OverflowError', 'Python int too large to convert to C int')
  }
}

function checkBuiltin(type: string, value: unknown): void {
  if (type === 'int') checkInt(value)
  else if (type === 'identifier' && value !== null && typeof value !== 'string') {
    throw typeError('AST identifier must be of type str')
  } else if (type === 'string' && value !== null && typeof value !== 'string' && !(value instanceof Uint8Array)) {
    throw typeError('AST string must be of type str')
  }
}

class Conversion {
  readonly agenda = new Agenda()

  /** Schedules the conversion of a value that should be a node of the ASDL type. */
  node(value: unknown, type: string): void {
    this.agenda.later(() => {
      if (this.agenda.depth > depthLimit) throw recursionError(` while traversing '${type}' node`)
      this.#convert(value, type)
    })
  }

  #convert(value: unknown, type: string): void {
    if (!isTypeName(type)) return
    if (value === null && !isSimple(type)) return
    const record = recordOf(value)
    const product = isProduct(type)
    if (!product && located.has(type)) this.#attributes(record, type)
    if (!product && !(isNode(value) && (nodesOfType[type] as readonly string[]).includes(value.nodeType))) {
      throw typeError(`expected some sort of ${type}, but got ${reprAny(value)}`)
    }
    this.#fields(record, product ? type : (record['nodeType'] as string))
    if (product && located.has(type)) this.agenda.later(() => this.#attributes(record, type))
  }

  #attributes(record: Record_, type: string): void {
    for (const [name, start] of Object.entries(starts)) {
      const value = record[name]
      if ((value === undefined || value === null) && start !== '' && optionalEnd.has(type)) {
        record[name] = record[start]
      } else if (value === undefined) {
        throw typeError(`required field "${name}" missing from ${type}`)
      } else {
        checkInt(value)
        record[name] = Number(value)
      }
    }
  }

  #fields(record: Record_, owner: string): void {
    const names = fieldsOf(owner as Parameters<typeof fieldsOf>[0])
    const types = fieldTypesOf(owner as Parameters<typeof fieldTypesOf>[0])
    names.forEach((name, index) => {
      const type = types[index] as string
      const base = type.replace(/[?*]+$/, '')
      this.agenda.later(() => this.#field(record, owner, name, base, type))
    })
    this.agenda.later(() => {
      names.forEach((name, index) => {
        const type = types[index] as string
        if (/[?*]$/.test(type) || type === 'constant' || type === 'int' || record[name] !== null) return
        throw valueError(`field '${name}' is required for ${owner}`)
      })
    })
  }

  #field(record: Record_, owner: string, name: string, base: string, type: string): void {
    const value = record[name]
    if (type.endsWith('*')) {
      this.#list(record, owner, name, base)
    } else if (type.endsWith('?') && (value === undefined || value === null)) {
      record[name] = base === 'int' ? 0 : null
    } else if (value === undefined) {
      throw typeError(`required field "${name}" missing from ${owner}`)
    } else {
      checkBuiltin(base, value)
      record[name] = base === 'int' ? Number(value) : asProduct(value, base)
      this.node(record[name], base)
    }
  }

  #list(record: Record_, owner: string, name: string, base: string): void {
    const value = record[name]
    if (value === undefined) record[name] = []
    else if (!Array.isArray(value)) {
      throw typeError(`${owner} field "${name}" must be a list, not a ${pythonType(value)}`)
    } else {
      const items = value as unknown[]
      items.forEach((item, index) => {
        if (!isTypeName(base)) {
          checkBuiltin(base, item)
          return
        }
        items[index] = asProduct(item, base)
        this.node(items[index], base)
      })
    }
  }
}

/** Checks that the tree has the shape that the ASDL says, and fills in what may be left out. */
export function checkShape(root: unknown): void {
  const conversion = new Conversion()
  conversion.node(root, 'mod')
  conversion.agenda.run()
}
