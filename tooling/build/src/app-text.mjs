// The command as it is published: a launcher, and the bundle, packed, in a file beside it, which only a first start reads.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { transform } from 'esbuild'
import { bundleApp, bundleOptions } from './app.mjs'
import { commandTexts } from './late-texts.mjs'

// The text is ASCII, so it is read without decoding.
const options = {
  ...bundleOptions,
  charset: 'ascii',
  define: { 'import.meta.filename': '__filename' },
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
}

/**
 * What the command's two files hold: `launcher`, which Node runs, and `pack`, which stands beside it under the same name with
 * `.pack` at the end: the stamp that the launcher knows, sixteen digits, then the packed text.
 */
export async function appFiles() {
  const launcher = readFileSync(new URL('launcher.cjs', import.meta.url), 'utf8')
  const texts = await commandTexts(options)
  const whole = texts.map(({ text }) => text).join('')
  const stamp = createHash('sha256').update(whole).digest('hex').slice(0, 16)
  // Where each text stands, and what it needs before it.
  let end = 0
  const places = texts.map(({ name, text, needs }) => [name, end, (end += text.length), ...needs])
  const supervisor = await bundleApp({ ...options, entryPoints: ['apps/cli/src/supervisor.ts'], write: false, format: 'cjs' })
  const text = launcher
    .replaceAll('STAMP', stamp)
    .replaceAll('PLACES', JSON.stringify(places))
    .replace('SUPERVISOR', () => `function(require,module){${supervisor.outputFiles[0].text}}`)
  const packed = brotliCompressSync(Buffer.from(whole, 'latin1'), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  const { code } = await transform(text, { minify: true, charset: 'ascii' })
  return { launcher: code, pack: Buffer.concat([Buffer.from(stamp), packed]) }
}
