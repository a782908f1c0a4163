// `pnpm --filter @pellucid/cli build`: makes apps/cli/dist/pellucid.js, the command, and pellucid.pack, its bundle.
import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { appFile, packFile } from './app.mjs'
import { appFiles } from './app-text.mjs'

mkdirSync(new URL('.', appFile), { recursive: true })
writeFileSync(new URL('package.json', appFile), '{ "type": "commonjs" }\n')
// Whole or not at all: another build, or a program that starts, may be at it.
const put = (file, data) => {
  const draft = new URL(`${process.pid}.draft`, file)
  writeFileSync(draft, data)
  chmodSync(draft, 0o755)
  renameSync(draft, file)
}
const { launcher, pack } = await appFiles()
put(packFile, pack)
put(appFile, launcher)
