// Checks a code object before a machine runs it: CPython would crash on what this refuses.
//
// Three passes: shape (fields against each other), operands (each instruction for itself), stack
// (depth along every path, handlers included). Later passes run only when the earlier found nothing,
// because they rely on it.
import { CodeObject } from '../code-object.ts'
import type { Complaint } from './complaint.ts'
import { checkOperands } from './operands.ts'
import { checkShape } from './shape.ts'
import { checkStack } from './stack.ts'

export type { Complaint } from './complaint.ts'

/**
 * What is wrong with a code object; an empty list when it is safe to run. Nested code objects are
 * not looked at: see `verifyTree`.
 * @example
 * verify(compileTree(parse('x = 1'), 'x.py')) // []
 */
export function verify(code: CodeObject): Complaint[] {
  const complaints: Complaint[] = []
  const shape = checkShape(code, complaints)
  if (shape === undefined || complaints.length > 0) return complaints
  checkOperands(code, shape, complaints)
  if (complaints.length > 0) return complaints
  checkStack(code, shape, complaints)
  return complaints
}

/** What is wrong with a code object and all that it contains. */
export function verifyTree(code: CodeObject): (Complaint & { readonly code: CodeObject })[] {
  const found: (Complaint & { readonly code: CodeObject })[] = []
  const pending: unknown[] = [code]
  const seen = new Set<unknown>()
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    if (seen.has(item)) continue
    if (item instanceof CodeObject) {
      seen.add(item)
      for (const complaint of verify(item)) found.push({ ...complaint, code: item })
      for (const constant of item.consts) pending.push(constant)
    } else if (Array.isArray(item)) {
      seen.add(item)
      for (const element of item as unknown[]) pending.push(element)
    }
  }
  return found
}
