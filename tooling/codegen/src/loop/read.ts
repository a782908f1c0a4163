// Reads packages/vm/src/eval/loop.template.txt: `== NAME` opens a case, `#` lines are comments.

/** Bodies of cases by name: an opcode, `BINARY +`, `BINARY other`, `COMPARE`. */
export type Template = ReadonlyMap<string, readonly string[]>

export function readTemplate(text: string): Template {
  const cases = new Map<string, string[]>()
  let body: string[] | undefined
  for (const line of text.split('\n')) {
    if (line.startsWith('#') || (body === undefined && line.trim() === '')) continue
    if (line.startsWith('== ')) {
      body = []
      cases.set(line.slice(3).trim(), body)
    } else if (line.trim() !== '') body?.push(line)
  }
  return cases
}
