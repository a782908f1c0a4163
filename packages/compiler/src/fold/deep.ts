// Folding below the depth that recursion can safely reach: the nodes are listed parents first, and folded
// in reverse. What happens at a node is the same as in the recursive walk.
import * as ast from '@pellucid/ast'
import { tooDeep } from '../diagnostics.ts'
import type { FoldSettings } from './expressions.ts'
import {
  foldBinOp,
  foldCompare,
  foldIterable,
  foldName,
  foldSubscript,
  foldTuple,
  foldUnaryOp,
  hasDocstring,
  protectFromDocstring,
} from './nodes.ts'

/** Where a node hangs: a field of a node, or an element of a sequence. */
interface Slot {
  readonly holder: Record<string | number, ast.Node>
  readonly key: string | number
  readonly depth: number
}

const nested: ReadonlySet<string> = new Set(['expr', 'stmt', 'pattern'])

function isAnnotation(node: ast.Node, field: string): boolean {
  if (field === 'returns') return true
  return field === 'annotation' && (node.nodeType === 'arg' || node.nodeType === 'AnnAssign')
}

class DeepFolder {
  private readonly settings: FoldSettings
  private readonly slots: Slot[] = []
  /** Bodies that have a docstring before anything is folded. */
  private readonly documented = new Set<readonly ast.stmt[]>()
  constructor(settings: FoldSettings) {
    this.settings = settings
  }

  /** Fold the node that lies `depth` levels deep. */
  fold(root: ast.Node, depth: number): ast.Node {
    const top = { root }
    this.slots.push({ holder: top, key: 'root', depth })
    for (const slot of this.slots) this.listChildren(slot.holder[slot.key]!, slot.depth)
    for (const { holder, key } of this.slots.reverse()) {
      const node = holder[key]!
      const folded = this.finish(node)
      if (folded !== node) holder[key] = folded
    }
    return top.root
  }

  private listChildren(node: ast.Node, depth: number): void {
    if (node.nodeType === 'Constant') return
    if ('body' in node && Array.isArray(node.body) && hasDocstring(node.body)) this.documented.add(node.body)
    const record = node as unknown as Record<string, unknown>
    for (const field of ast.fields[node.nodeType]) {
      if (this.settings.skipAnnotations && isAnnotation(node, field)) continue
      const value = record[field]
      if (Array.isArray(value)) {
        for (let i = 0; i < value.length; i++) this.list(value, i, depth)
      } else {
        this.list(record, field, depth)
      }
    }
  }

  private list(holder: object, key: string | number, parentDepth: number): void {
    const value = (holder as Record<string | number, unknown>)[key]
    if (!ast.isNode(value)) return
    const depth = nested.has(ast.typeOfNode[value.nodeType]) ? parentDepth + 1 : parentDepth
    if (depth > this.settings.mostNested) throw tooDeep()
    this.slots.push({ holder: holder as Record<string | number, ast.Node>, key, depth })
  }

  private finish(node: ast.Node): ast.Node {
    switch (node.nodeType) {
      case 'BinOp':
        return foldBinOp(node)
      case 'UnaryOp':
        return foldUnaryOp(node, this.settings.onInvertBool)
      case 'Tuple':
        return foldTuple(node)
      case 'Subscript':
        return foldSubscript(node)
      case 'Compare':
        return foldCompare(node)
      case 'Name':
        return foldName(node, this.settings.optimize)
      case 'For':
      case 'comprehension':
        node.iter = foldIterable(node.iter)
        return node
      case 'FunctionDef':
      case 'AsyncFunctionDef':
      case 'ClassDef':
        if (!this.documented.has(node.body)) protectFromDocstring(node.body)
        return node
      default:
        return node
    }
  }
}

export function foldDeep(settings: FoldSettings, root: ast.Node, depth: number): ast.Node {
  return new DeepFolder(settings).fold(root, depth)
}
