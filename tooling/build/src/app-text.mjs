// The whole command as one text: a launcher, and the bundle, packed, in a comment.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { bundleApp, bundleOptions } from './app.mjs'
import { commandTexts } from './late-texts.mjs'

// Names stay: tracebacks of our own bugs must be readable. The text is ASCII, so it is read without decoding.
const options = {
  ...bundleOptions,
  charset: 'ascii',
  define: { 'import.meta.url': '__url' },
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
}

/** Modules of Node as they are: esbuild copies each property of one (`fs` has 130) at each file that imports from it. */
const withoutCopies = (text) =>
  `const __node=(mod)=>Object.create(mod,{default:{value:mod}});${text.replaceAll(/__toESM\((require\("node:[\w/]+"\)),1\)/g, '__node($1)')}`

/** What a file that is run by Node holds. */
export async function appText() {
  const launcher = readFileSync(new URL('launcher.cjs', import.meta.url), 'utf8')
  const { core, late } = await commandTexts(options)
  const parts = [`(function(require,module,exports,__url,__late){${withoutCopies(core)}})`, ...late.values()]
  const whole = parts.join('')
  const stamp = createHash('sha256').update(whole).digest('hex').slice(0, 16)
  // Where each late text stands behind the core.
  let end = 0
  const places = Object.fromEntries([...late].map(([name, { length }]) => [name, [end, (end += length)]]))
  const supervisor = await bundleApp({ ...options, entryPoints: ['apps/cli/src/supervisor.ts'], write: false, format: 'cjs' })
  const head = launcher
    .replaceAll('STAMP', stamp)
    .replaceAll('LENGTH', String(parts[0].length))
    .replaceAll('PLACES', JSON.stringify(places))
    .replace('SUPERVISOR', () => `function(require,module){${supervisor.outputFiles[0].text}}`)
  const packed = brotliCompressSync(Buffer.from(whole, 'latin1'), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  return `${head}\n/*PACKED\n${packed.toString('base64')}*/\n`
}
