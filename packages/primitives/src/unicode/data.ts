// The Unicode database whole, names and normal forms too: an entry of its own, because its tables are large.
export { decompositionText } from './decomposition.ts'
export { nameOfCharacter, pointOfName, textByName } from './names.ts'
export { normalForm, type NormalForm } from './normal-form.ts'
export {
  bidirectionalClass, categoryOf, combiningClass, decimalOf, digitOf, eastAsianWidth, mirrors, numberOf, wasKnown,
} from './properties.ts'
