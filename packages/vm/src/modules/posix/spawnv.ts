// spawnv and its kin, which os makes of fork and exec where a process can fork itself: a child whose descriptors are
// those that are inheritable, and which has ended with status 127 when it could not become the program.
import { PyList, PyTuple } from '../../data/sequences.ts'
import { newInt, type Value } from '../../data/values.ts'
import { fn, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { HostError } from '../../ports/host.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'
import { childText, failedChild, inheritedDescriptors, spawnChild, waitForChild } from './children.ts'
import { environmentOf, programsOf } from './spawn.ts'

const P_WAIT = 0
const P_NOWAIT = 1
const NOT_RUN = 127

export const spawnModes: Readonly<Record<string, Value>> = { P_WAIT: newInt(P_WAIT), P_NOWAIT: newInt(P_NOWAIT), P_NOWAITO: newInt(P_NOWAIT) }

function start(file: Value, args: Value, env: Value | undefined, search: boolean, py: Thread): number {
  if (!(args instanceof PyTuple || args instanceof PyList)) return raise(PyTypeError, 'argv must be a tuple or a list')
  if (args.items.length === 0 || !truth(args.items[0] as Value, py)) raise(ValueError, 'argv first element cannot be empty')
  const argv = args.items.map((item) => childText(item as Value, 'argv', py))
  const environment = env === undefined ? py.interpreter.host.environment : environmentOf(env, 'spawnve', py)
  const programs = programsOf(childText(file, 'file', py), search, environment)
  try {
    return spawnChild({ programs, argv, environment, cwd: undefined, descriptors: inheritedDescriptors(0, py), newSession: false }, py)
  } catch (caught) {
    if (!(caught instanceof HostError)) throw caught
    return failedChild(NOT_RUN, py)
  }
}

function outcome(mode: number, pid: number, py: Thread): Value {
  if (mode !== P_WAIT) return newInt(pid)
  const { status } = waitForChild(pid, 0, py)
  const signal = status & 0x7f
  return newInt(signal === 0 ? status >> 8 : -signal)
}

const spawning = (name: 'spawnv' | 'spawnvp'): BuiltinDefinition =>
  fn(`${name}(mode: cint, file: object, args: object)`, 'Run a program; answer its status, or its process number.', (mode, file, args, py) =>
    outcome(mode, start(file, args, undefined, name === 'spawnvp', py), py))

const spawningWithEnvironment = (name: 'spawnve' | 'spawnvpe'): BuiltinDefinition =>
  fn(`${name}(mode: cint, file: object, args: object, env: object)`, 'Run a program in an environment; answer its status, or its process number.', (mode, file, args, env, py) =>
    outcome(mode, start(file, args, env, name === 'spawnvpe', py), py))

export const spawnvFunctions: BuiltinDefinition[] = [
  spawning('spawnv'), spawning('spawnvp'), spawningWithEnvironment('spawnve'), spawningWithEnvironment('spawnvpe'),
]
