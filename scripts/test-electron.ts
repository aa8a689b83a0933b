/** `npm run test:electron`: the journeys of tests/e2e on real Electron, where its binary and a display are there. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { appRoot } from '../src/core/app-info.ts'
import { electronBinary } from './support/electron.ts'
import { hasDisplay } from './support/open-browser.ts'

/** Not run is not passed: no counts are reported, so `npm test` says so too. */
function notRun(reason: string): never {
  console.log(`${reason}: not run`)
  process.exit(0)
}

if (!electronBinary()) notRun('no Electron binary')
if (!hasDisplay()) notRun('no display for Electron')

const { status } = spawnSync(
  process.execPath,
  [join(appRoot, 'scripts', 'test-e2e.ts'), '--project=electron', ...process.argv.slice(2)],
  { cwd: appRoot, stdio: 'inherit' },
)
process.exit(status ?? 1)
