/** Strip, rail and status line, as HeaderStrip.vue, SideRail.vue and StatusLine.vue draw them. */
import { LANGUAGES, LANGUAGE_MARKS } from '../../shared/domain/language.ts'
import type { SharedState } from '../../shared/address/query.ts'
import type { DatasetDetail } from '../../shared/contract/datasets.ts'
import { RAIL } from '../../shared/screens/rail.ts'
import { subjectMarks } from '../../shared/screens/subject-marks.ts'
import { rulerYears } from '../../shared/screens/years.ts'
import type { Html } from './html.ts'
import { markup } from './html.ts'
import type { Visitor } from './visitor.ts'
import type { Words } from './words.ts'
import { icon } from './words.ts'

export interface Frame {
  detail: DatasetDetail
  state: SharedState
  visitor: Visitor
  words: Words
}

/** A data set of articles: its figures are computed. */
export const isIndex = ({ kind }: DatasetDetail): boolean => kind === 'computed' || kind === 'sample'

export const key = ({ isApple }: Visitor, letter: string): string =>
  isApple ? `⌘${letter}` : `Ctrl ${letter}`

const LOGO = markup`<svg width="17" height="16" viewBox="0 0 17 16" aria-hidden="true">
  <path d="M.5 15V9M4.5 15V7M12.5 15V7M16.5 15V9" stroke="currentColor" stroke-width="1.3" />
  <path d="M8.5 15V1" stroke="var(--needle)" stroke-width="2.2" />
</svg>`

export function strip(frame: Frame): Html {
  const { visitor, words } = frame
  const { t } = words
  return markup`<header class="strip">
    <div class="brand">${LOGO}<span>Science Cities</span></div>
    ${datasetField(frame)}${yearField(frame)}${subjectField(frame)}
    ${choice(
      t('shell.language'),
      LANGUAGES.map((language) => {
        const { short, tag } = LANGUAGE_MARKS[language]
        return { on: visitor.language === language, shown: markup`${short}`, lang: tag }
      }),
    )}
    ${choice(t('shell.theme'), [
      { on: visitor.theme === 'light', shown: icon('sun'), lang: null },
      { on: visitor.theme === 'dark', shown: icon('moon'), lang: null },
    ])}
    <button type="button" class="omni">
      ${icon('search')}<span class="long">${t('shell.omni')}</span>
      <span class="short">${t('shell.search')}</span><kbd>${key(visitor, 'K')}</kbd>
    </button>
  </header>`
}

function datasetField({ detail, words: { t, nameOf } }: Frame): Html {
  const kind = detail.kind === 'sample' ? 'rankings.index.sampleMark' : `common.kinds.${detail.kind}`
  return markup`<button type="button" class="field">
    <span class="field__label">${t('shell.dataset')}</span>
    <span class="field__value"
      ><span>${nameOf(detail)}</span><span class="tag tag--${detail.kind}">${t(kind)}</span>
      ${icon('chevron', true)}</span
    >
  </button>`
}

function yearField({ detail, state, words: { t } }: Frame): Html {
  const { years, defaultYear, cities } = detail
  const ruler = rulerYears(years, defaultYear, cities, state.year ?? null, isIndex(detail))
  const shown = state.year ?? defaultYear
  return markup`<div class="field">
    <span class="field__label">${t('shell.year')}</span>
    <div class="years${ruler.length > 8 && ' years--many'}">
      ${ruler.map(
        ({ year, full, breakBefore }) => markup`${breakBefore && markup`<span class="years__break"></span>`}
          <button type="button" class="year${!full && ' is-none'}" role="radio" aria-checked="${String(year === shown)}">
            ${year}
          </button>`,
      )}
    </div>
  </div>`
}

function subjectField({ state, words: { t } }: Frame): Html {
  const mark = subjectMarks[state.subject]
  const path =
    mark &&
    (mark.stroke
      ? markup`<path d="${mark.path}" stroke="${mark.colour}" stroke-width="2.4" fill="none" />`
      : markup`<path d="${mark.path}" fill="${mark.colour}" />`)
  return markup`<button type="button" class="field">
    <span class="field__label">${t('shell.subject')}</span>
    <span class="field__value"
      >${path && markup`<svg class="dot" width="9" height="9" viewBox="0 0 10 10" aria-hidden="true">${path}</svg>`}
      <span>${t(`common.subjects.${state.subject}`)}</span>${icon('chevron', true)}</span
    >
  </button>`
}

function choice(label: string, options: { on: boolean; shown: Html; lang: string | null }[]): Html {
  return markup`<div class="field">
    <span class="field__label">${label}</span>
    <div class="choice">
      ${options.map(
        ({ on, shown, lang }) =>
          markup`<button type="button" role="radio" aria-checked="${String(on)}"${lang && markup` lang="${lang}"`}>${shown}</button>`,
      )}
    </div>
  </div>`
}

/** The views: all of the frame that can be drawn before the core has answered. Its foot follows in `railFoot`. */
export const railViews = ({ t }: Words): Html => markup`<nav class="rail" aria-label="${t('shell.views')}">
  ${RAIL.map(
    ({ name, icon: sign }, index) => markup`${name === 'datasets' && markup`<hr />`}
      <a${name === 'rankings' && markup` class="is-on" aria-current="page"`}>
        ${icon(sign)}<span class="label">${t(`shell.view.${name}`)}</span><kbd aria-hidden="true">${index + 1}</kbd>
      </a>`,
  )}`

export const railFoot = ({ detail, words: { t, number } }: Frame): Html => markup`<div class="rail__foot">
    <b>${detail.version}</b><span>${t('shell.cities', { n: number(detail.cities, 0) })}</span>
    <span>${t('shell.figures', { n: number(detail.figures, 0) })}</span><span>${t('shell.offline')}</span>
  </div>
</nav>`

/** `source` names the dataset, `keys` say what works in the table. */
export function status({ t }: Words, source: string, keys: { keys: string[]; does: string }[]): Html {
  return markup`<footer class="status">
    <span class="status__src">${source}</span>
    <span class="status__keys"
      >${keys.map((each) => markup`<span>${each.keys.map((name) => markup`<kbd>${name}</kbd>`)} ${each.does}</span>`)}
      <button type="button"><kbd>?</kbd> ${t('shell.allKeys')}</button></span
    >
  </footer>`
}
