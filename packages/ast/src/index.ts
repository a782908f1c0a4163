// The abstract syntax tree of Python 3.13. Use as `import * as ast from '@pellucid/ast'`.
export type * from './nodes.generated.ts'
export { factories } from './factories.generated.ts'
export {
  attributes,
  childFields,
  fieldTypes,
  fields,
  locatedTypes,
  nodesOfType,
  typeOfNode,
  typesWithOptionalEnd,
} from './fields.generated.ts'
export type { NodesByType, PartialVisitor, Visitor } from './visitor.generated.ts'
export { dump } from './dump.ts'
export type { DumpOptions } from './dump.ts'
export { constantFromJson, constantToJson, fromJson, toJson } from './json.ts'
export type { Json } from './json.ts'
export { isNode, isNodeType } from './node-access.ts'
export { unparse } from './unparse/index.ts'
export type { UnparseOptions } from './unparse/index.ts'
export { validate } from './validate/index.ts'
export type { Mode } from './validate/index.ts'
export { compare, sameConstant } from './compare.ts'
export type { CompareOptions } from './compare.ts'
export { cleanDocstring, getDocstring } from './docstring.ts'
export { is, isExpr, isMod, isPattern, isStmt } from './guards.ts'
export { checkConstruction, constructionLimit } from './construction.ts'
export { copyLocation, fixMissingLocations, incrementLineno } from './location.ts'
export { getSourceSegment } from './source-segment.ts'
export type { SegmentOptions } from './source-segment.ts'
export { NodeTransformer, NodeVisitor } from './visitor.ts'
export type { Replacement, VisitMethods } from './visitor.ts'
export { walk } from './walk.ts'
export type { WalkAnswer, WalkVisit, WalkVisitor } from './walk.ts'
export { literalEval } from './literal-eval/index.ts'
export type { LiteralEvalOptions } from './literal-eval/index.ts'
export { DictValue, ListValue, reprLiteral, SetValue } from './literal-eval/values.ts'
export type { LiteralValue } from './literal-eval/values.ts'
