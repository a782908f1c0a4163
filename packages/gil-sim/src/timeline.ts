// Who ran when: one entry for each stretch of turns that a thread had without a switch.
import type { SwitchReason } from './scheduler.ts'

/** A thread's time between two switches. */
export interface Stretch {
  /** `threading.get_ident()` of the thread. */
  readonly thread: number
  /** Number of the turn with which it begins. */
  readonly start: number
  /** Turns it lasted. */
  readonly turns: number
  /** Why it ended; undefined while it lasts. */
  readonly ended: SwitchReason | undefined
}

interface OpenStretch {
  thread: number
  start: number
  turns: number
  ended: SwitchReason | undefined
}

/** The record of a scheduler's decisions. */
export class Timeline {
  readonly #stretches: OpenStretch[] = []
  /** The thread chosen at each turn: what `scripted` replays. */
  readonly #choices: number[] = []

  /** Note a decision. */
  record(from: number, to: number, reason: SwitchReason): void {
    let last = this.#stretches.at(-1)
    if (last === undefined) this.#stretches.push((last = { thread: from, start: 0, turns: 0, ended: undefined }))
    last.turns++
    this.#choices.push(to)
    if (to === from) return
    last.ended = reason
    this.#stretches.push({ thread: to, start: this.#choices.length, turns: 0, ended: undefined })
  }

  get stretches(): readonly Stretch[] {
    return this.#stretches
  }

  /** Threads by turn, to be replayed. */
  get choices(): readonly number[] {
    return this.#choices
  }

  get switches(): number {
    return Math.max(0, this.#stretches.length - 1)
  }

  /** Turns of each thread. */
  get shares(): ReadonlyMap<number, number> {
    const shares = new Map<number, number>()
    for (const { thread, turns } of this.#stretches) shares.set(thread, (shares.get(thread) ?? 0) + turns)
    return shares
  }

  /**
   * One line a thread, one column a turn: `█` runs, `▌` runs and then waits, `·` does not run.
   *
   * @example
   * const timeline = new Timeline()
   * timeline.record(1, 1, 'interval')
   * timeline.record(1, 2, 'interval')
   * timeline.record(2, 1, 'waiting')
   * timeline.render()
   * // 1 ██·
   * // 2 ··▌
   */
  render(): string {
    const threads = [...this.shares.keys()]
    const width = Math.max(0, ...threads.map((thread) => String(thread).length))
    const lines = threads.map((thread) => {
      const row = this.#stretches.map((stretch) => {
        if (stretch.thread !== thread) return '·'.repeat(stretch.turns)
        return stretch.ended === 'waiting' ? '█'.repeat(stretch.turns - 1) + '▌' : '█'.repeat(stretch.turns)
      })
      return `${String(thread).padStart(width)} ${row.join('')}`
    })
    return lines.join('\n')
  }
}
