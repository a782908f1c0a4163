// Other programs, started on the main thread: only its event loop hears when they end.
import { spawn, type StdioOptions } from 'node:child_process'
import { constants } from 'node:os'
import type { ChildEnd, ChildSpecification } from 'pellucid/node'
import type { Answer } from './channel.ts'

/** The status of a child as wait(2) has it. */
function waitStatus(code: number | null, signal: NodeJS.Signals | null): number {
  return signal === null ? ((code ?? 0) & 0xff) << 8 : constants.signals[signal]
}

/** Start a program; `started` is told its number or the name of an error, `ended` its end. */
export function startChild(child: ChildSpecification, started: (answer: Answer) => void, ended: (end: ChildEnd) => void): void {
  const [argv0, ...args] = child.argv
  const before = child.umask === undefined ? undefined : process.umask(child.umask)
  try {
    const made = spawn(child.file, args, {
      argv0: argv0 ?? '',
      cwd: child.cwd,
      env: child.environment,
      detached: child.newSession,
      // A descriptor that is left out below 3 would be /dev/null.
      stdio: child.descriptors.map((fd) => fd ?? 'ignore') as StdioOptions,
      ...(child.uid !== undefined && { uid: child.uid }),
      ...(child.gid !== undefined && { gid: child.gid }),
    })
    made.on('spawn', () => started({ kind: 'child', made: made.pid as number }))
    made.on('error', (error: { code?: string }) => made.pid === undefined && started({ kind: 'child', made: error.code ?? 'EINVAL' }))
    made.on('exit', (code, signal) => made.pid !== undefined && ended({ pid: made.pid, status: waitStatus(code, signal) }))
  } catch (error) {
    started({ kind: 'child', made: (error as { code?: string }).code ?? 'EINVAL' })
  } finally {
    if (before !== undefined) process.umask(before)
  }
}
