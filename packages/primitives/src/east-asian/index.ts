// The East Asian encodings of CPython's codecs: an entry of its own, because its tables are large.
import type { EastAsianCodec } from './codec.ts'
import { hz } from './hz.ts'
import { iso2022 } from './iso2022.ts'
import { plainCodec } from './plain.ts'

export type { CodecState, EastAsianCodec } from './codec.ts'

const japanese = ['roman', 'jisx0208Old'] as const

const codecs = {
  ...Object.fromEntries(
    ([
      'euc_jp', 'euc_jis_2004', 'euc_jisx0213', 'shift_jis', 'cp932', 'shift_jis_2004', 'shift_jisx0213', 'gb2312', 'gbk', 'gb18030', 'big5',
      'cp950', 'big5hkscs', 'euc_kr', 'cp949', 'johab',
    ] as const).map((name) => [name, plainCodec(name)]),
  ),
  hz,
  iso2022_kr: iso2022({ sets: ['ksx1001Shifted'], shifts: true }),
  iso2022_jp: iso2022({ sets: ['jisx0208', ...japanese] }),
  iso2022_jp_1: iso2022({ sets: ['jisx0208', 'jisx0212', ...japanese] }),
  iso2022_jp_2: iso2022({ sets: ['jisx0208', 'jisx0212', 'ksx1001', 'gb2312', ...japanese, 'latin1', 'greek'], second: true }),
  iso2022_jp_2004: iso2022({ pairs: 'jisx0213', sets: ['jisx0208', 'jisx0213', 'jisx0213Second'] }),
  iso2022_jp_3: iso2022({ pairs: 'jisx0213Old', sets: ['jisx0208', 'jisx0213Old', 'jisx0213OldSecond'] }),
  iso2022_jp_ext: iso2022({ sets: ['jisx0208', 'jisx0212', 'roman', 'katakana', 'jisx0208Old'] }),
} as Readonly<Record<string, EastAsianCodec>>

/** The codec of an encoding, by the name that Python's module for it uses. */
export function eastAsianCodec(name: string): EastAsianCodec | undefined {
  return Object.hasOwn(codecs, name) ? codecs[name] : undefined
}
