import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import NumberField from './NumberField.vue'

/** As keys do: without a change, which comes when the field is left. */
async function type(field: ReturnType<typeof mount>, text: string): Promise<void> {
  ;(field.element as HTMLInputElement).value = text
  await field.trigger('input')
}
const shown = (field: ReturnType<typeof mount>) => (field.element as HTMLInputElement).value

test('what is being typed stays while what stands around it changes', async () => {
  const field = mount(NumberField, { props: { value: 0 } })
  await type(field, '100000')
  await field.setProps({ value: 5 })
  expect(shown(field)).toBe('100000')
  await field.trigger('change')
  expect(field.emitted('settle')?.at(-1)).toEqual(['100000'])
})

test('what was not taken gives way to the value', async () => {
  const field = mount(NumberField, { props: { value: 7 } })
  await type(field, '12')
  await field.trigger('blur')
  expect(shown(field)).toBe('7')
})
