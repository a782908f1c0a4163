// `pellucid pipeline`: every stage of a small program, one under another.
import { dump } from '@pellucid/ast'
import { renderSymbols } from '@pellucid/compiler'
import { renderDis } from '@pellucid/dis'
import { dumpsCode } from '@pellucid/marshal'
import { print, readInput } from './input.ts'
import { codeOf, tableOf, treeOf } from './stages.ts'
import { tokenLines } from './tokens.ts'

const heading = (title: string) => `── ${title} ${'─'.repeat(Math.max(0, 74 - title.length))}\n`

/** Prints source, tokens, tree, symbols, bytecode and the first bytes of the .pyc. */
export function showPipeline(file: string): void {
  const input = readInput(file)
  const payload = dumpsCode(codeOf(input))
  const hex = Buffer.from(payload.subarray(0, 64)).toString('hex').replace(/../g, '$& ').trimEnd()
  print(
    [
      heading('source'),
      new TextDecoder().decode(input.bytes).trimEnd(),
      '\n\n',
      heading('tokens: what the lexer reads'),
      tokenLines(input, { exact: true }),
      '\n',
      heading('tree: what the parser makes of them'),
      dump(treeOf(input), { indent: 2 }),
      '\n\n',
      heading('symbols: where each name lives'),
      renderSymbols(tableOf(input)),
      heading('bytecode: what the compiler emits'),
      renderDis(codeOf(input)),
      '\n',
      heading(`.pyc: ${payload.length} bytes behind the header`),
      hex,
      payload.length > 64 ? ' …\n' : '\n',
    ].join(''),
  )
}
