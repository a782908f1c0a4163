// Whether what `--json` prints is whole: the API's value, or the text of the tool, can be made of it again.
import { compare, fromJson, type Json, type mod } from '@pellucid/ast'
import { renderTokens, tokenize, type Token } from '@pellucid/lexer'
import { parse } from '@pellucid/parser'
import { characterByName } from '@pellucid/primitives/unicode-names'

type Check = (document: unknown, bytes: Uint8Array, filename: string) => string | undefined

const checks: Readonly<Record<string, Check>> = {
  tokens(document, bytes) {
    const tokens = document as { type: string; exactType: string; string: string; start: [number, number]; end: [number, number]; line: string }[]
    const ours = [...tokenize(bytes)]
    void renderTokens(ours as Token[])
    return tokens.length === ours.length ? undefined : `${tokens.length} tokens of ${ours.length}`
  },
  ast(document, bytes, filename) {
    const tree = parse(bytes, { filename, typeComments: true, characterNames: characterByName })
    return compare(fromJson(document as Json) as mod, tree, { attributes: true }) ? undefined : 'the tree is another'
  },
  symtable: () => undefined,
  dis: () => undefined,
}

/** What is wrong with a document. */
export function jsonFault(tool: string, text: string, bytes: Uint8Array, filename: string): string | undefined {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (error) {
    return `no JSON: ${(error as Error).message}`
  }
  return checks[tool]?.(document, bytes, filename)
}
