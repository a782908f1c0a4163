// Tells whether a built file is older than any source it may be made of.
import { readdirSync, statSync } from 'node:fs'
import { root } from './paths.mjs'

function newest(folder, latest) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name === 'test' || entry.name.startsWith('.')) continue
    const url = new URL(entry.isDirectory() ? `${entry.name}/` : entry.name, folder)
    latest = entry.isDirectory() ? newest(url, latest) : Math.max(latest, statSync(url).mtimeMs)
  }
  return latest
}

/** True when `built` is missing or some source of the workspace changed after it. */
export function isStale(built) {
  let made
  try {
    made = statSync(built).mtimeMs
  } catch {
    return true
  }
  return ['packages/', 'apps/cli/', 'tooling/build/'].some((folder) => newest(new URL(folder, root), 0) > made)
}
