// _json: what json reads and writes with (https://docs.python.org/3.13/library/json.html).
import { newTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, narrowStr, newInt, strValue, type Str, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { encoderType } from './encoder.ts'
import { scannerType } from './scanner.ts'
import { quoteAscii, quotePlainStr, scanned, scanString, Source } from './strings.ts'

function textOf(value: Value): Str {
  return asStr(value) ?? raise(PyTypeError, `first argument must be a string, not ${typeOf(value).tpName}`)
}

export const _json = defineModule('_json', () => ({
  doc: 'The fast parts of json.',
  varargs: 'scanstring',
  functions: [
    fn('encode_basestring_ascii(object: object, /)', 'A JSON string in ASCII for a str.', (text) => narrowStr(quoteAscii(strValue(textOf(text)))), {
      text: '($self, object, /)',
    }),
    fn('encode_basestring(object: object, /)', 'A JSON string for a str.', (text) => quotePlainStr(textOf(text)), { text: '($self, object, /)' }),
    fn('scanstring(string: object, end: index, strict: bool = True, /)', 'The string that ends at the next quote, and where it ends.', (string, end, strict, py) => {
      const source = new Source(textOf(string))
      const text = scanString(source, end, strict, py)
      return newTuple([text, newInt(scanned.end)])
    }, { text: null, byFormat: true }),
  ],
  constants: () => ({ make_scanner: scannerType, make_encoder: encoderType }),
}))
