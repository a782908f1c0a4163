// The second pass: decide for every name of every block where it lives.
//
// A block hands its children the names bound around them; the children hand back the names they found
// free. List, set and dict comprehensions are dissolved into the block that holds them (PEP 709).
import type { Diagnostics } from '../diagnostics.ts'
import { names as messages } from '../errors.ts'
import {
  CELL,
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FLAGS_MASK,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  SCOPE_MASK,
  SCOPE_OFFSET,
  type Scope,
} from './scope.ts'

type Names = Set<string>

/** What a block knows of the blocks around it. The sets are shared until a block changes one. */
interface Surroundings {
  /** Names bound in enclosing functions; null in the module block. */
  bound: Names | null
  /** Names that enclosing blocks declare global. */
  globals: Names
  typeParameters: Names
  /** The class whose namespace this block looks into first. */
  classScope: Scope | null
  /** Whether the sets are the block's own. */
  owned: boolean
}

/** Give the block sets of its own, before it changes one. */
function own(around: Surroundings): void {
  if (around.owned) return
  around.owned = true
  if (around.bound !== null) around.bound = new Set(around.bound)
  around.globals = new Set(around.globals)
  around.typeParameters = new Set(around.typeParameters)
}

/** Work out all scopes below, and including, the module block. */
export function resolve(top: Scope, diagnostics: Diagnostics): void {
  resolveBlock(
    top,
    { bound: null, globals: new Set(), typeParameters: new Set(), classScope: null, owned: true },
    diagnostics,
  )
}

/** Resolve one block and all below it; the answer is the set of its free names. */
function resolveBlock(scope: Scope, around: Surroundings, diagnostics: Diagnostics): Names {
  const isClass = scope.type === 'class'
  const scopes = new Map<string, number>()
  const local: Names = new Set()
  const free: Names = new Set()
  // A class's own names are invisible in its functions, so what they see is fixed before they are read.
  const outerBound = isClass ? new Set(around.bound) : null
  if (isClass) around.owned = false
  const outerGlobals = around.globals
  for (const [name, flags] of scope.symbols) {
    scopes.set(name, resolveName(scope, name, flags, around, local, free, diagnostics))
  }
  const childFree: Names = new Set()
  const inlinedCells: Names = new Set()
  if (scope.children.length > 0) {
    const below: Surroundings = {
      bound: outerBound ?? boundBelow(scope, local, around.bound),
      globals: isClass ? outerGlobals : around.globals,
      typeParameters: around.typeParameters,
      classScope: null,
      owned: false,
    }
    if (isClass) below.bound?.add('__class__').add('__classdict__')
    for (const child of scope.children) {
      resolveChild(scope, child, below, around.classScope, scopes, childFree, inlinedCells, diagnostics)
    }
    spliceInlined(scope)
  }
  if (scope.functionLike) bindCells(scopes, childFree, inlinedCells)
  else if (isClass) dropClassCells(scope, childFree)
  recordScopes(scope, scopes, around.bound, childFree, inlinedCells)
  for (const name of childFree) free.add(name)
  return free
}

/** The names that the functions below a block see bound. */
function boundBelow(scope: Scope, local: Names, outer: Names | null): Names {
  if (!scope.functionLike) return outer ?? new Set()
  if (outer !== null) for (const name of outer) local.add(name)
  return local
}

function resolveChild(
  scope: Scope,
  child: Scope,
  below: Surroundings,
  classScope: Scope | null,
  scopes: Map<string, number>,
  childFree: Names,
  inlinedCells: Names,
  diagnostics: Diagnostics,
): void {
  const free = resolveBlock(
    child,
    {
      bound: below.bound,
      globals: below.globals,
      typeParameters: below.typeParameters,
      classScope: child.canSeeClassScope ? (scope.type === 'class' ? scope : classScope) : null,
      owned: false,
    },
    diagnostics,
  )
  if (child.comprehension !== null && !child.generator && !scope.canSeeClassScope) {
    inlineComprehension(scope, child, scopes, free, inlinedCells)
    child.comprehensionInlined = true
  }
  for (const name of free) childFree.add(name)
  if (child.free || child.childFree) scope.childFree = true
}

/** Where one name lives, from how the block mentions it and from what surrounds the block. */
function resolveName(
  scope: Scope,
  name: string,
  flags: number,
  around: Surroundings,
  local: Names,
  free: Names,
  diagnostics: Diagnostics,
): number {
  const { bound, classScope } = around
  if (flags & DEF_GLOBAL) {
    if (flags & DEF_NONLOCAL) errorAtDirective(scope, name, messages.nonlocalAndGlobal(name), diagnostics)
    own(around)
    around.globals.add(name)
    around.bound?.delete(name)
    return GLOBAL_EXPLICIT
  }
  if (flags & DEF_NONLOCAL) {
    if (bound === null) errorAtDirective(scope, name, messages.nonlocalAtModuleLevel, diagnostics)
    if (!bound.has(name)) errorAtDirective(scope, name, messages.noBindingForNonlocal(name), diagnostics)
    if (around.typeParameters.has(name)) {
      errorAtDirective(scope, name, messages.nonlocalTypeParameter(name), diagnostics)
    }
    scope.free = true
    free.add(name)
    return FREE
  }
  if (flags & DEF_BOUND) {
    local.add(name)
    const isTypeParameter = (flags & DEF_TYPE_PARAM) !== 0
    if (around.globals.has(name) || around.typeParameters.has(name) !== isTypeParameter) {
      own(around)
      around.globals.delete(name)
      if (isTypeParameter) around.typeParameters.add(name)
      else around.typeParameters.delete(name)
    }
    return LOCAL
  }
  if (classScope !== null) {
    // A name that the class binds is looked up in the class and in the globals only, even when a
    // function around the class binds it too.
    const classFlags = classScope.flagsOf(name)
    if (classFlags & DEF_GLOBAL) return GLOBAL_EXPLICIT
    if (classFlags & DEF_BOUND && !(classFlags & DEF_NONLOCAL)) return GLOBAL_IMPLICIT
  }
  if (bound !== null && bound.has(name)) {
    scope.free = true
    free.add(name)
    return FREE
  }
  if (scope.nested && !around.globals.has(name)) scope.free = true
  return GLOBAL_IMPLICIT
}

function errorAtDirective(scope: Scope, name: string, message: string, diagnostics: Diagnostics): never {
  const directive = scope.directives?.find((candidate) => candidate.name === name)
  return diagnostics.error(message, directive === undefined ? scope.at : directive.at)
}

function isFreeInAnyChild(scope: Scope, name: string): boolean {
  return scope.children.some((child) => child.scopeOf(name) === FREE)
}

/** Merge the names of a comprehension into the block that holds it. */
function inlineComprehension(
  scope: Scope,
  comprehension: Scope,
  scopes: Map<string, number>,
  free: Names,
  inlinedCells: Names,
): void {
  const isClass = scope.type === 'class'
  let dropDunderClass = false
  for (const [name, symbol] of comprehension.symbols) {
    if (symbol & DEF_PARAM) continue
    let where = (symbol >> SCOPE_OFFSET) & SCOPE_MASK
    const flags = symbol & FLAGS_MASK
    if (where === CELL || flags & DEF_COMP_CELL) inlinedCells.add(name)
    if (where === FREE && isClass && name === '__class__') {
      where = GLOBAL_IMPLICIT
      free.delete(name)
      dropDunderClass = true
    }
    const existing = scope.symbols.get(name)
    if (existing === undefined) {
      scope.symbols.set(name, flags)
      scopes.set(name, where)
    } else if (existing & DEF_BOUND && !isClass && !isFreeInAnyChild(comprehension, name)) {
      // Free in the comprehension, local around it: simply local once they are one block.
      free.delete(name)
    }
  }
  comprehension.free = free.size > 0
  if (dropDunderClass) comprehension.symbols.delete('__class__')
}

/** Put the children of dissolved comprehensions in their place. */
function spliceInlined(scope: Scope): void {
  if (!scope.children.some((child) => child.comprehensionInlined)) return
  scope.children = scope.children.flatMap((child) => (child.comprehensionInlined ? child.children : [child]))
}

/** A local name that a child uses, or that an inlined comprehension kept in a cell, is a cell. */
function bindCells(scopes: Map<string, number>, free: Names, inlinedCells: Names): void {
  if (free.size === 0 && inlinedCells.size === 0) return
  for (const [name, where] of scopes) {
    if (where === LOCAL && (free.has(name) || inlinedCells.has(name))) {
      scopes.set(name, CELL)
      free.delete(name)
    }
  }
}

function dropClassCells(scope: Scope, free: Names): void {
  if (free.delete('__class__')) scope.needsClassClosure = true
  if (free.delete('__classdict__')) scope.needsClassdict = true
}

function recordScopes(
  scope: Scope,
  scopes: ReadonlyMap<string, number>,
  bound: Names | null,
  free: Names,
  inlinedCells: Names,
): void {
  const { symbols } = scope
  for (const [name, flags] of symbols) {
    const cell = inlinedCells.has(name) ? DEF_COMP_CELL : 0
    symbols.set(name, flags | cell | ((scopes.get(name) ?? 0) << SCOPE_OFFSET))
  }
  const seesClass = scope.type === 'class' || scope.canSeeClassScope
  for (const name of free) {
    const flags = symbols.get(name)
    if (flags !== undefined) {
      // A method's free variable with the name of something the class itself binds.
      if (seesClass) symbols.set(name, flags | DEF_FREE_CLASS)
    } else if (bound === null || bound.has(name)) {
      symbols.set(name, FREE << SCOPE_OFFSET)
    }
  }
}
