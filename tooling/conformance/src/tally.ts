// Counts, stage by stage, and the first differences of each.
import { readExpectations } from './expectations.ts'

const shownEach = 5

/** How many agreed. */
export class Tally {
  readonly counts = new Map<string, { agreed: number; total: number }>()
  /** Lines for the user: what differs, and what unexpectedly agrees. */
  readonly complaints: string[] = []
  private readonly expected = readExpectations()
  private readonly shown = new Map<string, number>()
  private failures = 0

  /** Records one comparison; `detail` tells the difference, undefined when there is none. */
  record(stage: string, name: string, detail: string | undefined): void {
    const count = this.counts.get(stage) ?? { agreed: 0, total: 0 }
    this.counts.set(stage, count)
    count.total++
    const reason = this.expected.get(`${stage} ${name}`)
    if (detail === undefined) {
      count.agreed++
      if (reason !== undefined) this.complain(stage, `${stage} ${name}: agrees now; take it off expectations/front.txt`)
    } else if (reason === undefined) this.complain(stage, `${stage} ${name}: ${detail}`)
  }

  private complain(stage: string, text: string): void {
    this.failures++
    const shown = this.shown.get(stage) ?? 0
    this.shown.set(stage, shown + 1)
    if (shown < shownEach) this.complaints.push(text)
  }

  get failed(): number {
    return this.failures
  }

  /** `tokens 1721/1721`, one line a stage. */
  lines(): string[] {
    return [...this.counts].map(([stage, { agreed, total }]) => `${stage} ${agreed}/${total}`)
  }
}
