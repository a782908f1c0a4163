// Children: what Python asks for, as the thread that starts them needs it.
import fs from 'node:fs'
import { HostError, type ChildRequest, type Processes } from '@pellucid/vm'
import { EINVAL, errorNumber, type NodeFiles } from './files.ts'
import type { ChildEnd, ChildStarter } from './interrupts.ts'
import { Loan } from './lent-files.ts'

const ECHILD = 10
const ENOENT = 2
const ENOTDIR = 20

const fail = (errno: number): never => {
  throw new HostError(errno, 'child process')
}

/** A program's own errors: the next path is tried after these. */
const another = new Set([ENOENT, ENOTDIR])

/** Is it a program? The error number if not. */
function refusal(path: string): number | undefined {
  try {
    fs.accessSync(path, fs.constants.X_OK)
    return fs.statSync(path).isFile() ? undefined : 13
  } catch (error) {
    return errorNumber((error as { code: string }).code) ?? EINVAL
  }
}

/** This command itself is Node with arguments; elsewhere its file may not even be marked as a program. */
function commandOf(path: string, argv: readonly string[]): { file: string; argv: readonly string[] } {
  const own = process.argv[1]
  if (path !== own) return { file: path, argv }
  return { file: process.execPath, argv: [process.execPath, ...process.execArgv, own, ...argv.slice(1)] }
}

/** Children by way of `starter`, which get open files of `files`. */
export function nodeProcesses(starter: ChildStarter, files: NodeFiles): Processes {
  const { descriptors } = files
  const running = new Set<number>()
  const over: ChildEnd[] = []

  /** The first path that is a program. */
  function programOf({ programs }: ChildRequest, cwd: string): string {
    let errno = ENOENT
    for (const program of programs) {
      const path = program.startsWith('/') ? program : `${cwd}/${program}`
      const refused = program === process.argv[1] ? undefined : refusal(path)
      if (refused === undefined) return path
      if (!another.has(refused)) errno = refused
    }
    return fail(errno)
  }

  return {
    spawn(request) {
      const cwd = request.cwd ?? files.cwd()
      const { file, argv } = commandOf(programOf(request, cwd), request.argv)
      const loan = new Loan(descriptors)
      try {
        const lent: (number | undefined)[] = []
        for (const [number, ours] of request.descriptors) lent[number] = loan.lend(descriptors.get(ours))
        const { newSession, environment, uid, gid, umask } = request
        const made = starter.start({
          file, argv, environment, cwd, newSession, descriptors: [...lent],
          ...(uid !== undefined && { uid }), ...(gid !== undefined && { gid }), ...(umask !== undefined && { umask }),
        })
        if (typeof made === 'string') return fail(errorNumber(made) ?? EINVAL)
        running.add(made)
        return made
      } finally {
        loan.end()
      }
    },
    ended(pid) {
      over.push(...starter.ended())
      const at = over.findIndex((one) => pid === -1 || one.pid === pid)
      const found = over[at]
      if (found === undefined) return pid === -1 ? (running.size > 0 ? undefined : fail(ECHILD)) : running.has(pid) ? undefined : fail(ECHILD)
      over.splice(at, 1)
      running.delete(found.pid)
      return found
    },
  }
}
