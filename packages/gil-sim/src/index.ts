// Schedulers for the machine's threads: who runs next, and a record of who did.
export { DEFAULT_INTERVAL, roundRobin } from './policies/round-robin.ts'
export { scripted } from './policies/scripted.ts'
export { seeded } from './policies/seeded.ts'
export { newScheduler } from './scheduler.ts'
export type { Identified, Policy, RecordedScheduler, SwitchReason, Turn } from './scheduler.ts'
export { Timeline } from './timeline.ts'
export type { Stretch } from './timeline.ts'
