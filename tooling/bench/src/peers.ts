// Other parsers of Python for JavaScript, as functions from text to nothing. One that is not there is left out.

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

/** The peers that load. */
export async function loadPeers(): Promise<Peer[]> {
  const settled = await Promise.allSettled([lezer(), pyAst()])
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}
