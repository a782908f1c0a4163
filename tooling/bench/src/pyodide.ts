// Times a program inside pyodide, in this process.
import { readFileSync } from 'node:fs'
import { askPyodide } from '@pellucid/oracle'

/** The best of five runs, in seconds. */
export async function timeInPyodide(path: string): Promise<number> {
  const source = `${readFileSync(path, 'utf8')}
import time
best = float("inf")
for _ in range(5):
    start = time.perf_counter()
    run()
    best = min(best, time.perf_counter() - start)
print(best)
`
  const [answer] = await askPyodide([{ stage: 'evaluate', source }])
  return Number(answer?.text)
}
