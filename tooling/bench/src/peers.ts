// Other parsers of Python for JavaScript, as functions from text to nothing. One that is not there is left out.

/** The packages of all peers. */
export const peers = ['@lezer/python', 'py-ast', 'tree-sitter', 'tree-sitter-python']

/** A peer by name. */
export interface Peer {
  readonly name: string
  parse(text: string): void
}

async function lezer(): Promise<Peer> {
  const { parser } = await import('@lezer/python')
  return { name: '@lezer/python', parse: (text) => void parser.parse(text) }
}

async function pyAst(): Promise<Peer> {
  const { parse } = await import('py-ast')
  return { name: 'py-ast', parse: (text) => void parse(text) }
}

/** A native add-on: optional. */
async function treeSitter(): Promise<Peer> {
  const [{ default: Parser }, { default: language }] = await Promise.all([import('tree-sitter'), import('tree-sitter-python')])
  const parser = new Parser()
  parser.setLanguage(language as unknown as Parameters<typeof parser.setLanguage>[0])
  // Text given whole may be no longer than the add-on's buffer.
  return { name: 'tree-sitter', parse: (text) => void parser.parse((at) => text.slice(at, at + 0x4000)) }
}

/** The peers that load. */
export async function loadPeers(): Promise<Peer[]> {
  const settled = await Promise.allSettled([lezer(), pyAst(), treeSitter()])
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}
