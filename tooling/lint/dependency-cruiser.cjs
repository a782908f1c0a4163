// The rules of src/layers.ts for dependency-cruiser. Written to a file by gates.ts, which reads the table.
const { machineFolders, packages } = JSON.parse(process.env.PELLUCID_LAYERS)

const betweenPackages = Object.entries(packages).map(([name, allowed]) => ({
  name: `${name}-imports-only-its-layers`,
  severity: 'error',
  from: { path: `^packages/${name}/src` },
  to: { path: '^packages/', pathNot: [name, ...allowed].map((one) => `^packages/${one}/`) },
}))

const insideMachine = machineFolders.map((folder, index) => ({
  name: `vm-${folder}-imports-only-what-is-below`,
  severity: 'error',
  from: { path: `^packages/vm/src/${folder}/` },
  to: {
    path: machineFolders.slice(index + 1).map((above) => `^packages/vm/src/${above}/`),
    dependencyTypesNot: ['type-only'],
  },
}))

module.exports = {
  forbidden: [
    ...betweenPackages,
    ...insideMachine.filter((rule) => rule.to.path.length > 0),
    {
      name: 'vm-eval-imports-no-modules',
      severity: 'error',
      from: { path: '^packages/vm/src/eval/' },
      to: { path: '^packages/vm/src/modules/', dependencyTypesNot: ['type-only'] },
    },
    {
      // A grammar is recursive, and so are its functions: the parser alone may go round.
      name: 'no-cycles-of-values',
      severity: 'error',
      from: { path: '^packages/', pathNot: '^packages/parser/src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['dist/', '/test/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['@pellucid/source', 'import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
}
