import { zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FileStamp } from '../stamp.ts'
import { STAMP_NAME, stampMarkup, stampProperties, stampText } from '../stamp.ts'
import { readStamp } from './read-stamp.ts'

const stamp: FileStamp = {
  app: 'Science Cities',
  stamp: 1,
  appVersion: '0.1.0',
  dataset: 'science-cities-2024',
  version: 'r1-8eeeb948f04e',
  view: '/?q=%E5%8C%97&at="<--',
  request: {
    method: 'exports.table',
    input: { table: { of: 'rankings', input: { search: '北 & <b> -- "x"' } } },
  },
  numbers: [{ label: 'Łódź (סין), \\ "a"\n', value: 4259.39, decimals: 2 }],
}
const bytesOf = (text: string) => new TextEncoder().encode(text)
const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;')
const office = (properties: [string, string][]) =>
  zipSync({
    'docProps/custom.xml': bytesOf(
      `<?xml version="1.0"?><Properties><property fmtid="{x}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>1</vt:lpwstr></property>${properties
        .map(
          ([name, value]) =>
            `<property pid="3" name="${name}"><vt:lpwstr>${xml(value)}</vt:lpwstr></property>`,
        )
        .join('')}</Properties>`,
    ),
    'xl/workbook.xml': bytesOf('<workbook/>'),
  })
const pdf = (value: string) => bytesOf(`%PDF-1.7\n1 0 obj\n<< /${STAMP_NAME} ${value} >>\nendobj\n`)
const utf16 = (text: string) =>
  [...Buffer.from(text, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const ascii = (text: string) =>
  text.replace(/[^\0-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

const FILES: [string, Uint8Array][] = [
  [
    'svg',
    bytesOf(
      `<?xml version="1.0"?>\n<svg><metadata><line label="${STAMP_NAME}">${xml(stampText(stamp))}</line></metadata></svg>`,
    ),
  ],
  ['gexf', bytesOf(`<?xml version="1.0"?>\n<!-- ${STAMP_NAME} ${stampMarkup(stamp)} -->\n<gexf/>`)],
  [
    'graphml',
    bytesOf(
      `<?xml version="1.0"?>\n<graphml><key id="stamp" for="graph" attr.name="${STAMP_NAME}"/><graph><data key="stamp">${xml(stampText(stamp))}</data></graph></graphml>`,
    ),
  ],
  [
    'html script',
    bytesOf(
      `<!DOCTYPE html><script type="application/json" id="${STAMP_NAME}">${stampMarkup(stamp)}</script>`,
    ),
  ],
  ['html meta', bytesOf(`<!doctype html><meta name="${STAMP_NAME}" content="${xml(stampText(stamp))}">`)],
  ['json', bytesOf(JSON.stringify({ rows: [], [STAMP_NAME]: stamp }))],
  [
    'csv',
    bytesOf(`\ufeffRank;City\r\n1;"a"\r\n\r\n${STAMP_NAME};"${stampText(stamp).replaceAll('"', '""')}"\r\n`),
  ],
  ['office in one', office([[STAMP_NAME, stampText(stamp)]])],
  ['office in pieces, in another order', office(stampProperties(stamp).reverse())],
  ['pdf literal', pdf(`(${ascii(stampText(stamp)).replace(/[\\()]/g, (sign) => `\\${sign}`)})`)],
  ['pdf hex', pdf(`<feff${utf16(stampText(stamp))}>`)],
  ['pdf xmp', bytesOf(`%PDF-1.7\n<x:${STAMP_NAME}>${xml(stampText(stamp))}</x:${STAMP_NAME}>`)],
]

it.each(FILES)('is read from %s as it was written', (_name, bytes) => {
  expect(readStamp(bytes)).toEqual(stamp)
})

it('stands in properties that Office keeps', () => {
  for (const [, value] of stampProperties(stamp)) expect(value.length).toBeLessThanOrEqual(255)
})

describe('what is not ours', () => {
  const spoiled = (patch: object) => bytesOf(JSON.stringify({ [STAMP_NAME]: { ...stamp, ...patch } }))
  it.each([
    ['nothing', new Uint8Array()],
    ['another program’s', bytesOf('{"rows":[]}')],
    ['plain CSV', bytesOf('Rank,City\r\n1,Beijing\r\n')],
    ['an address of another host', spoiled({ view: '//evil.example/' })],
    ['another method', spoiled({ request: { method: 'datasets.remove', input: {} } })],
    ['an odd dataset', spoiled({ dataset: '../x' })],
  ])('%s is null', (_name, bytes) => {
    expect(readStamp(bytes)).toBeNull()
  })

  it('a small zip that unpacks to gigabytes is not unpacked', () => {
    const bomb = zipSync({ 'docProps/custom.xml': new Uint8Array(80 << 20) })
    expect(bomb.length).toBeLessThan(1 << 20)
    expect(readStamp(bomb)).toBeNull()
  })

  it('any bytes, and any of our files cut or changed anywhere, give null or a sound stamp, never an error', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .tuple(
          fc.constantFrom(...FILES.map(([, bytes]) => bytes)),
          fc.nat(),
          fc.nat({ max: 255 }),
          fc.boolean(),
        )
        .map(([bytes, at, value, cut]) => {
          const place = at % bytes.length
          if (cut) return bytes.slice(0, place)
          const changed = bytes.slice()
          changed[place] = value
          return changed
        }),
    )
    fc.assert(
      fc.property(anything, (bytes) => {
        const found = readStamp(bytes)
        expect(found === null || found.app === 'Science Cities').toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})
