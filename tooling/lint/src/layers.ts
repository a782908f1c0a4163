// The layers: which package may import which, and inside vm which folder may import which.
// Everything that checks or draws the graph reads this table.

/** Package → the packages of ours it may import. */
export const packages = {
  source: [],
  primitives: [],
  'opcode-spec': ['primitives'],
  lexer: ['source', 'primitives'],
  ast: ['source', 'primitives'],
  parser: ['source', 'primitives', 'lexer', 'ast'],
  compiler: ['source', 'primitives', 'ast', 'opcode-spec'],
  marshal: ['primitives', 'opcode-spec'],
  dis: ['primitives', 'opcode-spec'],
  vm: ['primitives', 'opcode-spec'],
  'gil-sim': ['vm'],
  stdlib: [],
  pellucid: [
    'source',
    'primitives',
    'opcode-spec',
    'lexer',
    'ast',
    'parser',
    'compiler',
    'marshal',
    'vm',
    'stdlib',
  ],
} as const satisfies Record<string, readonly string[]>

/** The level of each package in the picture; a package imports only from lower levels. */
export const levels: readonly (readonly string[])[] = [
  ['source', 'primitives'],
  ['lexer', 'ast', 'opcode-spec'],
  ['parser', 'compiler', 'marshal', 'dis', 'vm'],
  ['gil-sim', 'stdlib'],
  ['pellucid'],
]

/** Folders of vm/src, lowest first: a folder's values come from itself and from those before it. */
export const machineFolders = ['data', 'protocols', 'object', 'types', 'modules'] as const

/** Files that may use the host: `node:*`, `process`, `Buffer`. */
export const hostFiles = ['packages/pellucid/src/node.ts', 'packages/pellucid/src/node/', 'packages/stdlib/src/node.ts']

/** The npm name of a package. */
export function npmName(name: string): string {
  return name === 'pellucid' ? name : `@pellucid/${name}`
}
