// _locale: the C locale, which is the only one here; its encoding is UTF-8.
import { PyDict } from '../data/dict.ts'
import { newList } from '../data/sequences.ts'
import { asStr, narrowStr, newInt, newStr, None, smallInt, strValue, type Str, type Value } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { Exception, TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { moduleException } from '../object/module-exception.ts'
import { raise } from '../protocols/raise.ts'

const localeError = moduleException('Error', [Exception], 'locale')

const categories = { LC_CTYPE: 0, LC_TIME: 2, LC_COLLATE: 3, LC_MONETARY: 4, LC_MESSAGES: 5, LC_NUMERIC: 1, LC_ALL: 6 }

/** glibc's numbers of language facts, and the C locale's answers. */
const facts: readonly (readonly [name: string, first: number, ...answers: string[]])[] = [
  ['DAY_', 0x20007, 'Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  ['ABDAY_', 0x20000, 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  ['MON_', 0x2001a, 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  ['ABMON_', 0x2000e, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  ['RADIXCHAR', 0x10000, '.'],
  ['THOUSEP', 0x10001, ''],
  ['CRNCYSTR', 0x4000f, '-'],
  ['D_T_FMT', 0x20028, '%a %b %e %H:%M:%S %Y'],
  ['D_FMT', 0x20029, '%m/%d/%y'],
  ['T_FMT', 0x2002a, '%H:%M:%S'],
  ['AM_STR', 0x20026, 'AM'],
  ['PM_STR', 0x20027, 'PM'],
  ['CODESET', 14, 'UTF-8'],
  ['T_FMT_AMPM', 0x2002b, '%I:%M:%S %p'],
  ['ERA', 0x2002c, ''],
  ['ERA_D_FMT', 0x2002e, ''],
  ['ERA_D_T_FMT', 0x20030, ''],
  ['ERA_T_FMT', 0x20031, ''],
  ['ALT_DIGITS', 0x2002f, ''],
  ['YESEXPR', 0x50000, '^[yY]'],
  ['NOEXPR', 0x50001, '^[nN]'],
  ['_DATE_FMT', 0x2006c, '%a %b %e %H:%M:%S %Z %Y'],
]

function* constants(): Generator<[string, number, string]> {
  for (const [name, first, ...answers] of facts) {
    for (const [i, answer] of answers.entries()) yield [name.endsWith('_') ? `${name}${i + 1}` : name, first + i, answer]
  }
}

const unknownNumber = smallInt(127)
const numeric = ['int_frac_digits', 'frac_digits', 'p_cs_precedes', 'p_sep_by_space', 'n_cs_precedes', 'n_sep_by_space', 'p_sign_posn', 'n_sign_posn']
const texts = ['int_curr_symbol', 'currency_symbol', 'mon_decimal_point', 'mon_thousands_sep']

function conventions(): Value {
  const dict = new PyDict()
  for (const name of texts) dict.setStr(name, narrowStr(''))
  dict.setStr('mon_grouping', newList([]))
  for (const name of ['positive_sign', 'negative_sign']) dict.setStr(name, narrowStr(''))
  for (const name of numeric) dict.setStr(name, unknownNumber)
  dict.setStr('decimal_point', narrowStr('.'))
  dict.setStr('thousands_sep', narrowStr(''))
  dict.setStr('grouping', newList([]))
  return dict
}

/** A str as C's wide characters, which a NUL ends. */
function wideText(value: Str): string {
  const text = strValue(value)
  return text.includes('\0') ? raise(ValueError, 'embedded null character') : text
}

const known = new Set(['', 'C', 'POSIX', 'C.UTF-8', 'C.utf8'])

export const _locale = defineModule('_locale', () => ({
  doc: 'The C locale.',
  functions: [
    fn('setlocale(category: cint, locale: object = <unrepresentable>, /)', 'Choose the locale, or ask for it.', (category, locale) => {
      if (category < 0 || category > 12) raise(localeError, 'unsupported locale setting')
      if (locale === undefined || locale === None) return narrowStr(category === 0 ? 'C.UTF-8' : 'C')
      const text = asStr(locale)
      if (text === undefined) return raise(PyTypeError, 'setlocale() argument 2 must be str or None')
      const name = strValue(text)
      if (!known.has(name)) raise(localeError, 'unsupported locale setting')
      return newStr(name === '' ? 'C.UTF-8' : name === 'POSIX' ? 'C' : name)
    }),
    fn('localeconv()', 'How numbers are written.', conventions, { text: '($module, /)' }),
    fn('strcoll(os1: str, os2: str, /)', 'Compare two strs.', (left, right) => {
      const [a, b] = [wideText(left), wideText(right)]
      return newInt(a < b ? -1 : a > b ? 1 : 0)
    }),
    fn('strxfrm(string: str, /)', 'A str that compares as strcoll does.', (string) => newStr(wideText(string))),
    fn('nl_langinfo(key: cint, /)', 'A fact about the language.', (key) => {
      for (const [, number, answer] of constants()) if (number === key) return narrowStr(answer)
      return raise(ValueError, 'unsupported langinfo constant')
    }),
    fn('gettext(msg: str, /)', 'A message in the language of the user.', (msg) => msg),
    fn('dgettext(domain: str | None, msg: str, /)', 'A message in the language of the user.', (_domain, msg) => msg),
    fn('dcgettext(domain: str | None, msg: str, category: cint, /)', 'A message in the language of the user.', (_domain, msg) => msg),
    fn('textdomain(domain: str | None, /)', 'The domain of messages.', (domain) => domain ?? narrowStr('messages')),
    fn('bindtextdomain(domain: str, dir: object, /)', 'Where the messages of a domain are.', (_domain, dir) => dir),
    fn('bind_textdomain_codeset(domain: str, codeset: str | None, /)', 'The encoding of a domain.', (_domain, codeset) => codeset ?? None),
    fn('getencoding()', "The locale's encoding.", () => narrowStr('UTF-8'), { text: '($module, /)' }),
  ],
  types: [localeError],
  constants: () => {
    const members: Record<string, Value> = { CHAR_MAX: unknownNumber }
    for (const [name, value] of Object.entries(categories)) members[name] = smallInt(value)
    for (const [name, number] of constants()) members[name] = smallInt(number)
    return members
  },
}))
