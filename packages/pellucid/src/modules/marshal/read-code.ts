// Code objects, straight into the machine's form: their constants become Python values when a function first runs,
// which most functions of an imported module never do.
import { FrozenSetValue, loadsWith, newPlainFactory, TYPE, type Factory, type MarshalValue } from '@pellucid/marshal'
import { CodeObject, withoutColumns } from '@pellucid/opcode-spec'
import { codeOf, type Value } from '@pellucid/vm/machine'

/** Thrown at what no compiler puts among constants: a list, a dict, a set, a class. */
const unusual = Symbol('unusual')

const refuse = (): never => {
  throw unusual
}

function constantsOnly(): Factory<MarshalValue> {
  const plain = newPlainFactory()
  return {
    ...plain,
    get stopIteration() {
      return refuse()
    },
    list: refuse,
    dict: refuse,
    set: refuse,
    frozenset(items) {
      const made = plain.frozenset(items)
      return made instanceof FrozenSetValue ? refuse() : made
    },
  }
}

/** The code object that `bytes` begin with; undefined where they hold something else, or constants of an unusual kind. */
export function readCode(bytes: Uint8Array, columns = true): Value | undefined {
  if (((bytes[0] ?? 0) & 0x7f) !== TYPE.CODE) return undefined
  try {
    const data = loadsWith(constantsOnly(), bytes)
    if (!(data instanceof CodeObject)) return undefined
    return codeOf(columns ? data : withoutColumns(data))
  } catch (caught) {
    if (caught === unusual) return undefined
    throw caught
  }
}
