// V8's optimising compiler, held back while an interpreter starts. Start-up runs most of its code once; what it runs
// often enough to be compiled is the evaluation loop, whose compilation outlasts a short program: the process would
// wait for it at its end.
import { setFlagsFromString } from 'node:v8'

/** Run `body` without the optimising compiler; afterwards it works as before. */
export function withoutOptimiser<T>(body: () => T): T {
  setFlagsFromString('--no-opt')
  try {
    return body()
  } finally {
    setFlagsFromString('--opt')
  }
}
