/** What no policy of a page forbids: WebRTC. A listener waits for it, and nothing may come. */
import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { expect, test } from './support/fixtures.ts'

/** Long enough for several tries of Chromium, the first of which comes within 50 ms. */
const LISTEN_MS = 4000

test('WebRTC reaches nobody, by UDP or TCP', async ({ app, page }, { project }) => {
  test.skip(project.name !== 'electron', 'a browser’s own settings hold there')
  let [packets, connections] = [0, 0]
  const udp = createSocket('udp4').on('message', () => packets++)
  const tcp = createServer((socket) => {
    connections++
    socket.destroy()
  })
  await new Promise<void>((done) => udp.bind(0, '127.0.0.1', done))
  await new Promise<void>((done) => tcp.listen(0, '127.0.0.1', done))
  try {
    await page.goto(app.url('/'))
    const servers = [
      { urls: `stun:127.0.0.1:${udp.address().port}` },
      {
        urls: `turn:127.0.0.1:${(tcp.address() as AddressInfo).port}?transport=tcp`,
        username: 'a',
        credential: 'b',
      },
    ]
    // As text: this file is checked without the page's types.
    await page.evaluate(`(async () => {
      globalThis.peer = new RTCPeerConnection({ iceServers: ${JSON.stringify(servers)} })
      peer.createDataChannel('x')
      await peer.setLocalDescription(await peer.createOffer())
    })()`)
    await page.waitForTimeout(LISTEN_MS)
    expect(await page.evaluate('peer.iceGatheringState')).not.toBe('new') // it did try
    expect({ packets, connections }).toEqual({ packets: 0, connections: 0 })
  } finally {
    udp.close()
    tcp.close()
  }
})
