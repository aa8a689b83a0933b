/** `npm run trials -- NAME [HOW-MANY] [SEED]`: long random trials, run by hand; a short one of each runs with the tests. */
import { FUZZ } from './fuzz/index.ts'
import { tellFuzzHost } from './fuzz-host/tell.ts'
import { buildsTrial } from './builds.ts'
import { coverageTrial } from './coverage.ts'
import { digestsTrial } from './digests.ts'
import { disksTrial } from './disks.ts'
import { flipsTrial } from './flips.ts'
import { killsTrial } from './kills/moments.ts'
import { allSteps } from './kills/steps.ts'
import { placesTrial } from './places.ts'
import { processesTrial } from './processes/rounds.ts'
import { realRecords } from '../support/real-records.ts'
import { referenceTrial } from './reference.ts'
import { reopenTrial } from './reopen.ts'
import { tellSoak } from './soak/tell.ts'
import { scaleTrial } from './scale.ts'

const PIN = '--pin'

const TRIALS: Record<string, (many: number, seed: number) => Promise<boolean>> = {
  async reopen(many, seed) {
    const { reopened, left, wrong } = await reopenTrial(many, seed)
    console.log(JSON.stringify({ reopened, left, wrong: wrong.slice(0, 20) }, null, 2))
    return wrong.length === 0
  },
  async coverage(many, seed) {
    const found = coverageTrial(many, seed)
    console.log(JSON.stringify(found, null, 2))
    const { covered, changes } = found
    return [covered, changes.covered, changes.coveredPct].every((part) => part >= 94 && part <= 96)
  },
  processes: (many, seed) => tell(processesTrial(many, seed)),
  async kills(many, seed) {
    const moments = await tell(killsTrial(many, seed))
    return (await tell(allSteps('SIGKILL'))) && moments
  },
  async disks(many, seed) {
    const found = await disksTrial(many, seed)
    if (!found) console.log('skipped: needs root')
    const real = found === null || (await tell(Promise.resolve(found)))
    return (await tell(allSteps('ENOSPC'))) && (await tell(allSteps('EROFS'))) && real
  },
  async places(many, seed) {
    const found = await placesTrial(many, seed)
    console.log(found ? JSON.stringify(found, null, 2) : 'skipped: no ../shared')
    return true
  },
  async flips(many, seed) {
    const found = await flipsTrial(many, seed)
    console.log(JSON.stringify({ ...found, wrong: found.wrong.slice(0, 20) }, null, 2))
    return found.wrong.length === 0
  },
  async fuzz(many, seed) {
    let wrong = 0
    for (const [name, trial] of Object.entries(FUZZ)) {
      const found = await trial(many, seed)
      console.log(JSON.stringify({ name, ...found, wrong: found.wrong.slice(0, 20) }, null, 2))
      wrong += found.wrong.length
    }
    return wrong === 0
  },
  'fuzz-host': tellFuzzHost,
  soak: tellSoak,
  async builds() {
    const { files, differ } = buildsTrial()
    console.log(JSON.stringify({ files, differ: differ.slice(0, 20) }, null, 2))
    return files > 0 && differ.length === 0
  },
  scale: scaleTrial,
  digests() {
    const [which = '', ...more] = process.argv.slice(3).filter((word) => word !== PIN)
    return digestsTrial([which, ...more].join(' '), process.argv.includes(PIN))
  },
  async reference() {
    const records = realRecords()
    if (records.length === 0) console.log('skipped: no ../shared')
    let wrong = 0
    for (const given of records) {
      const { wrong: found, ...counts } = await referenceTrial(given)
      console.log(JSON.stringify({ ...counts, wrong: found.length, first: found.slice(0, 20) }, null, 2))
      wrong += found.length
    }
    return wrong === 0
  },
}

async function tell<T extends { wrong: string[] }>(trial: Promise<T>): Promise<boolean> {
  const { wrong, ...found } = await trial
  console.log(JSON.stringify({ ...found, wrong: wrong.length }, null, 2))
  for (const each of wrong.slice(0, 20)) console.log(each)
  return wrong.length === 0
}

/** How many where it is not said, if other than 200; minutes of a soak and of a fuzz over HTTP, moments of each kind of kill, sizes of a disk. */
const USUAL: Record<string, string> = {
  ...{ coverage: '2000', flips: '1000', soak: '60' },
  ...{ kills: '100', disks: '30', 'fuzz-host': '10' },
}

const [name = '', many = USUAL[name] ?? '200', seed = '1'] = process.argv.slice(2)
const trial = TRIALS[name]
if (!trial) {
  console.error(`no trial ${name}; there are: ${Object.keys(TRIALS).join(', ')}`)
  process.exit(2)
}
process.exitCode = (await trial(Number(many), Number(seed))) ? 0 : 1
