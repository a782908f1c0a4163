// Private names: `__x` inside `class C` is `_C__x`
// (https://docs.python.org/3.13/reference/expressions.html#private-name-mangling).
import type { Scope } from './scope.ts'

const UNDERSCORE = 95

/** The name as the class body `privateName` sees it; null outside classes. */
export function mangle(privateName: string | null, name: string): string {
  if (privateName === null) return name
  if (name.charCodeAt(0) !== UNDERSCORE || name.charCodeAt(1) !== UNDERSCORE) return name
  const end = name.length
  if (name.charCodeAt(end - 1) === UNDERSCORE && name.charCodeAt(end - 2) === UNDERSCORE) return name
  if (name.includes('.')) return name
  let skip = 0
  while (privateName.charCodeAt(skip) === UNDERSCORE) skip++
  return skip === privateName.length ? name : `_${privateName.slice(skip)}${name}`
}

/** `mangle`, but in the parameter list of a generic class only for its type parameters. */
export function mangleIn(scope: Scope, privateName: string | null, name: string): string {
  if (privateName === null) return name
  if (scope.mangledNames !== null && !scope.mangledNames.has(name)) return name
  return mangle(privateName, name)
}
