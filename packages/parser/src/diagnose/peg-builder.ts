// Reads the notation of `grammar.ts` into rules, once, when the first source fails to parse.
// What stands in brackets becomes a nameless rule: CPython counts its depth by rules, so their number
// matters.
import { TokenKind } from '@pellucid/lexer'

/** One step of an alternative. */
export interface Item {
  readonly mode: 'plain' | 'optional' | 'ahead' | 'notAhead' | 'forced' | 'cut'
  /** Kind of a token, or -1. */
  readonly kind: number
  /** Spelling of a soft keyword or of a forced token. */
  readonly word: string
  readonly rule: Rule | undefined
}

export interface Alternative {
  readonly items: readonly Item[]
  readonly action: string
  /** Tried in the second pass only. */
  readonly invalid: boolean
}

export interface Rule {
  readonly id: number
  readonly name: string
  readonly repeat: 0 | 1 | undefined
  readonly gather: boolean
  alternatives: readonly Alternative[]
  memo: boolean
  leftRecursive: boolean
  withoutInvalid: boolean
}

const SOFT = -2
const ANY_SOFT = -3

export const special = { soft: SOFT, anySoft: ANY_SOFT } as const

const operators =
  '( ) [ ] : , ; + - * / | & < > = . % { } == != <= >= ~ ^ << >> ** += -= *= /= %= &= |= ^= <<= >>= **= ' +
  '// //= @ @= -> ... := !'
const kinds = new Map<string, number>(
  operators.split(' ').map((text, index) => [text, TokenKind.LPAR + index]),
)
for (const [name, kind] of Object.entries(TokenKind)) {
  const lower = name.toLowerCase()
  if (kind < 100) kinds.set(name, kind)
  else kinds.set(kind <= TokenKind.TRUE ? name.charAt(0) + lower.slice(1) : lower, kind)
}

/** Spelling of an operator or keyword token. */
export function kindOf(text: string): number {
  return kinds.get(text) ?? -1
}

class Builder {
  readonly rules = new Map<string, Rule>()
  private tokens: readonly string[] = []
  private at = 0
  private count = 0

  named(name: string): Rule {
    let rule = this.rules.get(name)
    if (rule === undefined) {
      rule = this.create(name, undefined, false)
      this.rules.set(name, rule)
    }
    return rule
  }

  private create(name: string, repeat: 0 | 1 | undefined, gather: boolean): Rule {
    return {
      id: this.count++, name, repeat, gather, alternatives: [],
      memo: false, leftRecursive: false, withoutInvalid: false,
    }
  }

  define(text: string): void {
    const [, name = '', flags, body = ''] = /^(\w+)(?:\/(\w+))?: ([^]*)$/.exec(text) ?? []
    const rule = this.named(name)
    rule.memo = flags === 'm'
    rule.leftRecursive = flags === 'l'
    rule.withoutInvalid = flags === 'w'
    this.tokens = body.match(/'[^']*'|"[^"]*"|<[^>]*>|\w+|&&|\S/g) as string[]
    this.at = 0
    rule.alternatives = this.alternatives()
  }

  private peek(): string | undefined {
    return this.tokens[this.at]
  }

  private alternatives(): Alternative[] {
    const result: Alternative[] = []
    do {
      const items: Item[] = []
      let action = ''
      for (let token = this.peek(); token !== undefined && !'|)]'.includes(token); token = this.peek()) {
        if (token.startsWith('<')) {
          action = token.slice(1, -1)
          this.at++
        } else {
          items.push(this.item())
        }
      }
      result.push({ items, action, invalid: isInvalid(items) })
    } while (this.accept('|'))
    return result
  }

  private accept(token: string): boolean {
    if (this.peek() !== token) return false
    this.at++
    return true
  }

  private item(): Item {
    if (this.accept('~')) return { mode: 'cut', kind: -1, word: '', rule: undefined }
    if (this.accept('&&')) return { ...this.atom(), mode: 'forced' }
    if (this.accept('&')) return { ...this.atom(), mode: 'ahead' }
    if (this.accept('!')) return { ...this.atom(), mode: 'notAhead' }
    if (this.accept('[')) return { ...this.group(']'), mode: 'optional' }
    const atom = this.atom()
    if (this.accept('?')) return { ...atom, mode: 'optional' }
    if (this.accept('*')) return this.anonymous(0, [atom])
    if (this.accept('+')) return this.anonymous(1, [atom])
    if (this.accept('.')) {
      const element = this.atom()
      this.accept('+')
      const rest = this.anonymous(0, [atom, element], '=2')
      const gather = this.create('', undefined, true)
      gather.alternatives = [{ items: [element, rest], action: '', invalid: false }]
      return { mode: 'plain', kind: -1, word: '', rule: gather }
    }
    return atom
  }

  private anonymous(repeat: 0 | 1, items: Item[], action = ''): Item {
    const rule = this.create('', repeat, false)
    rule.alternatives = [{ items, action, invalid: false }]
    return { mode: 'plain', kind: -1, word: '', rule }
  }

  private group(close: string): Item {
    const alternatives = this.alternatives()
    this.accept(close)
    const only = alternatives.length === 1 ? alternatives[0] : undefined
    if (only !== undefined && only.items.length === 1 && only.action === '') return only.items[0] as Item
    const rule = this.create('', undefined, false)
    rule.alternatives = alternatives
    return { mode: 'plain', kind: -1, word: '', rule }
  }

  private atom(): Item {
    const token = this.tokens[this.at++] as string
    if (token === '(') return this.group(')')
    if (token.startsWith("'")) {
      const word = token.slice(1, -1)
      return { mode: 'plain', kind: kindOf(word), word, rule: undefined }
    }
    if (token.startsWith('"')) {
      const word = token.slice(1, -1)
      // Operators in double quotes are plain tokens to CPython's parser generator.
      const kind = /^\w/.test(word) ? SOFT : kindOf(word)
      return { mode: 'plain', kind, word, rule: undefined }
    }
    if (token === 'SOFT_KEYWORD') return { mode: 'plain', kind: ANY_SOFT, word: '', rule: undefined }
    if (/^[A-Z]/.test(token)) return { mode: 'plain', kind: kindOf(token), word: '', rule: undefined }
    return { mode: 'plain', kind: -1, word: '', rule: this.named(token) }
  }
}

/** An alternative that is nothing but an `invalid_` rule waits for the second pass. */
function isInvalid(items: readonly Item[]): boolean {
  return items.length === 1 && items[0]?.rule?.name.startsWith('invalid_') === true
}

/** Reads a grammar; answers its rules by name. */
export function buildGrammar(text: string): ReadonlyMap<string, Rule> {
  const builder = new Builder()
  for (const definition of text.trim().split(/\n+(?=\w)/)) builder.define(definition)
  return builder.rules
}
