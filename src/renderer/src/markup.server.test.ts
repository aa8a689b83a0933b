import { expect, it } from 'vitest'
import { withoutScripts } from './markup.server.ts'

it('leaves out what scripts go by, and nothing of a text that looks like it', () => {
  const drawn = '<!--[--><tr data-city="beijing" class="a">data-city=&quot;x&quot;</tr><!--]--><!---->'
  expect(withoutScripts(drawn)).toBe('<tr class="a">data-city=&quot;x&quot;</tr>')
})

it('writes lengths as attributes, which the policy of a page lets stand', () => {
  expect(withoutScripts('<i style="--v:0.5;"></i><td style="height:12px;"></td>')).toBe(
    '<i data-v="0.5"></i><td data-height="12px"></td>',
  )
})

it('a style that the first screen’s sheet does not know is a fault, as it would be missing', () => {
  expect(() => withoutScripts('<i style="color:red"></i>')).toThrow('color:red')
})
