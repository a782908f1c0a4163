// An npm registry on this machine that knows our packages only, as they would be published: whoever installs from it
// sees what a stranger would, versions and dependencies included.
import { execFile } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

interface Manifest {
  readonly name: string
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
}

/** Packages by name: what `npm install` is told, and the tarball. */
export class Registry {
  private readonly packed = new Map<string, { manifest: Manifest; tarball: string }>()
  /** Other files the server hands out, by path. */
  readonly pages = new Map<string, { type: string; body: string | Uint8Array }>()
  private server: Server | undefined
  private readonly folder: string
  url = ''

  constructor(folder: string) {
    this.folder = folder
  }

  /** Packs the package in a folder; dependencies that are not ours come from where they are installed. */
  async add(place: string, withPnpm: boolean): Promise<void> {
    const source = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as Manifest
    if (this.packed.has(source.name)) return
    const tarball = withPnpm ? await packOurs(place, this.folder) : await packTheirs(place, this.folder)
    const { stdout } = await run('tar', ['-xzOf', tarball, 'package/package.json'])
    const manifest = JSON.parse(stdout) as Manifest
    this.packed.set(manifest.name, { manifest, tarball })
    const require = createRequire(join(realpathSync(place), 'package.json'))
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      if (name === 'pellucid' || name.startsWith('@pellucid/')) continue
      const folders = require.resolve.paths(name) ?? []
      const found = folders.map((folder) => join(folder, name)).find((folder) => existsSync(join(folder, 'package.json')))
      if (found === undefined) throw new Error(`${name}, which ${manifest.name} needs, is not installed`)
      await this.add(found, false)
    }
  }

  async listen(): Promise<void> {
    const server = createServer((request, response) => {
      const { status, type, body } = this.answer(decodeURIComponent(request.url ?? '/'))
      response.writeHead(status, { 'content-type': type }).end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    this.server = server
    this.url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  }

  close(): void {
    this.server?.closeAllConnections()
    this.server?.close()
  }

  private answer(path: string): { status: number; type: string; body: string | Uint8Array } {
    const page = this.pages.get(path)
    if (page !== undefined) return { status: 200, ...page }
    const [, name = '', tail] = /^\/((?:@[^/]+\/)?[^/]+)(\/-\/.*)?$/.exec(path) ?? []
    const found = this.packed.get(name)
    if (found === undefined) return { status: 404, type: 'application/json', body: `{"error":"${name} is not here"}` }
    const { manifest, tarball } = found
    if (tail !== undefined) return { status: 200, type: 'application/octet-stream', body: readFileSync(tarball) }
    const dist = { tarball: `${this.url}/${name}/-/${manifest.version}.tgz` }
    const document = {
      name, 'dist-tags': { latest: manifest.version }, versions: { [manifest.version]: { ...manifest, dist } },
    }
    return { status: 200, type: 'application/json', body: JSON.stringify(document) }
  }
}

async function packOurs(place: string, folder: string): Promise<string> {
  const { stdout } = await run('pnpm', ['pack', '--json', '--pack-destination', folder], { cwd: place })
  return (JSON.parse(stdout) as { filename: string }).filename
}

async function packTheirs(place: string, folder: string): Promise<string> {
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder, place])
  return join(folder, (JSON.parse(stdout) as { filename: string }[])[0]!.filename)
}
