// The command: on the main thread it starts the worker that obeys, unless it only looks at a program.
import { isMainThread } from 'node:worker_threads'
import { inspects, supervise } from './supervisor.ts'

const args = process.argv.slice(2)

if (isMainThread && !inspects(args)) supervise(new URL(import.meta.url))
else {
  // A reader that goes away (`pellucid dis x.py | head`) is no mistake of ours.
  if (isMainThread) process.stdout.on('error', (error: { code?: string }) => error.code === 'EPIPE' && process.exit(0))
  void import('./command.ts').then(({ look, obey }) => (inspects(args) ? look : obey)(args))
}
