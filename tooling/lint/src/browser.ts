// A real browser, if the machine has one: Debian's chromium, or what CHROMIUM names.
import { spawn, spawnSync } from 'node:child_process'

const candidates = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The command of a browser that starts; undefined when there is none. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM
  if (named === 'none') return undefined
  const commands = named === undefined || named === '' ? candidates : [named]
  return commands.find((command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0)
}

/** The text of the element `answer` once the page behind `url` has run. */
export async function readPage(browser: string, url: string, profile: string): Promise<string> {
  const options = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, '--virtual-time-budget=60000', '--dump-dom', url]
  const child = spawn(browser, options, { stdio: ['ignore', 'pipe', 'ignore'], timeout: 120_000 })
  const parts: Buffer[] = []
  child.stdout.on('data', (data: Buffer) => parts.push(data))
  await new Promise<void>((resolve, reject) => child.on('close', () => resolve()).on('error', reject))
  const found = /<p id="answer">([^<]*)<\/p>/.exec(Buffer.concat(parts).toString())
  if (found === null) throw new Error(`${browser} showed no page`)
  return found[1]!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
