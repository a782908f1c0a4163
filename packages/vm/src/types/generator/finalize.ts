// What happens to a generator, coroutine or async generator that nobody can resume any more.
import { PyAsyncGenerator, PyCoroutine, type PyGenerator } from '../../data/frame.ts'
import { asStr, narrowStr, type Value } from '../../data/values.ts'
import { call } from '../../protocols/call.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { RuntimeWarning } from '../../protocols/exceptions.ts'
import { importModule } from '../../protocols/import-module.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'
import { closeGenerator } from './drive.ts'

/** `warnings` tells of a coroutine, with the place that made it where that is known. */
function warnUnawaited(self: PyCoroutine, py: Thread): void {
  const { ending, modules } = py.interpreter
  const warnings = ending === undefined ? importModule('warnings', py) : ending === 'finalizers' ? modules.getStr('warnings') : undefined
  const told = warnings === undefined ? undefined : getAttrOrUndefined(warnings, narrowStr('_warn_unawaited_coroutine'), py)
  if (told === undefined) warn(py, RuntimeWarning, `coroutine '${String(asStr(self.qualname) ?? '?')}' was never awaited`)
  else call(told, [self], py)
}

export function finalizeGenerator(self: PyGenerator, py: Thread): void {
  if (self.state === 'finished' || self.state === 'running') return
  // An event loop closes its async generators itself.
  if (self instanceof PyAsyncGenerator && self.finalizer !== undefined && !self.closed) call(self.finalizer as Value, [self], py)
  else if (self instanceof PyCoroutine && self.state === 'created') warnUnawaited(self, py)
  else closeGenerator(self, py)
}
