// Policies at work: Python programs with threads, run by the whole interpreter.
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { Interpreter } from '../../pellucid/src/index.ts'
import { findLibrary, readArchive } from '../../stdlib/src/node.ts'
import { newScheduler, roundRobin, scripted, seeded, type Policy, type RecordedScheduler } from '../src/index.ts'

vi.setConfig({ testTimeout: 60_000 })

const library = readArchive(findLibrary().path)

// The first start makes the image that the others start from: its instructions are counted otherwise.
beforeAll(() => void new Interpreter({ library, hashSeed: 0 }))

/** What a program leaves in `answer`, and who ran. */
function run(program: string, policy: Policy): { answer: unknown; scheduler: RecordedScheduler } {
  const scheduler = newScheduler(policy)
  const python = new Interpreter({ library, hashSeed: 0, scheduler })
  python.run(program)
  return { answer: python.get('answer'), scheduler }
}

const counting = (statement: string): string => `
import threading
lock = threading.Lock()
count = 0
def one_more():
    global count
    seen = count
    for _ in range(3): pass
    count = seen + 1
def work():
    for _ in range(50):
        ${statement}
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
answer = count
`

describe('a program with threads', () => {
  test('loses updates without a lock, and always the same ones under one seed', () => {
    const first = run(counting('one_more()'), seeded(7, 3))
    expect(first.answer).toBeLessThan(200)
    const again = run(counting('one_more()'), seeded(7, 3))
    expect([again.answer, again.scheduler.timeline.choices]).toEqual([first.answer, first.scheduler.timeline.choices])
    expect(first.scheduler.timeline.shares.size).toBe(5)
  })

  test.each([roundRobin(1), roundRobin(), ...Array.from({ length: 10 }, (_, seed) => seeded(seed, 3))])('loses none with one: $name', (policy) => {
    expect(run(counting('with lock: one_more()'), policy).answer).toBe(200)
  })

  test('is replayed from its timeline', () => {
    const first = run(counting('one_more()'), seeded(3, 3))
    const { choices } = first.scheduler.timeline
    expect(run(counting('one_more()'), scripted(choices, 3)).answer).toBe(first.answer)
  })

  test('hands items over, whoever has a turn when', () => {
    const program = `
import queue, threading
items = queue.Queue(2)
answer = []
def consume():
    while (item := items.get()) is not None: answer.append(item)
    items.put(None)
threads = [threading.Thread(target=consume) for _ in range(3)]
for thread in threads: thread.start()
for item in range(30): items.put(item)
items.put(None)
for thread in threads: thread.join()
answer.sort()
`
    const all = Array.from({ length: 30 }, (_, item) => item)
    for (let seed = 0; seed < 10; seed++) expect(run(program, seeded(seed, 1 + (seed % 4))).answer).toEqual(all)
  })

  test('that cannot go on says so', () => {
    const program = `
import threading
one, two = threading.Lock(), threading.Lock()
def cross(first, second, met):
    with first:
        met.wait()
        with second: pass
met = threading.Barrier(2)
threads = [threading.Thread(target=cross, args=pair) for pair in ((one, two, met), (two, one, met))]
for thread in threads: thread.start()
try:
    for thread in threads: thread.join()
except RuntimeError as error:
    answer = str(error)
`
    expect(run(program, roundRobin(10)).answer).toBe('deadlock: every thread waits for another')
  })

  test('waits inside native calls on top of the others', () => {
    const program = `
import threading, time
gate = threading.Event()
def slow(i):
    gate.wait()
    return i * i
answer = []
threads = [threading.Thread(target=lambda: answer.append(sum(map(slow, range(4))))) for _ in range(3)]
for thread in threads: thread.start()
gate.set()
for thread in threads: thread.join()
`
    expect(run(program, seeded(1, 20)).answer).toEqual([14, 14, 14])
  })

  test('sees another thread change what it looks at, without waiting', () => {
    const program = `
import threading
answer = False
def later():
    global answer
    answer = True
threading.Thread(target=later).start()
while not answer: pass
`
    expect(run(program, roundRobin()).answer).toBe(true)
  })
})
