// When V8's optimising compiler is held back, and when it is let in.
import { expect, it } from 'vitest'
import { Optimiser } from '../src/node/optimiser.ts'

function recorded(time?: () => number): { optimiser: Optimiser; flags: string[] } {
  const flags: string[] = []
  return { optimiser: new Optimiser((flag) => void flags.push(flag), time), flags }
}

function turns(optimiser: Optimiser, count: number): void {
  for (let i = 0; i < count; i++) optimiser.turn()
}

it('is held while something is imported, and until the program computes', () => {
  const { optimiser, flags } = recorded()
  expect(optimiser.importing(() => optimiser.importing(() => 7))).toBe(7)
  optimiser.turn()
  expect(flags).toEqual(['--no-opt'])
  turns(optimiser, 3)
  expect(flags).toEqual(['--no-opt', '--opt'])
})

it('is let into an import that computes, or compiles a large source', () => {
  const { optimiser, flags } = recorded()
  optimiser.importing(() => {
    turns(optimiser, 4)
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
  turns(optimiser, 3)
  expect(flags).toEqual(['--no-opt', '--opt'])
})

it('waits while modules import modules, and is held again by one after a module that computes', () => {
  const { optimiser, flags } = recorded()
  optimiser.importing(() => {
    for (let i = 0; i < 5; i++) {
      turns(optimiser, 3)
      optimiser.importing(() => turns(optimiser, 3))
    }
    expect(flags).toEqual(['--no-opt'])
    turns(optimiser, 5)
    expect(flags).toEqual(['--no-opt', '--opt'])
    optimiser.importing(() => {})
    expect(flags).toEqual(['--no-opt', '--opt', '--no-opt'])
  })
})

it('is let in where imports take long, all together', () => {
  let now = 5_000
  const { optimiser, flags } = recorded(() => now)
  const long = (): void => optimiser.importing(() => void (now += 900))
  long()
  now += 10_000
  long()
  long()
  expect(flags).toEqual(['--no-opt'])
  long()
  expect(flags).toEqual(['--no-opt', '--opt'])
})

it('is let in at the first turn of a program whose calls are few and long', () => {
  let now = 0
  const { optimiser, flags } = recorded(() => now)
  optimiser.importing(() => void (now += 50))
  now += 500
  optimiser.turn()
  expect(flags).toEqual(['--no-opt', '--opt'])
})
