// _tracemalloc: allocations are JavaScript's and are not traced.
import { newList, newTuple } from '../data/sequences.ts'
import { newInt, None } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { RuntimeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'

export const _tracemalloc = defineModule('_tracemalloc', () => ({
  doc: 'Where memory was allocated, of which nobody keeps books.',
  functions: [
    fn('is_tracing()', 'Tell whether allocations are traced.', () => false),
    fn('clear_traces()', 'Forget all traces.', () => None),
    fn('_get_traces()', 'List the traces.', () => newList([])),
    fn('_get_object_traceback(obj: object, /)', 'Answer where an object was allocated.', () => None),
    fn('start(nframe: cint = 1, /)', 'Trace allocations.', () => raise(RuntimeError, 'allocations cannot be traced here')),
    fn('stop()', 'Trace no more.', () => None),
    fn('get_traceback_limit()', 'Answer how many frames a trace keeps.', () => newInt(1)),
    fn('get_tracemalloc_memory()', 'Answer the memory that traces need.', () => newInt(0)),
    fn('get_traced_memory()', 'Answer the traced memory, now and at its peak.', () => newTuple([newInt(0), newInt(0)])),
    fn('reset_peak()', 'Forget the peak.', () => None),
  ],
}))
