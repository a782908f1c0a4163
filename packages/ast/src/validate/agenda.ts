// Work in the order of a recursive descent, without the recursion: what a task adds runs right after
// it, in the order added, before anything that was already waiting.

interface Task {
  readonly run: () => void
  readonly depth: number
}

export class Agenda {
  readonly #waiting: Task[] = []
  #added: Task[] = []
  #depth = 0

  /** How many tasks led to the one that runs now. */
  get depth(): number {
    return this.#depth
  }

  later(run: () => void): void {
    this.#added.push({ run, depth: this.#depth + 1 })
  }

  run(): void {
    this.#accept()
    for (let task = this.#waiting.pop(); task !== undefined; task = this.#waiting.pop()) {
      this.#depth = task.depth
      task.run()
      this.#accept()
    }
  }

  #accept(): void {
    const added = this.#added
    for (let index = added.length - 1; index >= 0; index--) this.#waiting.push(added[index] as Task)
    if (added.length > 0) this.#added = []
  }
}
