import { describe, expect, it } from 'vitest'
import type { CitedDataset } from './index.ts'
import { citations } from './index.ts'

const edition: CitedDataset = {
  dataset: 'science-cities-2024',
  version: 'r1-8eeeb948f04e',
  name: 'Science Cities 2024',
  nameZh: '科研城市 2024',
  kind: 'published',
  edition: '2024',
  licence: 'CC BY-NC-SA 4.0',
  citation: 'Nature Index, Science Cities 2024',
  importedAt: '2026-11-30T02:08:17.283Z',
}
const index: CitedDataset = {
  ...edition,
  dataset: 'mine',
  name: 'Cities & 50% of {ours}',
  nameZh: null,
  kind: 'computed',
  edition: '2023',
  licence: '',
  citation: 'Cities & 50% of {ours}',
}

describe('an edition', () => {
  it('is cited in every style', () => {
    expect(citations(edition, 'en')).toEqual({
      apa: 'Nature Index. (2024). Science Cities 2024 (Version r1-8eeeb948f04e) [Data set].',
      gbt7714: 'Nature Index. Science Cities 2024[DS]. Version r1-8eeeb948f04e. 2024.',
      bibtex: [
        '@misc{science-cities-2024,',
        '  author = {{Nature Index}},',
        '  title = {{Science Cities 2024}},',
        '  year = {2024},',
        '  version = {r1-8eeeb948f04e},',
        '  howpublished = {Data set},',
        '  note = {Licence: CC BY-NC-SA 4.0}',
        '}',
        '',
      ].join('\n'),
      ris: [
        'TY  - DATA',
        'AU  - Nature Index',
        'TI  - Science Cities 2024',
        'PY  - 2024',
        'ET  - r1-8eeeb948f04e',
        'N1  - Licence: CC BY-NC-SA 4.0',
        'ER  - ',
        '',
      ].join('\r\n'),
    })
  })

  it('in Chinese by its Chinese name', () => {
    const { gbt7714, apa } = citations(edition, 'zh')
    expect(gbt7714).toBe('Nature Index. 科研城市 2024[DS]. 版本 r1-8eeeb948f04e. 2024.')
    expect(apa).toBe('Nature Index. (2024). 科研城市 2024 (版本 r1-8eeeb948f04e) [数据集].')
  })

  it('with an address names it', () => {
    const linked = { ...edition, citation: 'Nature Index, https://example.org/sc2024. Science Cities 2024' }
    expect(citations(linked, 'en').gbt7714).toMatch(/\[DS\/OL\].* https:\/\/example\.org\/sc2024\.$/)
    expect(citations(linked, 'en').ris).toContain('UR  - https://example.org/sc2024\r\n')
  })

  it('with a citation of another form takes it whole', () => {
    const other = { ...edition, citation: 'Doe, J. City tables.' }
    expect(citations(other, 'en').apa).toBe(
      'Doe, J. City tables. (2024). Science Cities 2024 (Version r1-8eeeb948f04e) [Data set].',
    )
  })
})

describe('a figure', () => {
  const title = 'Nanjing is fifth, 488.45 behind Boston'
  it('is cited as part of its data', () => {
    const cited = citations(edition, 'en', `${title}.`)
    expect(cited.apa).toBe(
      `Nature Index. (2024). ${title} [Figure]. In Science Cities 2024 (Version r1-8eeeb948f04e) [Data set].`,
    )
    expect(cited.gbt7714).toBe(
      `Nature Index. ${title}[DS]//Science Cities 2024. Version r1-8eeeb948f04e. 2024.`,
    )
    expect(cited.bibtex).toContain('booktitle = {{Science Cities 2024}}')
    expect(cited.ris).toContain('TY  - FIGURE\r\n')
  })
})

describe('data of one’s own', () => {
  it('begin with their title, as nobody published them', () => {
    expect(citations(index, 'en').apa).toBe(
      'Cities & 50% of {ours} (Version r1-8eeeb948f04e) [Data set]. (2023).',
    )
    expect(citations(index, 'en').ris).not.toContain('AU  - ')
  })

  it('are written so that TeX reads them', () => {
    expect(citations(index, 'en').bibtex).toContain('title = {{Cities \\& 50\\% of \\{ours\\}}}')
  })

  it('of the synthetic sample say so in every style', () => {
    const sample: CitedDataset = {
      ...index,
      kind: 'sample',
      name: 'Synthetic sample',
      citation: 'Synthetic sample — not real data',
    }
    for (const text of Object.values(citations(sample, 'en'))) expect(text).toContain('not real data')
  })
})
