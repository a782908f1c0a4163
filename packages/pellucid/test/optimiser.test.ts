// When V8's optimising compiler is held back, and when it is let in.
import { expect, it } from 'vitest'
import { Optimiser } from '../src/node/optimiser.ts'

function recorded(): { optimiser: Optimiser; flags: string[] } {
  const flags: string[] = []
  return { optimiser: new Optimiser((flag) => void flags.push(flag)), flags }
}

it('is held while something is imported, and until the next turn', () => {
  const { optimiser, flags } = recorded()
  expect(optimiser.importing(() => optimiser.importing(() => 7))).toBe(7)
  optimiser.turn()
  optimiser.turn()
  expect(flags).toEqual(['--no-opt', '--opt'])
})

it('is let into an import that computes, or compiles a large source', () => {
  const { optimiser, flags } = recorded()
  optimiser.importing(() => {
    optimiser.turn()
    expect(flags).toEqual(['--no-opt'])
    optimiser.turn()
    expect(flags).toEqual(['--no-opt', '--opt'])
  })
  optimiser.importing(() => {
    optimiser.compiles(1_000)
    expect(flags).toEqual(['--no-opt', '--opt', '--no-opt'])
    optimiser.compiles(1_000_000)
  })
  expect(flags).toEqual(['--no-opt', '--opt', '--no-opt', '--opt'])
})

it('is let in after an import that fails', () => {
  const { optimiser, flags } = recorded()
  expect(() => optimiser.importing(() => { throw new Error('no module') })).toThrow('no module')
  optimiser.turn()
  expect(flags).toEqual(['--no-opt', '--opt'])
})
