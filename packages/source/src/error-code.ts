// A stable name for each message template: the message without what varies, in kebab case.
//
//     '(' was never closed                     was-never-closed
//     expected an indented block after 'if' statement on line 3
//                                              expected-an-indented-block-after-if-statement

// Templates whose variable part is not marked by quotes, brackets or digits.
const templates: readonly (readonly [RegExp, string])[] = [
  [/^\(unicode error\)/, 'unicode-error'],
  [/^\(value error\)/, 'value-error'],
  [/^unknown encoding: /, 'unknown-encoding'],
  [/^encoding problem: .* with BOM$/, 'encoding-problem-with-bom'],
  [/^encoding problem: /, 'encoding-problem'],
  [/^Non-UTF-8 code/, 'non-utf-8-code'],
  [/codec can't decode/, 'undecodable'],
  [/is not a text encoding/, 'not-a-text-encoding'],
  [/^future feature .* is not defined$/, 'future-feature-is-not-defined'],
  [/^Missing parentheses in call to/, 'missing-parentheses-in-call'],
  [/^Exceeds the limit \(/, 'exceeds-the-digit-limit'],
  [/^expected ':'$/, 'expected-colon'],
  [/^expected '\('$/, 'expected-open-parenthesis'],
  [/^positional patterns follow/, 'positional-patterns-follow-keyword-patterns'],
]

const spokenOperators: Readonly<Record<string, string>> = {
  '*': 'star', '**': 'double-star', '=': 'equals', '==': 'double-equals', ':=': 'walrus', '!': 'exclamation',
  'except*': 'except-star',
}

const keywords = new Set(
  ('False None True and as assert async await break case class continue def del elif else except finally for from ' +
    'global if import in is lambda match nonlocal not or pass raise return try type while with yield').split(' '),
)

/** The code of a message: the same for every message of one template. */
export function errorCode(message: string): string {
  for (const [pattern, code] of templates) if (pattern.test(message)) return code
  return message
    .replace(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g, (_, single?: string, double?: string) => {
      const quoted = single ?? double ?? ''
      return ` ${spokenOperators[quoted] ?? (keywords.has(quoted) ? quoted : '')} `
    })
    .replace(/\((?:detected at line \d+|U\+[0-9A-F]+)\)|on line \d+|U\+[0-9A-F]+|\d+/g, ' ')
    .replace(/[^A-Za-z]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
}
