// Whatever the text, the lexer ends, and in its own errors. The seed is fixed; a failure shows the text.
import { expect, test } from 'vitest'
import { PyCompileError, PySyntaxError, decodeSource } from '@pellucid/source'
import { TokenError, TokenKind, losslessTokens, renderLossless, tokenize, tokenizeTape } from '../src/index.ts'

const pieces = [
  "f'", 'f"', "'''", '"""', "f'''", '{', '}', '{{', '}}', '(', ')', '[', ']', '\\', '\\\n', '\n', '\r', '\r\n', '\t', '    ',
  ' ', ':', '=', '!', '!r', '#', "'", '"', '0x', '1_', '1e', '0', '7', '.', '..', 'é', '€', '𝒳', '\ud800', '\udc80', '\ufeff',
  '\u00a0', '\f', ':=', 'rb', '\\N{', 'if x:\n', '\n  ', '\n \t', '# type: int', '# type: ignore[x]\n', '\0', 'else', 'j',
]
const modes = ['exec', 'eval', 'single', 'func_type'] as const

function* texts(count: number): Generator<string> {
  let seed = 20250101
  const below = (limit: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return (seed >>> 8) % limit
  }
  for (let i = 0; i < count; i++) {
    let text = ''
    for (let n = below(24); n > 0; n--) text += pieces[below(pieces.length)]
    yield text
  }
}

function typed(error: unknown): void {
  const known = error instanceof TokenError || error instanceof PySyntaxError || error instanceof PyCompileError
  if (!known) throw error
}

test('5,000 texts', () => {
  let n = 0
  for (const text of texts(5_000)) {
    const tape = tokenizeTape(text, { mode: modes[n++ % 4] ?? 'exec', typeComments: n % 2 === 0 })
    const last = tape.kind[tape.count - 1]
    expect(last, JSON.stringify(text)).toBe(tape.error === undefined ? TokenKind.ENDMARKER : TokenKind.ERRORTOKEN)
    expect(renderLossless(losslessTokens(text).tokens)).toBe(text)
    const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0) & 255)
    for (const run of [
      () => [...tokenize(text)].length,
      () => [...tokenize(bytes)].length,
      () => {
        const { text: decoded, escaped } = decodeSource(bytes)
        return tokenizeTape(decoded, { escaped }).count
      },
    ]) {
      try {
        expect(run()).toBeGreaterThan(0)
      } catch (error) {
        typed(error)
      }
    }
  }
})
