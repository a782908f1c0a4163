export { Complex, Ellipsis, Float, FrozenSetConstant, WideText } from './constant.ts'
export type { Constant, EllipsisConstant, TextConstant } from './constant.ts'
