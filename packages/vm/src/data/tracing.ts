// What one thread's frames tell while they run: the functions of sys.settrace and sys.setprofile.
import type { Value } from './values.ts'

/** What is being told; `f_lineno` may be assigned during some of it. */
export type TraceEvent =
  | 'start' | 'resume' | 'throw' | 'line' | 'jump' | 'opcode' | 'return' | 'yield' | 'unwind' | 'raise' | 'call' | 'called'

export class Tracing {
  trace: Value | undefined = undefined
  profile: Value | undefined = undefined
  /** Running inside one of them: what runs now is told to nobody. */
  inside = 0
  event: TraceEvent | undefined = undefined
  get wanted(): boolean {
    return this.trace !== undefined || this.profile !== undefined
  }
}
