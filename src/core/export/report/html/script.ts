/**
 * What the page can do where scripts run: heads of tables sort, a field finds rows, one language is shown at a time. Without
 * it all rows and languages stand there. Plain and short, as it is read by whoever opens the file's source.
 */
export const SCRIPT = `
'use strict'
for (const table of document.querySelectorAll('table[data-sort]')) {
  const body = table.tBodies[0]
  const heads = [...table.tHead.rows[0].cells]
  const key = (row, at) => {
    const cell = row.cells[at]
    if (!('v' in cell.dataset)) return cell.textContent
    return cell.dataset.v === '' ? null : Number(cell.dataset.v)
  }
  const compare = (a, b) => (typeof a === 'string' ? a.localeCompare(b, document.documentElement.lang) : a - b)
  heads.forEach((head, at) => {
    if ('bar' in head.dataset) return
    const button = document.createElement('button')
    button.type = 'button'
    button.append(...head.childNodes)
    const arrow = document.createElement('i')
    arrow.setAttribute('aria-hidden', 'true')
    arrow.textContent = { ascending: '\\u2191', descending: '\\u2193' }[head.getAttribute('aria-sort')] || ''
    const isNumber = head.classList.contains('n')
    if (isNumber) button.prepend(arrow)
    else button.append(arrow)
    head.append(button)
    button.addEventListener('click', () => {
      const before = head.getAttribute('aria-sort')
      const up = before ? before === 'descending' : !isNumber || 'rank' in head.dataset
      for (const other of heads) {
        other.removeAttribute('aria-sort')
        const sign = other.querySelector('i')
        if (sign) sign.textContent = ''
      }
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending')
      arrow.textContent = up ? '\\u2191' : '\\u2193'
      const keyed = [...body.rows].map((row) => [key(row, at), row])
      keyed.sort(([a], [b]) => (a === null || b === null ? (a === null) - (b === null) : compare(a, b) * (up ? 1 : -1)))
      body.append(...keyed.map(([, row]) => row))
    })
  })
  const find = document.getElementById(table.id + '-find')
  if (!find) continue
  find.hidden = false
  const told = find.querySelector('[role=status]')
  find.querySelector('input').addEventListener('input', ({ target }) => {
    const wanted = target.value.trim().toLowerCase()
    let n = 0
    for (const row of body.rows) {
      row.hidden = !row.textContent.toLowerCase().includes(wanted)
      if (!row.hidden) n++
    }
    told.textContent = told.dataset.words.replace('{n}', n)
  })
}
const articles = [...document.querySelectorAll('article')]
const links = [...document.querySelectorAll('nav.languages a')]
const show = (id) => {
  for (const each of articles) each.hidden = each.id !== id
  for (const link of links) {
    if (link.hash === '#' + id) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
  document.documentElement.lang = document.getElementById(id).lang
}
if (articles.length > 1) {
  const holding = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    return target && target.closest('article')
  }
  const follow = () => {
    const article = holding()
    if (!article) return
    show(article.id)
    document.getElementById(decodeURIComponent(location.hash.slice(1))).scrollIntoView()
  }
  addEventListener('hashchange', follow)
  show((holding() || articles[0]).id)
}
for (const each of document.querySelectorAll('details')) addEventListener('beforeprint', () => (each.open = true))
`.trim()
