// Reads the productions out of the comments above the parser's functions.
//
//     /**
//      * if_stmt: 'if' named_expression ':' block (elif_stmt | [else_block])
//      */
// A production begins with its name and a colon; lines that begin with `|` or stand further in go on with it.

export interface Production {
  readonly name: string
  readonly lines: readonly string[]
}

export interface Section {
  /** Path of the file below `packages/parser/src/`. */
  readonly file: string
  /** First sentence of the comment at its head. */
  readonly title: string
  readonly productions: readonly Production[]
}

const comment = /\/\*\*([^]*?)\*\//g
const head = /^([a-z][a-z_]*): (.*)$/

/** The productions of one file, in its order. */
export function readSection(file: string, text: string): Section {
  const productions: Production[] = []
  for (const [, body = ''] of text.matchAll(comment)) productions.push(...readComment(body))
  return { file, title: titleOf(text), productions }
}

function readComment(body: string): Production[] {
  const productions: { name: string; lines: string[] }[] = []
  for (const raw of body.split('\n')) {
    const line = raw.replace(/^\s*\*? ?/, '').trimEnd()
    const found = head.exec(line)
    const last = productions.at(-1)
    if (found !== null) productions.push({ name: found[1] as string, lines: [found[2] as string] })
    else if (last !== undefined && /^\s*\|/.test(line)) last.lines.push(line.trim())
  }
  return productions
}

function titleOf(text: string): string {
  const lines: string[] = []
  for (const line of text.split('\n')) {
    if (!line.startsWith('// ')) break
    lines.push(line.slice(3))
  }
  const sentence = lines.join(' ')
  const end = sentence.search(/[.:](?: |$)/)
  return end < 0 ? sentence : sentence.slice(0, end)
}
