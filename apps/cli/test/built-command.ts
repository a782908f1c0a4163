// The command as it is published, two files, in a folder of its own that is its cache folder too.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'

const root = new URL('../../../', import.meta.url)

interface BuiltCommand {
  readonly folder: string
  readonly file: string
  readonly environment: Record<string, string | undefined>
}

/** Builds the command before a file's tests, and removes it after them. `warm` starts it until its caches are filled. */
export function builtCommand(name: string, warm: () => void): BuiltCommand {
  // Beside the sources, so that the library's archive is found.
  const builds = fileURLToPath(new URL('apps/cli/.cache/', root))
  mkdirSync(builds, { recursive: true })
  const folder = mkdtempSync(join(builds, `${name}-`))
  const file = join(folder, 'pellucid.cjs')
  beforeAll(async () => {
    const { appFiles } = (await import(new URL('tooling/build/src/app-text.mjs', root).href)) as { appFiles(): Promise<{ launcher: string; pack: Uint8Array }> }
    const { launcher, pack } = await appFiles()
    writeFileSync(file, launcher)
    writeFileSync(join(folder, 'pellucid.pack'), pack)
    warm()
  }, 60_000)
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return { folder, file, environment: { ...process.env, XDG_CACHE_HOME: folder } }
}
