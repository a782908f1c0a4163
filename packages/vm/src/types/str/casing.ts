// Casing, and the questions that begin with `is`.
import {
  capitalizeText, casefoldText, isAlnumText, isAlphaText, isAsciiText, isDecimalText, isDigitText,
  isIdentifierText, isLowerText, isNumericText, isPrintableText, isSpaceText, isTitleText, isUpperText,
  lowerText, swapcaseText, titleText, upperText, type Text,
} from '@pellucid/primitives'
import type { Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { own, strOfText, textOf } from './text.ts'

const method = methods<Value>()
const change = (to: (text: Text) => Text) => (self: Value): Value => strOfText(to(textOf(own(self))))
const ask = (test: (text: Text) => boolean) => (self: Value): Value => test(textOf(own(self)))

export const casingMethods = {
  capitalize: method(
    'capitalize(self, /)',
    'Answer the text with its first character in title case, the rest lower.',
    change(capitalizeText),
  ),
  casefold: method(
    'casefold(self, /)',
    'Answer the text in the form for comparisons without case.',
    change(casefoldText),
  ),
  title: method('title(self, /)', 'Answer the text with each word in title case.', change(titleText)),
  lower: method('lower(self, /)', 'Answer the text in lower case.', change(lowerText)),
  swapcase: method(
    'swapcase(self, /)',
    'Answer the text with upper and lower case exchanged.',
    change(swapcaseText),
  ),
  upper: method('upper(self, /)', 'Answer the text in upper case.', change(upperText)),
}

export const predicateMethods = [
  method('isascii(self, /)', 'Are all characters ASCII?', ask(isAsciiText)),
  method('islower(self, /)', 'Are all cased characters, at least one, lower case?', ask(isLowerText)),
  method('isupper(self, /)', 'Are all cased characters, at least one, upper case?', ask(isUpperText)),
  method('istitle(self, /)', 'Is each word in title case?', ask(isTitleText)),
  method('isspace(self, /)', 'Are all characters, at least one, blank?', ask(isSpaceText)),
  method('isdecimal(self, /)', 'Are all characters, at least one, decimal digits?', ask(isDecimalText)),
  method('isdigit(self, /)', 'Are all characters, at least one, digits?', ask(isDigitText)),
  method('isnumeric(self, /)', 'Are all characters, at least one, numeric?', ask(isNumericText)),
  method('isalpha(self, /)', 'Are all characters, at least one, letters?', ask(isAlphaText)),
  method('isalnum(self, /)', 'Are all characters, at least one, letters or numeric?', ask(isAlnumText)),
  method('isidentifier(self, /)', 'Is the text a valid identifier?', ask(isIdentifierText)),
  method('isprintable(self, /)', 'Are all characters printable?', ask(isPrintableText)),
]
