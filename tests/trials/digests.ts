/**
 * `digests`: the sample, each real file of works and both corpora, imported by each scanner and in strict mode, against the
 * digests of all their figures that are committed (`tests/support/digests/pins.json`). `npm run trials -- digests --pin` says
 * what changed and writes it there; a beginning of names, `digests fixtures`, takes these sources alone.
 */
import type { ScannerKind, SourceDigests } from '../support/digests/digests.ts'
import { differences, digestsBy, notAsPinned, pinsOf, readPins } from '../support/digests/digests.ts'
import { SCANNERS, writePins } from '../support/digests/digests.ts'
import { hasShared, WHOLE } from '../support/digests/sources.ts'

export async function digestsTrial(which: string, pin: boolean): Promise<boolean> {
  if (!hasShared) process.stdout.write('real files skipped: no ../shared\n')
  const pins = readPins()
  const found = {} as Record<ScannerKind, SourceDigests[]>
  let wrong = 0
  for (const scanner of SCANNERS) {
    found[scanner] = await digestsBy(scanner, which, (source) => {
      const { name, seconds, tables } = source
      const lines = notAsPinned(pins, scanner, [source])
      wrong += lines.length
      const told = `${scanner}, ${name}: ${Object.keys(tables).length} tables, ${seconds.toFixed(1)} s`
      process.stdout.write(`${[told, ...lines.map((each) => `  ${each}`)].join('\n')}\n`)
    })
  }
  const whole = hasShared && which === WHOLE
  const missing = whole ? Object.keys(pins).filter((name) => !tells(found.wasm, name)) : []
  for (const name of missing) process.stdout.write(`  ${name}: pinned, and no longer there\n`)
  tellStrict(found)
  if (hasShared && found.wasm.length === 0) {
    process.stdout.write(`no source begins with ${which}\n`)
    return false
  }
  if (!pin) return wrong + missing.length === 0
  // Pins of what was not imported stay.
  writePins({ ...(whole ? {} : readPins()), ...pinsOf(found) })
  process.stdout.write(`${wrong + missing.length} changes are pinned\n`)
  return true
}

const tells = (found: readonly SourceDigests[], name: string) => found.some((each) => each.name === name)

/** Where strict mode refuses what the fast scanners pass over. */
function tellStrict({ wasm, strict }: Record<ScannerKind, SourceDigests[]>): void {
  for (const { name, tables } of strict) {
    const others = differences(tables, wasm.find((each) => each.name === name)?.tables ?? {})
    if (others.length > 0) process.stdout.write(`strict mode differs: ${name}: ${others.join(', ')}\n`)
  }
}
