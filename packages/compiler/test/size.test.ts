// What is long rather than deep compiles, as in CPython, in time that grows with its length.
import { factories, fixMissingLocations, type Module, type expr } from '@pellucid/ast'
import { expect, test } from 'vitest'
import { compileTree } from '../src/index.ts'

const place = [1, 0, 1, 1] as const
const name = (id: string) => factories.Name(id, factories.Load, ...place)
const statement = (value: expr): Module => fixMissingLocations(factories.Module([factories.Expr(value, ...place)], []))

test('a comprehension may have any number of clauses', () => {
  const clause = () => factories.comprehension(factories.Name('x', factories.Store, ...place), name('y'), [], 0)
  const tree = statement(factories.ListComp(name('x'), Array.from({ length: 9000 }, clause), ...place))
  // FOR_ITER for each clause lies on the stack, with the list and the saved variable.
  expect(compileTree(tree, 'x.py').stacksize).toBeGreaterThan(9000)
})

test('the first repeated keyword is refused where it stands again', () => {
  const keyword = (arg: string, column: number) => factories.keyword(arg, name('v'), 1, column, 1, column + 3)
  const keywords = ['a', 'b', 'c', 'b', 'a', 'a'].map((arg, index) => keyword(arg, index * 4))
  expect(() => compileTree(statement(factories.Call(name('f'), [], keywords, ...place)), 'x.py'))
    .toThrow(expect.objectContaining({ msg: 'keyword argument repeated: a', offset: 17, endOffset: 20 }))
})

test('as many lambdas of one line as one likes', () => {
  const count = 30_000
  const lambda = (_: unknown, at: number) =>
    factories.Lambda(factories.arguments([], [], null, [], [], null, []), factories.Constant(0, null, 1, at * 8, 1, at * 8 + 1), 1, at * 8, 1, at * 8 + 7)
  const code = compileTree(statement(factories.List(Array.from({ length: count }, lambda), factories.Load, ...place)), 'x.py')
  expect(code.consts.length).toBeGreaterThan(count)
}, 30_000)
