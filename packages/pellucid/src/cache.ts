// The user's cache folder, for a process that has yet to load the machine.
export { cacheFolder } from './node/cache.ts'
export { recallRun } from './node/short-runs.ts'
export type { KnownRun, RunLength } from './node/short-runs.ts'
