/** `npm run test:e2e`: the journeys in a browser. Builds the app and gets a browser first; arguments go to Playwright. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appRoot } from '../src/core/app-info.ts'
import { BROWSER_VARIABLE, obtainBrowser } from './support/browsers.ts'
import { buildIfStale } from './support/build.ts'
import { countsText, playwrightCounts, reportCounts } from './support/counts.ts'

await buildIfStale('app')
const browser = await obtainBrowser()
if (!browser) {
  console.error('No Chromium, Chrome or Edge can be had here: the journeys of tests/e2e were NOT RUN.')
  process.exit(process.env['CI'] ? 1 : 0)
}

const folder = mkdtempSync(join(tmpdir(), 'science-cities-e2e-report-'))
const report = join(folder, 'report.json')
const cli = join(appRoot, 'node_modules', '@playwright', 'test', 'cli.js')
const given = process.argv.slice(2)
const project = given.some((arg) => arg.startsWith('--project')) ? [] : ['--project=browser']
const { status } = spawnSync(process.execPath, [cli, 'test', ...project, '--reporter=list,json', ...given], {
  cwd: appRoot,
  stdio: 'inherit',
  env: { ...process.env, [BROWSER_VARIABLE]: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
})
try {
  const counts = playwrightCounts(readFileSync(report, 'utf8'))
  reportCounts(counts)
  console.log(`e2e: ${countsText(counts)}`)
} catch {
  console.error('Playwright left no report.') // its exit code says that it failed
}
rmSync(folder, { recursive: true, force: true })
process.exit(status ?? 1)
