// `ast.parse` with every combination of mode, optimisation, feature version and type comments.
import { dump, type mod } from '@pellucid/ast'
import { foldTree } from '@pellucid/compiler'
import { parse } from '@pellucid/parser'
import { characterByName } from '@pellucid/primitives/unicode-names'
import { answerOf } from './answer.ts'
import type { HelperCase } from './case.ts'
import { snippets } from './snippets.ts'

type Mode = 'exec' | 'eval' | 'single' | 'func_type'

/** Syntax that came with a version, one form each. */
const versioned = [
  'f"{x}"', 'x: int', '1_000', 'async def f(): pass', 'async def f():\n [x async for x in y]', 'async def f():\n [await x for x in y]', 'a @ b', 'a @= b',
  'x: int = 1', '(x := 1)', 'def f(a, /): pass', 'lambda a, /: 0', 'f"{x=}"', '@a[0]\ndef f(): pass', '@(yield)\ndef f(): pass',
  'with (a as b): pass', 'with (a as b, c as d): pass', 'match a:\n case b: pass', 'try: a\nexcept* b: c', 'type X = int',
  'def f[T](): pass', 'class C[T]: pass', 'def f[T=int](): pass', 'def f[*T](): pass', 'def f[**P](): pass', 'x[*a]', 'def f(*a: *b): pass',
  'return *a, b', 'for x in *a, b: pass', 'def f():\n yield *a, b', 'x: tuple = *a, b', '{**a}', '[*a]', 'f(*a, *b)', 'f(**a, **b)',
  'def f(*, a): pass', 'nonlocal x', 'async with a: pass', 'async for a in b: pass', 'await x', 'async = 1', 'await = 1', 'print x', 'exec "x"',
  'def f(): return (await x)', 'async def f():\n async for x in y: pass\n async with a: pass', 'def f():\n  try: pass\n  finally: continue', '`a`', 'a <> b', '0777', 'ur"x"',
  'x = 1 # type: int', 'with a: # type: int\n  pass', 'def f(a, # type: int\n  b): # type: (...) -> int\n  pass', 'x = 1 # type: ignore[a]', 'def f():\n  # type: () -> int\n  pass',
  '(int, str) -> x', '() -> None', '(*a, **b) -> c', '(*int) -> x', 'int -> str', '(a, b)', '(a,) -> b\n\n', '(**a, *b) -> c', '(a) -> b, c', '(a) -> *b',
  'a, b', 'a;', 'a\n\n', ' a', 'x = 1', 'pass', 'if a: b\n', 'if a: b', 'if a:\n b\n\n', 'a\nb', '@', 'class C: pass\n', '(a)\n# c\n',
]
const modes: readonly Mode[] = ['exec', 'eval', 'single', 'func_type']

interface Variant {
  readonly mode?: Mode
  readonly optimize?: number
  readonly feature_version?: readonly [number, number]
  readonly type_comments?: boolean
}

const optimised: readonly Variant[] = [-1, 0, 1, 2].flatMap((optimize) => [{ optimize }, { optimize, type_comments: true }])
const byVersion: readonly Variant[] = [
  ...modes.map((mode) => ({ mode })),
  ...Array.from({ length: 16 }, (_, minor): Variant => ({ feature_version: [3, minor] })),
  ...Array.from({ length: 14 }, (_, minor): Variant => ({ feature_version: [3, minor], type_comments: true })),
  ...modes.flatMap((mode) => [0, 1].map((optimize): Variant => ({ mode, optimize }))),
]

/** As `ast.parse` does. A level of 0 or less leaves the tree as it was written. */
function treeOf(source: string, { mode = 'exec', optimize = -1, feature_version, type_comments = false }: Variant): mod {
  const tree: mod = parse(source, {
    mode, typeComments: type_comments, characterNames: characterByName, onlyAst: true, filename: '<string>',
    ...(feature_version && { featureVersion: feature_version[1] }),
  })
  if (optimize > 0) foldTree(tree, { optimize, futureFlags: 0 })
  return tree
}

const describe = (variant: Variant, source: string) => `${JSON.stringify(variant)} ${JSON.stringify(source)}`

/** Every snippet at every level, every versioned form under every version and mode. */
export function parseCases(): HelperCase[] {
  const ask = (source: string, variants: readonly Variant[]): HelperCase => ({
    label: 'ast.parse', names: variants.map((variant) => describe(variant, source)), request: { stage: 'parsed', source, variants },
    ours: () => variants.map((variant) => answerOf(() => dump(treeOf(source, variant), { includeAttributes: true }))),
  })
  return [...snippets.map((source) => ask(source, [...optimised, ...byVersion])), ...versioned.map((source) => ask(source, byVersion))]
}
