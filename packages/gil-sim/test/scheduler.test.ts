import { describe, expect, test } from 'vitest'
import { newScheduler, roundRobin, scripted, seeded, Timeline, type Identified, type Policy } from '../src/index.ts'

const threads = (count: number): Identified[] => Array.from({ length: count }, (_, i) => ({ ident: i + 1 }))

function run(policy: Policy, count: number, turns: number): { order: number[]; timeline: Timeline } {
  const all = threads(count)
  const scheduler = newScheduler(policy)
  let current = all[0] as Identified
  const order: number[] = []
  for (let i = 0; i < turns; i++) {
    current = scheduler.choose(current, all)
    order.push(current.ident)
  }
  return { order, timeline: scheduler.timeline }
}

describe('round robin', () => {
  test('gives everybody a turn, in order', () => {
    expect(run(roundRobin(1), 3, 7).order).toEqual([2, 3, 1, 2, 3, 1, 2])
  })
  test('stays with the only thread', () => {
    expect(run(roundRobin(), 1, 3).order).toEqual([1, 1, 1])
  })
  test('goes on with the neighbour of a thread that waits', () => {
    const [one, two, three] = threads(3) as [Identified, Identified, Identified]
    const scheduler = newScheduler(roundRobin(1))
    expect(scheduler.choose(one, [one, two, three])).toBe(two)
    expect(scheduler.choose(two, [one, three])).toBe(three)
    expect(scheduler.choose(three, [one, three])).toBe(one)
  })
})

test('round robin starves nobody where all but the last wait again and again', () => {
  const all = threads(5)
  const scheduler = newScheduler(roundRobin(1))
  const last = all[4] as Identified
  let current = all[0] as Identified
  let had = 0
  for (let i = 0; i < 100; i++) {
    // Whoever has just run waits; all the others can go on.
    current = scheduler.choose(current, all.filter((thread) => thread !== current))
    if (current === last) had++
  }
  expect(had).toBe(20)
})

describe('seeded', () => {
  test('repeats itself', () => {
    expect(run(seeded(7), 4, 100).order).toEqual(run(seeded(7), 4, 100).order)
    expect(run(seeded(7), 4, 100).order).not.toEqual(run(seeded(8), 4, 100).order)
  })
  test('lets nobody starve', () => {
    const { shares } = run(seeded(1), 4, 4000).timeline
    for (const turns of shares.values()) expect(turns).toBeGreaterThan(800)
  })
})

describe('scripted', () => {
  test('replays a timeline', () => {
    const first = run(seeded(3), 3, 50)
    expect(run(scripted(first.timeline.choices, 50), 3, 50).order).toEqual(first.order)
  })
  test('does not follow a script that names a thread which cannot run', () => {
    expect(run(scripted([2, 9], 10), 2, 4).order).toEqual([2, 2, 2, 2])
  })
})

describe('timeline', () => {
  test('draws stretches and tells why they ended', () => {
    const timeline = new Timeline()
    timeline.record(1, 1, 'interval')
    timeline.record(1, 2, 'interval')
    timeline.record(2, 2, 'interval')
    timeline.record(2, 1, 'waiting')
    timeline.record(1, 1, 'interval')
    expect(timeline.render()).toBe('1 ██··█\n2 ··█▌·')
    expect(timeline.switches).toBe(2)
    expect(timeline.stretches).toEqual([
      { thread: 1, start: 0, turns: 2, ended: 'interval' },
      { thread: 2, start: 2, turns: 2, ended: 'waiting' },
      { thread: 1, start: 4, turns: 1, ended: undefined },
    ])
  })
  test('is empty before the first turn', () => {
    expect(new Timeline().render()).toBe('')
    expect(new Timeline().switches).toBe(0)
  })
})
