export { Complex, Ellipsis, Float, FrozenSetConstant, WideText } from './constant.ts'
export type { Constant, EllipsisConstant, TextConstant } from './constant.ts'
export { reprFloat, reprFloatBare } from './float/repr.ts'
export {
  escapeCodePoint, reprBytes, reprComplex, reprConstant, reprNested, reprText, reprTuple,
} from './repr.ts'
export { codePointsOf } from './text-points.ts'
export { isPrintable } from './unicode/printable.ts'
export { isXidContinue, isXidStart } from './unicode/identifier.ts'
export { countAtMost } from './unicode/runs.ts'
export { keyedHash } from './hash/siphash.ts'
export { Fault } from './fault.ts'
export type { FaultKind } from './fault.ts'
export { absolute, add, compare, multiply, negate, normalize, subtract } from './int/integer.ts'
export type { Integer } from './int/integer.ts'
export { bitAnd, bitLength, bitOr, bitXor, invert, shiftLeft, shiftRight } from './int/bits.ts'
export { divmod, floorDivide, modulo } from './int/divide.ts'
export { power } from './int/power.ts'
export { integerToFloat, trueDivide } from './int/to-float.ts'
export { hashConstant, setOrder } from './hash/constant.ts'
export { floatDivide, floatDivmod, floatFloorDivide, floatModulo, floatPower } from './float/arithmetic.ts'
export { complexDivide, complexMultiply, complexPower } from './float/complex.ts'
export { integerOfDouble, isZero } from './int/integer.ts'
export { bitCount } from './int/bits.ts'
export { modularPower } from './int/power.ts'
export { combinations, factorial, gcd, integerSquareRoot, lcm, permutations } from './int/number-theory.ts'
export { floatToInteger, floatToRatio, ratioToFloat } from './int/to-float.ts'
export { integerFromBytes, integerToBytes } from './int/bytes.ts'
export type { ByteOrder } from './int/bytes.ts'
export { digitLimit, formatBase, formatInteger, formatPrefixed } from './int/format.ts'
export { parseInteger, readInteger } from './int/parse.ts'
export { parseFloatText, readFloat } from './float/parse.ts'
export { floatFromHex, floatToHex } from './float/hex.ts'
export { fixedDigits, roundHalfEven, roundToPlaces, significantDigits } from './float/round.ts'
export { formatDouble } from './float/double-to-string.ts'
export type { DoubleStyle } from './float/double-to-string.ts'
export { complexAbsolute, parseComplex } from './float/complex.ts'
export { padTo, parseFormatSpec, unknownFormatCode } from './format/spec.ts'
export type { FormatSpec } from './format/spec.ts'
export { formatComplexSpec, formatFloatSpec, formatIntegerSpec } from './format/number.ts'
export { formatTextSpec, textLayout } from './format/text.ts'
export { parseFormatFields, splitFieldName } from './format/fields.ts'
export type { FieldStep, FormatField } from './format/fields.ts'
export {
  parsePercent, percentFloat, percentInteger, percentPad, unsupportedConversion,
} from './format/percent.ts'
export type { PercentField, PercentSource } from './format/percent.ts'
export { hashComplex, hashFloat, hashInteger, hashRatio } from './hash/number.ts'
export { hashBytes, hashCodePoints, hashKeyOfSeed, hashText } from './hash/siphash.ts'
export type { HashKey } from './hash/siphash.ts'
export { hashFrozenSet, hashTuple } from './hash/containers.ts'
export { ProbeSet } from './hash/probe-set.ts'
export type { SameKey } from './hash/probe-set.ts'
export {
  codePointsOfUtf16, isAsciiString, pointsOfText, stringOfUnits, textOfCodePoints, textOfUtf16, utf16OfText,
} from './text/code-points.ts'
export type { Text } from './text/code-points.ts'
export {
  countText, countUnits, findText, findUnits, replaceText, replaceUnits, rfindText, rfindUnits,
} from './text/search.ts'
export type { Units } from './text/search.ts'
export {
  complexAcos, complexAcosh, complexAsin, complexAsinh, complexAtan, complexAtanh, complexCos, complexCosh, complexExp,
  complexLog, complexLog10, complexRect, complexSin, complexSinh, complexSqrt, complexTan, complexTanh, logAtZero,
} from './math/complex-functions.ts'
export { isLineBreak, rsplitOn, rsplitOnBlanks, splitLines, splitOn, splitOnBlanks } from './text/split.ts'
export {
  isByteSpace, rsplitUnitsOn, rsplitUnitsOnBlanks, splitUnitLines, splitUnitsOn, splitUnitsOnBlanks,
} from './text/split-units.ts'
export { stripText, stripUnits } from './text/strip.ts'
export type { StripSides } from './text/strip.ts'
export { capitalizeText, casefoldText, lowerText, swapcaseText, titleText, upperText } from './text/casing.ts'
export {
  isAlnumText, isAlphaText, isAsciiText, isDecimalText, isDigitText, isIdentifierText, isLowerText,
  isNumericText,
  isPrintableText, isSpaceText, isTitleText, isUpperText,
} from './text/predicates.ts'
export {
  centerPadding, centerText, expandTabs, expandTabsUnits, translatePoints, zfillText,
} from './text/pad.ts'
export {
  capitalizeBytes, isAlnumBytes, isAlphaBytes, isAsciiBytes, isDigitBytes, isLowerBytes, isSpaceBytes,
  isTitleBytes,
  isUpperBytes, lowerBytes, padBytes, swapcaseBytes, titleBytes, translateBytes, upperBytes, zfillBytes,
} from './bytes/casing.ts'
export {
  category, decimalValue, digitValue, isAlnum, isAlpha, isCased, isCaseIgnorable, isLowercase,
  isMirrored, isSpace,
  isTitlecase, isUppercase, numericValue,
} from './unicode/database.ts'
export {
  backslashEscape, decodeErrorText, decodeHandler, encodeErrorText, encodeHandler, strictDecode,
  strictEncode, UnicodeFault,
} from './codecs/errors.ts'
export type { DecodeError, DecodeHandler, EncodeError, EncodeHandler } from './codecs/errors.ts'
export { decodeUtf8, encodeUtf8, utf8Length } from './codecs/utf8.ts'
export type { Decoded } from './codecs/utf8.ts'
export { decodeUtf16, decodeUtf32, encodeUtf16, encodeUtf32 } from './codecs/utf16-32.ts'
export type { DecodedUnits, Endian } from './codecs/utf16-32.ts'
export { decodeUtf7, encodeUtf7 } from './codecs/utf7.ts'
export {
  decodeAscii, decodeCharmap, decodeLatin1, encodeAscii, encodeCharmap, encodeLatin1,
} from './codecs/single-byte.ts'
export {
  decodeBytesEscape, decodeRawUnicodeEscape, decodeUnicodeEscape, encodeBytesEscape, encodeRawUnicodeEscape,
  encodeUnicodeEscape,
} from './codecs/unicode-escape.ts'
export { MersenneTwister } from './random/mersenne-twister.ts'
export { sha384Hash, sha512, sha512Hash } from './digest/sha512.ts'
export { sha224Hash, sha256Hash } from './digest/sha256.ts'
export { md5Hash, sha1Hash } from './digest/sha1-md5.ts'
export { KeccakSponge } from './digest/keccak.ts'
export { Blake2Digest, blake2bVariant, blake2sVariant } from './digest/blake2.ts'
export type { Blake2Parameters, Blake2Variant } from './digest/blake2.ts'
export { BlockDigest } from './digest/merkle-damgard.ts'
export type { BlockHash } from './digest/merkle-damgard.ts'
export { exp, exp2, log, log2, pow } from './math/exp-log.ts'
export { acos, asin, atan, atan2, cos, sin, tan } from './math/trigonometry.ts'
export { acosh, asinh, atanh, cosh, expm1, log10, log1p, sinh, tanh } from './math/hyperbolic.ts'
export { erf, erfc } from './math/error-function.ts'
export { gamma, lgamma } from './math/gamma.ts'
export { cbrt, copysign, frexp, hypot, ldexp, modf, nextAfter, remainder, ulp } from './math/algebraic.ts'
export { fma, fsum, sumOfProducts, vectorNorm } from './math/summation.ts'
export { floatToHalf, floatToSingle, halfToFloat } from './bytes/half-float.ts'
export { packBytes, packFloat, packInteger, parseStruct, unpackStruct } from './bytes/struct.ts'
export type { StructField, StructLayout, StructValue } from './bytes/struct.ts'
export { bytesFromHex, fromBase64, fromHex, toBase64, toHex } from './bytes/base64.ts'
export { adler32, crc32, crcHqx } from './bytes/checksums.ts'
export { fromQuotedPrintable, fromUu, toQuotedPrintable, toUu } from './bytes/uu-qp.ts'
