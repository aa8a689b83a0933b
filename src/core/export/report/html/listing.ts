/** The page that lists the files of a report's folder, each with its picture. */
import type { Language } from '../../../../shared/domain/language.ts'
import { LANGUAGE_MARKS } from '../../../../shared/domain/language.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import type { Plate } from '../../../../shared/plates/plate.ts'
import { STAMP_NAME, stampMarkup } from '../../stamp.ts'
import type { FileStamp } from '../../stamp.ts'
import { escape } from './markup.ts'
import { styleSheet } from './styles.ts'

export interface Listed {
  plate: Plate
  /** The first is its picture. */
  files: readonly string[]
}

interface Listing {
  title: string
  language: Language
  listed: readonly Listed[]
  stamp: FileStamp
}

const RULES = `.thumb{display:block;width:100%;max-width:480px;height:auto;border:1px solid var(--line2)}
.files{display:flex;flex-wrap:wrap;gap:4px 24px;padding:8px 0 0;margin:0;list-style:none;font-size:14px}`

export function listingPage({ title, language, listed, stamp }: Listing): string {
  const head = translate(language, 'report.core.folder.index')
  return [
    '<!doctype html>',
    `<html lang="${LANGUAGE_MARKS[language].tag}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escape(title)} · Science Cities</title>`,
    `<style>${styleSheet('light', '')}\n${RULES}</style>`,
    `<script type="application/json" id="${STAMP_NAME}">${stampMarkup(stamp)}</script>`,
    '</head><body><main><article>',
    `<p class="over"><span>${escape(head)}</span></p><h1>${escape(title)}</h1>`,
    ...listed.map(sectionOf),
    '</article></main></body></html>',
    '',
  ].join('\n')
}

function sectionOf({ plate, files }: Listed): string {
  const lang = LANGUAGE_MARKS[plate.language].tag
  const picture = files[0] ?? ''
  const links = files.map(
    (file) => `<li><a href="${escape(encodeURIComponent(file))}">${escape(file)}</a></li>`,
  )
  return [
    `<section lang="${lang}"><h2>${escape(plate.title)}</h2>`,
    `<p class="sub"><span>${escape(plate.subtitle)}</span></p>`,
    `<img class="thumb" src="${escape(encodeURIComponent(picture))}" alt="${escape(plate.alt)}">`,
    `<ul class="files">${links.join('')}</ul></section>`,
  ].join('\n')
}
