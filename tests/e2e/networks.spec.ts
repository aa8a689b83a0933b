import { violationsOf } from './support/axe.ts'
import { outOfFrame } from '../../src/shared/figures/network/frame.ts'
import { saveFile, watchAnswers } from './support/host-ways.ts'
import { expect, INDEX, test } from './support/index-app.ts'
import { elementsOf, openNetwork, placeOf, watchDrawings } from './support/network-page.ts'

const at = (query = '', dataset = 'sample') => `/networks?dataset=${dataset}&lang=en${query}`

test('what is drawn is said, chosen and kept in the address', async ({ app, page }) => {
  const drawn = watchDrawings(page)
  await openNetwork(page, app.url(at()))
  const nodes = page.getByTestId('network-nodes')
  await expect(nodes.locator('tr[data-key]')).toHaveCount(5)
  await expect(nodes.locator('h2')).toContainText(`5 of ${drawn.last().nodesOf}`)

  await page.locator('[data-part=top-number]').fill('40')
  await page.locator('[data-part=top-number]').press('Enter')
  await expect(page).toHaveURL(/n=40/)
  await expect.poll(() => drawn.last().nodes.length).toBeGreaterThan(5)
  const all = drawn.last().edges.length

  const threshold = page.locator('[data-part=threshold] [role=slider]')
  await threshold.focus()
  for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowRight')
  await expect(page).toHaveURL(/min=/)
  await expect.poll(() => drawn.last().edges.length).toBeLessThan(all)
  await expect(page.getByTestId('network-pairs').locator('h2')).toContainText('score at least')

  await page.getByRole('radio', { name: 'Cluster' }).click()
  await expect(page.locator('.ctl--seg', { hasText: 'Cluster' })).toContainText('modularity')
  await page.getByRole('radio', { name: 'Circle', exact: true }).click()
  await expect(page).toHaveURL(/colour=cluster.*layout=circle|layout=circle.*colour=cluster/)
  await expect.poll(() => drawn.last().layout).toBe('circle')

  await page.goBack()
  await expect.poll(() => drawn.last().layout).toBe('force')
  await page.locator('[data-part=rerun]').click()
  await expect(page).toHaveURL(/seed=2/)
  await expect.poll(() => drawn.last().seed).toBe(2)

  await page.locator('[data-part=pick-city]').click()
  await page.keyboard.type('shang')
  await expect(page.getByRole('option', { name: /Shanghai/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/city=shanghai/)
  await expect.poll(() => drawn.last().filters.city).toBe('shanghai')
})

test('a node is read in the figure, in the tables and in the inspector at once; a pair leads to its articles', async ({
  app,
  page,
}) => {
  const drawn = watchDrawings(page)
  await openNetwork(page, app.url(at('&n=8')))
  const drawing = drawn.last()
  const second = drawing.nodes[1]!
  const { x, y } = await placeOf(page, drawing, second.id)
  await page.mouse.click(x, y)
  await expect(page.locator('[data-part=node] h2')).toHaveText(second.name)
  await expect(page.locator(`[data-testid=network-nodes] tr[data-key="${second.id}"]`)).toHaveClass(/is-cur/)
  await expect(page.locator('[data-part=spoken]')).toContainText(second.name)

  const first = drawing.nodes[0]!
  await page.locator(`[data-testid=network-nodes] tr[data-key="${first.id}"]`).click()
  await expect(page.locator('[data-part=node] h2')).toHaveText(first.name)
  await expect(page).toHaveURL(new RegExp(`at=${first.id}`))

  const score = page.getByTestId('network-pairs').locator('tr[data-key] .share').first()
  const said = await score.innerText()
  await score.click()
  await expect(page.locator('[data-part=derived-total]')).toHaveText(said)
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-part=pair] [data-part=score]')).toHaveText(said)
  await page.locator('[data-part=pair] [data-part=why]').click()
  await expect(page.locator('[data-part=derived-total]')).toHaveText(said)
})

test('a dragged node is pinned, comes back by undo, and stands there the next time', async ({
  app,
  page,
}) => {
  const drawn = watchDrawings(page)
  await openNetwork(page, app.url(at('&n=6')))
  const before = drawn.last()
  const id = before.nodes[2]!.id
  const from = await placeOf(page, before, id)
  const count = drawn.count()
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 30, from.y - 12, { steps: 6 })
  await page.mouse.up()
  await expect.poll(() => drawn.count()).toBeGreaterThan(count)
  await expect(page.locator('[data-part=pinned]')).toContainText('1')
  const moved = drawn.last().nodes.find((node) => node.id === id)!
  expect(moved.pinned).toBe(true)
  expect(Math.hypot(moved.x - before.nodes[2]!.x, moved.y - before.nodes[2]!.y)).toBeGreaterThan(10)

  await page.keyboard.press('Control+z')
  await expect(page.locator('[data-part=pinned]')).not.toContainText('1')
  await expect
    .poll(() => drawn.last().nodes.find((node) => node.id === id)!.x)
    .toBeCloseTo(before.nodes[2]!.x, 6)
  const kept = watchAnswers(page, 'networks.keep')
  await page.keyboard.press('Control+Shift+z')
  await expect(page.locator('[data-part=pinned]')).toContainText('1')
  await expect.poll(() => drawn.last().nodes.find((node) => node.id === id)!.x).toBeCloseTo(moved.x, 6)

  // A page that is left gives up what it still asks for.
  await expect.poll(() => kept.count()).toBeGreaterThan(0)
  await page.reload()
  await expect(page.locator('[data-part=pinned]')).toContainText('1')
  expect(drawn.last().nodes.find((node) => node.id === id)!.x).toBeCloseTo(moved.x, 6)
  await page.getByRole('button', { name: 'Release all' }).click()
  await expect(page.locator('[data-part=pinned]')).toContainText('drag to pin')
})

test('hidden nodes leave figure and tables, and are shown again', async ({ app, page }) => {
  const drawn = watchDrawings(page)
  await openNetwork(page, app.url(at('&n=6')))
  const rows = page.getByTestId('network-nodes').locator('tr[data-key]')
  const name = drawn.last().nodes[1]!.name
  // In one moment, as a quick hand's key comes before the address is written.
  await page.evaluate(`(() => {
    const row = document.querySelectorAll('[data-testid=network-nodes] tr[data-key]')[1]
    row.click()
    row.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', bubbles: true, cancelable: true }))
  })()`)
  await expect(rows).toHaveCount(5)
  await expect(page.locator('[data-part=hidden]')).toContainText(name)
  await page.reload()
  await expect(rows).toHaveCount(5)
  await page.getByRole('button', { name: 'Show again' }).click()
  await expect(rows).toHaveCount(6)
})

test('one year stands where the whole period put it; years side by side share a scale', async ({
  app,
  page,
}) => {
  const drawn = watchDrawings(page)
  await openNetwork(page, app.url(at('&n=10')))
  const whole = drawn.last()
  const years = page.locator('.years [role=radio]')
  await expect(page.locator('#year-label')).toContainText('together')
  await years.last().click()
  await expect(page).toHaveURL(/one=1/)
  await expect.poll(() => drawn.last().filters.from).toBe(whole.filters.to)
  const last = drawn.last()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => drawn.last().filters.from).toBe(whole.filters.to - 1)
  const moves = drawn.last().nodes.flatMap((node) => {
    const there = last.nodes.find(({ id }) => id === node.id)
    return there ? [Math.hypot(node.x - there.x, node.y - there.y)] : []
  })
  expect(moves.length).toBeGreaterThan(3)
  expect(moves.sort((a, b) => a - b)[Math.floor(moves.length / 2)]!).toBeLessThan(60)
  await page.locator('[data-part=whole-period]').click()
  await expect(page).not.toHaveURL(/one=1/)

  await page.getByRole('radio', { name: 'Years' }).click()
  await expect(page.getByTestId('network-multiples').locator('canvas')).toBeVisible()
  await expect(page).toHaveURL(/panels=years/)
})

test('the circle of a node, and cities', async ({ app, page }) => {
  const drawn = watchDrawings(page)
  await openNetwork(page, app.url(at('&n=6')))
  await page.getByTestId('network-nodes').locator('tr[data-key]').first().click()
  const id = drawn.last().nodes[0]!.id
  await page.locator('[data-part=circle]').click()
  await expect(page).toHaveURL(new RegExp(`of=ego.*centre=${id}|centre=${id}.*of=ego`))
  await expect.poll(() => drawn.last().filters.of).toBe('ego')
  expect(drawn.last().nodes[0]!.id).toBe(id)
  await page.locator('[data-part=kind-of-network]').selectOption('cities')
  await expect.poll(() => drawn.last().filters.of).toBe('cities')
  await expect(page.getByTestId('network-nodes').locator('h2')).toContainText('Cities')
})

test('opens focused and readable; the circle of one has that one in its middle', async ({ app, page }) => {
  const drawn = watchDrawings(page)
  await openNetwork(page, app.url(at('&of=cities')))
  const [first] = drawn.last().nodes
  await expect(page.locator('[data-part=node] h2')).toHaveText(first!.name)
  await expect(page.locator('.view-head .finding')).toContainText(`The closest partner of ${first!.name} is`)
  const cut = drawn.last()
  expect(cut.filters.strongest).toBe(3)
  expect(cut.words.subtitle).toContain('the 3 strongest links of each')
  const pairs = page.getByTestId('network-pairs').locator('h2')
  await expect(pairs).toContainText('the 3 strongest of each')
  await page.locator('[data-part=strongest]').selectOption({ label: 'all' })
  await expect(page).toHaveURL(/k=all/)
  await expect.poll(() => drawn.last().edges.length).toBe(cut.edgesOf)

  await page.locator('[data-part=circle]').click()
  await expect(page).toHaveURL(/of=ego/)
  await expect.poll(() => drawn.last().filters.centre).toBe(first!.id)
  const { nodes, nodesOf, frame, words } = drawn.last()
  expect(nodes[0]!.x).toBeCloseTo(frame.plot.x + frame.plot.width / 2, 3)
  expect(words.subtitle).toContain(`20 of ${nodesOf - 1} partners`)
  await expect(page.locator('[data-part=top]')).toContainText(`20 of ${nodesOf - 1}`)
  await expect(page.getByTestId('network-nodes').locator('h2')).toContainText(`20 of ${nodesOf - 1} partners`)
})

test('SVG, PNG and GEXF hold the figure that is seen', async ({ app, page }) => {
  const drawn = watchDrawings(page)
  await openNetwork(page, app.url(at('&n=12&seed=3&colour=cluster')))
  const drawing = drawn.last()
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog')
  // As it is seen: 300 mm wide, and the shape of the figure.
  await dialog.locator('[data-preset=view]').click()
  const saved = async (format: string) => {
    await dialog.getByRole('radio', { name: format, exact: true }).click()
    return (await saveFile(page, () => dialog.getByTestId('export-go').click())).bytes
  }

  const png = await saved('PNG')
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  // 300 mm at 300 dpi, and the shape of the figure.
  expect(png.readUInt32BE(16)).toBe(3543)
  expect(png.readUInt32BE(20) / 3543).toBeCloseTo(0.64, 2)

  const svg = (await saved('SVG')).toString('utf8')
  for (const label of drawing.labels.slice(0, 3)) expect(svg).toContain(label.lines[0]!.text.split('&')[0]!)
  const circles = await elementsOf(page, svg, 'circle')
  // Of the same area scale: paper is a scale of the figure's units.
  expect(circles.length).toBeGreaterThanOrEqual(drawing.nodes.length)

  const gexf = (await saved('GEXF')).toString('utf8')
  const nodes = await elementsOf(page, gexf, 'node')
  expect(nodes.map(({ id }) => id).sort()).toEqual(drawing.nodes.map(({ id }) => id).sort())
  expect(await elementsOf(page, gexf, 'edge')).toHaveLength(drawing.edges.length)
  const positions = await elementsOf(page, gexf, 'position')
  const at0 = positions[nodes.findIndex(({ id }) => id === drawing.nodes[0]!.id)]!
  expect(Number(at0['x'])).toBeCloseTo(outOfFrame(drawing.nodes[0]!, drawing.frame).x, 3)

  await dialog.getByRole('tab', { name: 'Table' }).click()
  await dialog.getByRole('radio', { name: 'Pairs' }).click()
  const csv = await saveFile(page, () => dialog.getByTestId('export-go').click())
  const lines = csv.bytes.toString('utf8').split(/\r?\n/)
  const best = drawing.edges[0]!
  expect(lines.some((line) => line.includes(best.a) && line.includes(best.b))).toBe(true)
})

test('the keyboard alone: walk, focus, pin, derive, tables and back', async ({ app, page }) => {
  const drawn = watchDrawings(page)
  await openNetwork(page, app.url(at('&n=8')))
  await page.locator('.network-canvas').focus()
  await page.keyboard.press('Home')
  const heading = page.locator('[data-part=node] h2')
  await expect(heading).toHaveText(drawn.last().nodes[0]!.name)
  await page.keyboard.press('n')
  await expect(heading).toHaveText(drawn.last().nodes[1]!.name)
  await page.keyboard.press('f')
  await expect(page).toHaveURL(/focus=1/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await page.keyboard.press('p')
  await expect(page.locator('[data-part=pinned]')).toContainText('1')
  await page.keyboard.press('t')
  await expect(page.locator('[data-testid=network-nodes] tr[data-key]').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(heading).toHaveText(drawn.last().nodes[1]!.name)
  await page.keyboard.press('d')
  await expect(page.locator('[data-part=derivation]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-part=derivation]')).toHaveCount(0)
  await page.locator('[data-testid=network-nodes] tr[data-key]').nth(1).focus()
  await page.keyboard.press('t')
  await expect(page.locator('.network-canvas')).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(page.locator('[data-part=pinned]')).toContainText('drag to pin')
})

test('states: threshold, unknown city, year without data, in both languages', async ({
  app,
  page,
  complaints,
}) => {
  await openNetwork(page, app.url(at('&n=8&min=1000000')))
  const notice = page.locator('[data-part=network-notice]')
  await expect(notice).toContainText('Nothing to draw at this threshold')
  await notice.getByRole('button').click()
  await expect(notice).toHaveCount(0)
  await expect(page.getByTestId('network-pairs').locator('tr[data-key]').first()).toBeVisible()

  await page.goto(app.url(at('&city=atlantis').replace('lang=en', 'lang=zh')))
  await expect(page.locator('[data-part=lost-ticks]')).toContainText('atlantis')
  await expect(page.getByTestId('network-stage')).toBeVisible()
  await page.goto(app.url(at('&from=1950&to=1951')))
  await expect(page.getByRole('alert')).toContainText('1950')
  await page.locator('[data-part=all-years]').click()
  await expect(page.getByTestId('network-stage')).toBeVisible()
  complaints.splice(0, complaints.length, ...complaints.filter((each) => !each.startsWith('status 4')))
})

test('an edition says what was not published and offers two ways on', async ({ app, page }) => {
  await page.goto(app.url('/networks?lang=en&draw=network'))
  const state = page.locator('[data-part=unpublished]')
  await expect(state).toContainText('No network was published as figures')
  await state.locator('[data-part=way-sample]').click()
  await expect(page).toHaveURL(/dataset=sample/)
  await expect(page.getByTestId('network-stage')).toBeVisible()
})

test('a small index of one institution a city has a designed state', async ({ app, page }) => {
  await openNetwork(page, app.url(at('', INDEX)))
  await expect(page.getByTestId('network-nodes').locator('tr[data-key]').first()).toBeVisible()
})

for (const lang of ['en', 'zh'])
  for (const theme of ['light', 'dark'])
    test(`no violation of WCAG 2.2 AA: ${lang}, ${theme}`, async ({ app, page }) => {
      test.setTimeout(300_000)
      const drawn = watchDrawings(page)
      await openNetwork(page, app.url(`/networks?dataset=sample&lang=${lang}&theme=${theme}&n=20`))
      expect(await violationsOf(page)).toEqual([])
      await page.getByTestId('network-nodes').locator('tr[data-key]').first().click()
      expect(drawn.last().nodes.length).toBeGreaterThan(1)
      await expect(page.locator('[data-part=node]')).toBeVisible()
      expect(await violationsOf(page)).toEqual([])
      await page.goto(app.url(`/networks?draw=network&lang=${lang}&theme=${theme}`))
      await expect(page.locator('[data-part=unpublished]')).toBeVisible()
      expect(await violationsOf(page)).toEqual([])
    })
