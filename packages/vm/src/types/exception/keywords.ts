// Keyword-only arguments of exception classes: `NameError('x', name='y')`.
import { checkKeywordCount } from '../../object/keyword-count.ts'
import type { PyBaseException } from '../../data/exception.ts'
import { newTuple } from '../../data/sequences.ts'
import type { KeywordNames } from '../../data/slots.ts'
import { strValue, type Value } from '../../data/values.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { closestName } from '../../protocols/suggest.ts'

/** An `__init__` that stores positional arguments as args and the named ones allowed as fields. */
export function initWithFields(allowed: readonly string[]) {
  return (self: PyBaseException, args: Value[], names: KeywordNames | undefined): void => {
    const given = args.length - (names?.length ?? 0)
    self.args = newTuple(args.slice(0, given))
    checkKeywordCount(self.type.tpName, names?.length ?? 0, allowed.length)
    // Initialised anew, an exception forgets what it had.
    for (const name of allowed) if (name in self.fields) self.fields[name] = undefined
    names?.forEach((name, i) => {
      const text = strValue(name)
      if (!allowed.includes(text)) {
        const known = closestName(text, allowed)
        const hint = known === undefined ? '' : `. Did you mean '${known}'?`
        raise(PyTypeError, `${self.type.tpName}() got an unexpected keyword argument '${text}'${hint}`)
      }
      self.fields[text] = args[given + i]
    })
  }
}
