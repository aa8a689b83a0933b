import { strFromU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeDeck } from './presentation.ts'
import { TEST_OPTIONS, testDeck } from './test-plates.ts'
import { testTemplate } from './test-template.ts'

const textsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
const write = async (template: Uint8Array) =>
  textsOf(await writeDeck(testDeck(), { ...TEST_OPTIONS, template }))

describe('a deck on the template of the office', () => {
  it('takes master, layout and colours, and leaves the template’s slides behind', async () => {
    const files = await write(await testTemplate())
    expect(files['ppt/theme/theme1.xml']).toContain('117733')
    expect(Object.keys(files).filter((name) => /slides\/slide\d+\.xml$/.test(name))).toHaveLength(4)
    expect(files['ppt/slides/_rels/slide1.xml.rels']).toContain('slideLayouts/slideLayout1.xml')
    const slide = files['ppt/slides/slide1.xml'] ?? ''
    expect(slide.match(/<p:ph type="title"/g)).toHaveLength(1)
    expect(slide).not.toContain('type="body"')
    const shade = '<a:schemeClr val="accent2"><a:lumMod val="75000"/></a:schemeClr>'
    expect((files['ppt/slides/slide3.xml'] ?? '').includes(shade)).toBe(true)
  })

  it('keeps the ids by which the master names its layouts', async () => {
    const renamed = await testTemplate((name, xml) =>
      name.includes('slideMaster1') ? xml.replaceAll('rId1"', 'rId77"') : xml,
    )
    const files = await write(renamed)
    expect(files['ppt/slideMasters/slideMaster1.xml']).toContain('r:id="rId77"')
    expect(files['ppt/slideMasters/_rels/slideMaster1.xml.rels']).toContain('Id="rId77"')
  })

  it('sets the figure into slides of another size', async () => {
    const small = await testTemplate((_name, xml) =>
      xml.replace(/<p:sldSz[^>]*>/, '<p:sldSz cx="9144000" cy="5143500"/>'),
    )
    const files = await write(small)
    expect(files['ppt/presentation.xml']).toContain('cx="9144000" cy="5143500"')
    const ends = [...(files['ppt/slides/slide1.xml'] ?? '').matchAll(/<a:off x="(\d+)"/g)].map(([, x]) =>
      Number(x),
    )
    expect(Math.max(...ends)).toBeLessThan(9144000)
  })

  it.each([
    ['template-unreadable', async () => new Uint8Array([1, 2, 3])],
    ['template-unreadable', async () => zipSync({ 'a.txt': new Uint8Array(3) })],
    [
      'template-unreadable',
      () =>
        testTemplate((name, xml) => (name.includes('theme1') ? `<!DOCTYPE a [<!ENTITY x "y">]>${xml}` : xml)),
    ],
    ['template-layout', () => testTemplate((_name, xml) => xml.replace(' type="titleOnly"', ''))],
    [
      'template-size',
      () =>
        testTemplate((_name, xml) => xml.replace(/<p:sldSz[^>]*>/, '<p:sldSz cx="5143500" cy="9144000"/>')),
    ],
  ])('says in words what does not fit: %s', async (code, make) => {
    const template = await make()
    await expect(writeDeck(testDeck(), { ...TEST_OPTIONS, template })).rejects.toMatchObject({ code })
  })

  it('reaches nothing outside: linked pictures lead nowhere', async () => {
    const linked = await testTemplate((name, xml) =>
      name.endsWith('slideLayout1.xml.rels')
        ? xml.replace(
            '</Relationships>',
            '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="https://example.org/a.png" TargetMode="External"/></Relationships>',
          )
        : xml,
    )
    const files = await write(linked)
    expect(files['ppt/slideLayouts/_rels/slideLayout1.xml.rels']).not.toContain('example.org')
  })
})
