import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { createMemoryHistory } from 'vue-router'
import type { Client } from '../../../../shared/contract/client.ts'
import { makeI18n } from '../../i18n/make-i18n.ts'
import { makeRouter } from '../../shell/router.ts'
import { provideConnection } from '../../transport/useClient.ts'
import ViewFrame from './ViewFrame.vue'

const client = { call: () => new Promise(() => {}), subscribe: () => () => {} } as unknown as Client

/** A view that fills its inspector once its data are there. */
const filled = ref(false)
const View = defineComponent({
  render: () =>
    h(ViewFrame, null, {
      default: () => 'figures',
      ...(filled.value ? { side: () => 'source' } : {}),
    }),
})

afterEach(() => {
  filled.value = false
})

describe('the two panes of a view', () => {
  it('gives the inspector its column when it is filled later than the view is drawn', async () => {
    const wrapper = mount(View, {
      global: {
        plugins: [
          (app) => provideConnection(app, { client, host: new Promise(() => {}), onCommand() {} }),
          createPinia(),
          makeRouter(createMemoryHistory()),
          makeI18n('en'),
        ],
      },
    })
    expect(wrapper.find('.view').classes()).not.toContain('view--side')
    expect(wrapper.find('.side-tab').exists()).toBe(false)
    filled.value = true
    await flushPromises()
    expect(wrapper.find('aside.side').text()).toBe('source')
    expect(wrapper.find('.view').classes()).toEqual(expect.arrayContaining(['view--side', 'view--drawer']))
    expect(wrapper.find('.side-tab').exists()).toBe(true)
    wrapper.unmount()
  })
})
