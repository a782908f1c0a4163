// Runs vitest over the workspace and counts its tests.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
  readonly testResults: readonly { readonly assertionResults: readonly unknown[]; readonly status: string }[]
}

/** Counts of tests; a file that does not even load counts as one failure. */
export interface TestCounts {
  readonly passed: number
  readonly failed: number
}

/** Runs every test under `root`; what fails is printed as vitest prints it. */
export async function runTests(root: string): Promise<TestCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'pellucid-tests-'))
  const file = join(folder, 'report.json')
  const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const status = await new Promise<number | null>((resolve) => {
    // A log holds no colours.
    const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }
    spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }).on('close', resolve)
  })
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report
    const unloaded = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0)
    const failed = report.numFailedTests + unloaded.length
    return { passed: report.numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed }
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
