// select: waiting for descriptors.
import { newInt, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { OSError } from '../../protocols/exceptions.ts'
import { epollType } from './epoll.ts'
import { newPoll } from './poll.ts'
import { select as selectFunction } from './select.ts'

const events = {
  IN: 1, PRI: 2, OUT: 4, ERR: 8, HUP: 16, RDNORM: 64, RDBAND: 128, WRNORM: 256, WRBAND: 512, MSG: 1024, RDHUP: 8192,
} as const

export const select = defineModule('select', () => ({
  doc: 'Waiting until descriptors can be used.',
  functions: [selectFunction, fn('poll()', 'Make an object that waits for descriptors.', newPoll)],
  types: [epollType],
  constants: (): Record<string, Value> => ({
    ...Object.fromEntries(Object.entries(events).flatMap(([name, bit]) => [[`POLL${name}`, newInt(bit)], [`EPOLL${name}`, newInt(bit)]])),
    POLLNVAL: newInt(32), EPOLLET: newInt(2 ** 31), EPOLLONESHOT: newInt(2 ** 30), EPOLLEXCLUSIVE: newInt(2 ** 28), EPOLL_CLOEXEC: newInt(0o2000000),
    PIPE_BUF: newInt(4096), error: OSError,
  }),
}))
