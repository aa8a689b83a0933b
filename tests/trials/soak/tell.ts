/** `npm run trials -- soak [MINUTES] [SEED]`: told as it goes, and at the end. */
import { buildIfStale } from '../../../scripts/support/build.ts'
import { soak } from './index.ts'

export async function tellSoak(minutes: number, seed: number): Promise<boolean> {
  await buildIfStale('app')
  const { samples, wrong, ...found } = await soak({
    ...{ minutes, seed },
    onSample: ({ at, rss, pss, threads, descriptors, temporary }, acts) =>
      console.log(
        `${at.toFixed(1)} min, ${acts} acts: rss ${rss.toFixed(0)} MiB, pss ${pss.toFixed(0)} MiB, ` +
          `${threads} threads, ${descriptors} descriptors, ${temporary} temporary files`,
      ),
  })
  console.log(JSON.stringify({ ...found, samples: samples.length, wrong: wrong.slice(0, 40) }, null, 2))
  return wrong.length === 0 && found.grew.length === 0
}
