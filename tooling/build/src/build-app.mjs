// `pnpm --filter @pellucid/cli build`: makes apps/cli/dist/pellucid.js, the whole command in one file.
import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { appFile } from './app.mjs'
import { appText } from './app-text.mjs'

mkdirSync(new URL('.', appFile), { recursive: true })
writeFileSync(new URL('package.json', appFile), '{ "type": "commonjs" }\n')
// Whole or not at all: another build, or a program that starts, may be at it.
const draft = new URL(`pellucid.${process.pid}`, appFile)
writeFileSync(draft, await appText())
chmodSync(draft, 0o755)
renameSync(draft, appFile)
