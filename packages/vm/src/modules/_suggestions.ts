// _suggestions: "Did you mean …?" for Lib/traceback.py.
import { PyList } from '../data/sequences.ts'
import { isStr, newStr, None, strValue } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { closestName } from '../protocols/suggest.ts'

export const _suggestions = defineModule('_suggestions', () => ({
  doc: 'What a name that is not there may have been meant to be.',
  functions: [
    fn('_generate_suggestions(candidates: object, item: str, /)', 'Answer the candidate that is closest to item, if one is close enough.', (candidates, item) => {
      if (!(candidates instanceof PyList)) return raise(PyTypeError, 'candidates must be a list')
      const names = candidates.items.map((name) => (isStr(name) ? strValue(name) : raise(PyTypeError, "all elements in 'candidates' must be strings")))
      const found = closestName(strValue(item), names)
      return found === undefined ? None : newStr(found)
    }),
  ],
}))
