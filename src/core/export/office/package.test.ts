import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { STAMP_NAME } from '../stamp.ts'
import { addProperties, OfficePackage, ROOT } from './package.ts'
import { TEST_STAMP } from './test-stamp.ts'

function sample(): Record<string, string> {
  const target = new OfficePackage()
  target.add('ppt/presentation.xml', '<p/>', 'application/x-main+xml')
  target.relate(ROOT, 'officeDocument', 'ppt/presentation.xml')
  target.add('ppt/slides/slide1.xml', '<s/>', 'application/x-slide+xml')
  target.relate('ppt/slides/slide1.xml', 'image', 'ppt/media/image1.png')
  target.add('ppt/media/image1.png', new Uint8Array([1]))
  addProperties(target, {
    title: 'Nanjing “<&>”',
    language: 'en',
    date: new Date('2024-11-20T00:00:00Z'),
    stamp: TEST_STAMP,
  })
  return Object.fromEntries(
    Object.entries(unzipSync(target.bytes())).map(([name, bytes]) => [name, strFromU8(bytes)]),
  )
}

describe('OfficePackage', () => {
  it('names the type of every part', () => {
    const types = sample()['[Content_Types].xml'] ?? ''
    expect(types).toContain('<Override PartName="/ppt/slides/slide1.xml"')
    expect(types).toContain('<Default Extension="png" ContentType="image/png"/>')
  })

  it('relates parts by the way from one to the other', () => {
    const files = sample()
    expect(files['ppt/slides/_rels/slide1.xml.rels']).toContain('Target="../media/image1.png"')
    expect(files['_rels/.rels']).toContain('Target="ppt/presentation.xml"')
  })

  it('holds the view whole, whatever its signs', () => {
    const custom = sample()['docProps/custom.xml'] ?? ''
    expect(custom).toContain(`name="${STAMP_NAME}"`)
    // In pieces, as Office keeps 255 characters of a property.
    const held = [...custom.matchAll(/<vt:lpwstr>(.*?)<\/vt:lpwstr>/gs)].map(([, piece]) => piece).join('')
    const plain = held
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
    expect(JSON.parse(plain)).toEqual(TEST_STAMP)
  })

  it('refuses a part twice, and one of an unknown kind', () => {
    const target = new OfficePackage()
    target.add('a.xml', '<a/>')
    expect(() => target.add('a.xml', '<a/>')).toThrow('already')
    expect(() => target.add('a.exe', new Uint8Array())).toThrow('no content type')
  })
})
