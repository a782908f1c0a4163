// Reads packages/vm/src/eval/loop.template.txt: `== NAME` opens a case of `run`, `-- NAME` one of `rare`, `#` lines
// are comments.

/** Bodies of cases by name: an opcode, `BINARY +`, `BINARY other`, `COMPARE`. */
export type Template = ReadonlyMap<string, readonly string[]>

/** The cases of both functions. */
export interface LoopTemplate {
  readonly loop: Template
  readonly rare: Template
}

export function readTemplate(text: string): LoopTemplate {
  const [loop, rare] = [new Map<string, string[]>(), new Map<string, string[]>()]
  let body: string[] | undefined
  for (const line of text.split('\n')) {
    const opened = /^(==|--) (.*)$/.exec(line)
    if (opened !== null) {
      body = []
      ;(opened[1] === '==' ? loop : rare).set((opened[2] as string).trim(), body)
    } else if (line.trim() !== '' && !line.startsWith('#')) body?.push(line)
  }
  return { loop, rare }
}
