// posix_spawn, posix_spawnp: a child with its descriptors arranged beforehand. There is no process here that its file
// actions could run in: they are done to the list of descriptors that the child will get.
import { PyList, PyTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { newInt, None, type Value } from '../../data/values.ts'
import { fn, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { HostError } from '../../ports/host.ts'
import { callMethod } from '../../protocols/call.ts'
import { NotImplementedError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { index } from '../../protocols/index-number.ts'
import { toArray } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { signalSet } from '../_signal/masks.ts'
import { onHost } from '../host-error.ts'
import { pathOf } from '../path-argument.ts'
import { childText, inheritedDescriptors, spawnChild } from './children.ts'

const EBADF = 9
const SpawnAction = { OPEN: 0, CLOSE: 1, DUP2: 2 } as const

interface Descriptors {
  /** The child's, by number: which of ours each is. */
  readonly map: Map<number, number>
  /** Ours, opened for the child alone. */
  readonly opened: number[]
}

const intOf = (value: Value | undefined, py: Thread): number => Number(index(value ?? None, py))

function checkLength(items: readonly Value[], length: number, what: string): void {
  if (items.length !== length) raise(PyTypeError, `A ${what} file_action tuple must have ${length} elements`)
}

/** One file action. */
function act(action: Value, { map, opened }: Descriptors, py: Thread): void {
  if (!(action instanceof PyTuple) || action.items.length === 0) return raise(PyTypeError, 'Each file_actions element must be a non-empty tuple')
  const { items } = action
  switch (intOf(items[0], py)) {
    case SpawnAction.OPEN: {
      checkLength(items, 5, 'open')
      const [fd, path, flags, mode] = [intOf(items[1], py), pathOf(items[2] as Value, py, 'path', true), intOf(items[3], py), intOf(items[4], py)]
      const file = py.interpreter.host.files.open(path, flags, mode)
      opened.push(file)
      map.set(fd, file)
      return
    }
    case SpawnAction.CLOSE:
      checkLength(items, 2, 'close')
      map.delete(intOf(items[1], py))
      return
    case SpawnAction.DUP2: {
      checkLength(items, 3, 'dup2')
      const [from, to] = [intOf(items[1], py), intOf(items[2], py)]
      // A descriptor that is not inherited is still open where the actions are done.
      const file = map.get(from) ?? (isOpen(from, py) ? from : undefined)
      if (file === undefined) throw new HostError(EBADF, 'Bad file descriptor')
      map.set(to, file)
      return
    }
    default:
      raise(PyTypeError, 'Unknown file_actions identifier')
  }
}

function isOpen(fd: number, py: Thread): boolean {
  try {
    py.interpreter.host.files.fstat(fd)
    return true
  } catch (caught) {
    if (caught instanceof HostError) return false
    throw caught
  }
}

export function environmentOf(value: Value, title: string, py: Thread): Readonly<Record<string, string>> {
  if (value === None) return py.interpreter.host.environment
  if (typeOf(value).slots.getitem === undefined) raise(PyTypeError, `${title}: environment must be a mapping object or None`)
  const made: Record<string, string> = {}
  const values = toArray(callMethod(value, 'values', [], py), py)
  toArray(callMethod(value, 'keys', [], py), py).forEach((key, at) => {
    const name = childText(key, 'env', py)
    if (name === '' || name.includes('=')) raise(ValueError, 'illegal environment variable name')
    made[name] = childText(values[at] ?? None, 'env', py)
  })
  return made
}

function argvOf(value: Value, title: string, py: Thread): string[] {
  if (!(value instanceof PyList || value instanceof PyTuple)) return raise(PyTypeError, `${title}: argv must be a tuple or list`)
  if (value.items.length === 0) raise(ValueError, `${title}: argv must not be empty`)
  const argv = value.items.map((item) => childText(item as Value, 'argv', py))
  if (argv[0] === '') raise(ValueError, `${title}: argv first element cannot be empty`)
  return argv
}

/** Where a program of that name may be. */
export function programsOf(name: string, search: boolean, environment: Readonly<Record<string, string>>): string[] {
  if (!search || name.includes('/')) return [name]
  return (environment['PATH'] ?? '/bin:/usr/bin').split(':').map((folder) => `${folder === '' ? '.' : folder}/${name}`)
}

function actionsOf(value: Value, py: Thread): readonly Value[] {
  if (value === None) return []
  return typeOf(value).slots.iter === undefined ? raise(PyTypeError, 'file_actions must be a sequence or None') : toArray(value, py)
}

/** What Node's children cannot be given. */
function refuse(what: string): never {
  return raise(NotImplementedError, `${what} cannot be set here`)
}

function spawning(title: 'posix_spawn' | 'posix_spawnp'): BuiltinDefinition {
  return fn(
    `${title}(path: object, argv: object, env: object, /, *, file_actions: object = (), setpgroup: object = <unrepresentable>, resetids: bool = False, setsid: bool = False, setsigmask: object = (), setsigdef: object = (), scheduler: object = <unrepresentable>)`,
    'Start a program; answer its process number.',
    (path, argv, env, actions, group, _resetids, setsid, mask, defaults, scheduler, py) => {
      const program = childText(path, `${title}: path`, py, false)
      const { host } = py.interpreter
      const args = argvOf(argv, title, py)
      const environment = environmentOf(env, title, py)
      const descriptors: Descriptors = { map: inheritedDescriptors(0, py), opened: [] }
      const leader = group === undefined ? undefined : intOf(group, py)
      if (leader !== undefined && leader !== 0 && leader !== host.pid) refuse('a process group of others')
      if (signalSet(mask, py).length > 0) refuse('a signal mask')
      // A child begins with every signal's default.
      signalSet(defaults, py)
      if (scheduler !== undefined && scheduler !== None) refuse('a scheduler')
      try {
        const pid = onHost(py, () => {
          for (const action of actionsOf(actions, py)) act(action, descriptors, py)
          return spawnChild({
            programs: programsOf(program, title === 'posix_spawnp', host.environment), argv: args, environment, cwd: undefined,
            descriptors: descriptors.map, newSession: setsid || leader === 0,
          }, py)
        }, path)
        return newInt(pid)
      } finally {
        for (const fd of descriptors.opened) host.files.close(fd)
      }
    },
  )
}

export const spawnFunctions: BuiltinDefinition[] = [spawning('posix_spawn'), spawning('posix_spawnp')]
