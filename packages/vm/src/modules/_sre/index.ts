// _sre: the engine behind re.
import { asInt, asStr, narrowStr, newInt, None } from '../../data/values.ts'
import type { PyDict } from '../../data/dict.ts'
import type { PyList, PyTuple } from '../../data/sequences.ts'
import { fn } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { OverflowError, RuntimeError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { asciiLower, isAsciiCased, isUnicodeCased, unicodeLower } from './characters.ts'
import { MAGIC, MAXGROUPS, MAXREPEAT } from './codes.ts'
import { matchType } from './match.ts'
import { patternType } from './pattern.ts'
import { PyPattern } from './pattern-layout.ts'
import { scannerType } from './scanner.ts'
import { templateOf, templateType } from './template.ts'

export const _sre = defineModule('_sre', () => ({
  doc: 'The engine behind re.',
  functions: [
    fn('ascii_iscased(character: cint, /)', 'Tell whether an ASCII character has cases.', (character) => isAsciiCased(character)),
    fn('ascii_tolower(character: cint, /)', 'Answer the lower case, by ASCII.', (character) => newInt(asciiLower(character))),
    fn(
      'compile(pattern: object, flags: cint, code: list, groups: index, groupindex: dict, indexgroup: tuple)',
      'Make a pattern of compiled codes.',
      (pattern, flags, code, groups, index, group) => {
        const words = code.items.map((word) => {
          const number = asInt(word) ?? raise(PyTypeError, 'an integer is required')
          return number >= 0 && number <= MAXREPEAT ? Number(number) : raise(OverflowError, 'regular expression code size limit exceeded')
        })
        if (groups < 0 || groups > MAXGROUPS) raise(RuntimeError, 'invalid SRE code')
        const isBytes = pattern === None ? undefined : asStr(pattern) === undefined
        return new PyPattern(pattern, flags, words, groups, { index: index as PyDict, group: (group as PyTuple).items }, isBytes)
      },
    ),
    fn('getcodesize()', 'Answer the size of a code word.', () => newInt(4)),
    fn('template(pattern: object, template: list, /)', 'Make a replacement template.', (_pattern, template) => templateOf(template as PyList)),
    fn('unicode_iscased(character: cint, /)', 'Tell whether a character has cases.', (character) => isUnicodeCased(character)),
    fn('unicode_tolower(character: cint, /)', 'Answer the lower case.', (character) => newInt(unicodeLower(character))),
  ],
  types: [],
  constants: () => ({
    CODESIZE: newInt(4),
    MAGIC: newInt(MAGIC),
    MAXGROUPS: newInt(MAXGROUPS),
    MAXREPEAT: newInt(MAXREPEAT),
    copyright: narrowStr('An engine of its own for the compiled patterns of re'),
  }),
  // Loaded with the module, so that the layouts have their classes.
  setup: () => void [matchType, patternType, scannerType, templateType],
}))
