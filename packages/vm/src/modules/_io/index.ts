// _io: streams.
import { newInt, type Value } from '../../data/values.ts'
import { defineModule } from '../../object/define-module.ts'
import { BlockingIOError } from '../../protocols/exceptions.ts'
import { randomType, readerType, writerType } from './buffered.ts'
import { bytesIOBufferType, bytesIOType } from './bytes-io.ts'
import { UnsupportedOperation } from './errors.ts'
import { fileIOType } from './file-io.ts'
import { bufferedIOBaseType, ioBaseType, rawIOBaseType, textIOBaseType } from './io-base.ts'
import { newlineDecoderType } from './newline-decoder.ts'
import { openFunctions } from './open.ts'
import { rwPairType } from './rw-pair.ts'
import { stringIOType } from './string-io.ts'
import { textIOWrapperType } from './text-wrapper.ts'

export const _io = defineModule('_io', () => ({
  doc: 'Streams of bytes and of text.',
  functions: openFunctions,
  types: [
    newlineDecoderType, bytesIOBufferType, ioBaseType, textIOBaseType, bufferedIOBaseType, rawIOBaseType, bytesIOType, writerType,
    readerType, randomType, rwPairType, fileIOType, stringIOType, textIOWrapperType,
  ],
  constants: (): Record<string, Value> => ({ DEFAULT_BUFFER_SIZE: newInt(8192), UnsupportedOperation, BlockingIOError }),
}))
