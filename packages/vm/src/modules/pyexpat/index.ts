// pyexpat (https://docs.python.org/3.13/library/pyexpat.html): an XML parser that behaves as expat does.
import { PyDict } from '../../data/dict.ts'
import { newList, newTuple } from '../../data/sequences.ts'
import { codePointsOf, narrowStr, smallInt, strValue, None, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { newCapsule } from '../../types/capsule.ts'
import { errorsModule, modelModule } from './module-parts.ts'
import { expatError, newParser, parserType } from './parser-type.ts'
import { faults } from './xml/errors.ts'
import { ParameterEntities } from './xml/parser.ts'

/** The expat whose behaviour this is. */
const VERSION = [2, 6, 3] as const

const features = [
  ['sizeof(XML_Char)', 1], ['sizeof(XML_LChar)', 1], ['XML_DTD', 0], ['XML_CONTEXT_BYTES', 1024], ['XML_NS', 0],
  ['XML_BLAP_MAX_AMP', 100], ['XML_BLAP_ACT_THRES', 8_388_608], ['XML_GE', 0],
] as const

const capsule = newCapsule('pyexpat.expat_CAPI')

export const pyexpat = defineModule('pyexpat', () => ({
  doc: 'An XML parser.',
  functions: [
    fn(
      'ParserCreate(encoding: cstring | None = None, namespace_separator: cstring | None = None, intern: object = <unrepresentable>)',
      'Make a parser.',
      (encoding, separator, intern, py) => {
        if (separator !== undefined && codePointsOf(separator).length > 1) {
          raise(ValueError, 'namespace_separator must be at most one character, omitted, or None')
        }
        if (intern !== undefined && intern !== None && !(intern instanceof PyDict)) return raise(PyTypeError, 'intern must be a dictionary')
        const names = intern instanceof PyDict ? intern : undefined
        return newParser(encoding === undefined ? undefined : strValue(encoding), separator === undefined ? undefined : strValue(separator), names, py)
      },
      { text: '($module, /, encoding=None, namespace_separator=None,\n             intern=<unrepresentable>)' },
    ),
    fn('ErrorString(code: cint, /)', 'What an error code means.', (code) => {
      const found = faults[code - 1]
      return found === undefined ? None : narrowStr(found[1])
    }),
  ],
  constants: (py): Record<string, Value> => ({
    ExpatError: expatError,
    error: expatError,
    XMLParserType: parserType,
    EXPAT_VERSION: narrowStr(`expat_${VERSION.join('.')}`),
    version_info: newTuple(VERSION.map(smallInt)),
    native_encoding: narrowStr('UTF-8'),
    features: newList(features.map(([name, value]) => newTuple([narrowStr(name), smallInt(value)]))),
    expat_CAPI: capsule,
    errors: errorsModule(py),
    model: modelModule(py),
    ...Object.fromEntries(Object.entries(ParameterEntities).map(([name, value]) => [`XML_PARAM_ENTITY_PARSING_${name}`, smallInt(value)])),
  }),
}))
