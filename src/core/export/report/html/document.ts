/** A report as one web page that holds all it needs: no request leaves it, it opens from a memory stick and prints. */
import type { ReportContent } from '../../../../shared/contract/reports.ts'
import type { FigurePreset } from '../../../../shared/domain/figure-presets.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { LANGUAGE_MARKS } from '../../../../shared/domain/language.ts'
import type { ReaderContext } from '../../../context.ts'
import type { TextMetrics } from '../../../drawing/text-metrics.ts'
import { STAMP_NAME } from '../../stamp.ts'
import type { LaidPage } from '../lay-pages.ts'
import { languagesOf } from '../page-input.ts'
import { headOf } from './head.ts'
import { escape, say } from './markup.ts'
import { SCRIPT } from './script.ts'
import { sectionsOf } from './sections.ts'
import { styleSheet } from './styles.ts'

/** The column of the page, 1,040 px wide: labels of 15 px. */
export const WEB_COLUMN: FigurePreset = {
  group: 'screen',
  width: 780,
  height: 462,
  type: { title: 24, subtitle: 15, body: 12, label: 11.25, source: 9.75, least: 9 },
  margin: { side: 0, top: 0, bottom: 0 },
}

interface Written {
  content: ReportContent
  pages: readonly LaidPage[]
  /** JSON of the file's stamp, safe inside a script element. */
  stamp: string
  /** `@font-face` rules with the letters that occur; empty leaves the reader's faces. */
  faces: (text: string) => string
  date: string | undefined
  metrics: TextMetrics
  context: ReaderContext
}

/** Nothing is loaded from anywhere: a link in a name could not do it either. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"

export function htmlReport(written: Written): string {
  const { content } = written
  const languages = languagesOf(content)
  const articles = languages.map((language) => articleOf(language, written))
  const [first] = languages
  const lang = LANGUAGE_MARKS[first ?? 'en'].tag
  const title = articles.map((article) => article.title)
  const body = [
    languages.map(
      (language) => `<a class="skip" href="#${language}">${escape(say(language, 'skip'))}</a>`,
    )[0] ?? '',
    languages.length > 1 ? switchMarkup(languages) : '',
    `<main>${articles.map(({ markup }) => markup).join('\n')}</main>`,
  ].join('\n')
  return [
    '<!doctype html>',
    `<html lang="${lang}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="generator" content="Science Cities">',
    `<title>${escape([...new Set(title)].join(' · '))} · Science Cities</title>`,
    `<style>${styleSheet(content.theme, written.faces(lettersOf(body)))}</style>`,
    `<script type="application/json" id="${STAMP_NAME}">${written.stamp}</script>`,
    '</head><body>',
    body,
    `<script>${SCRIPT}</script>`,
    '</body></html>',
    '',
  ].join('\n')
}

function articleOf(language: Language, written: Written): { title: string; markup: string } {
  const { content, date, metrics, context } = written
  const pages = written.pages.filter((page) => page.language === language)
  const head = headOf(content, pages, language, date, context)
  const sections = sectionsOf(pages, language, metrics, context)
  const contents = sections.map(
    ({ id, title }, i) => `<li><a href="#${id}">${i + 1} ${escape(title)}</a></li>`,
  )
  const markup = [
    `<article id="${language}" lang="${LANGUAGE_MARKS[language].tag}"><header>${head.markup}`,
    `<nav aria-label="${escape(say(language, 'contents'))}"><ol>${contents.join('')}</ol></nav></header>`,
    ...sections.map((section) => section.markup),
    citationMarkup(pages, language),
    `<footer class="end"><p class="src"><span>${escape(say(language, 'caveat'))}</span><span></span></p></footer>`,
    '</article>',
  ]
  return { title: head.title, markup: markup.join('\n') }
}

/** Filters stand with each page; what is alike of all pages stands once. */
function citationMarkup(pages: readonly LaidPage[], language: Language): string {
  const all = pages.map(({ citation }) => citation)
  const shared = (all[0] ?? []).filter((line) =>
    all.every((lines) => lines.some(([label, value]) => label === line[0] && value === line[1])),
  )
  const lines = shared.map(([label, value]) => `<dt>${escape(label)}</dt><dd>${escape(value)}</dd>`)
  const id = `${language}-cite`
  return [
    `<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${escape(say(language, 'citation'))}</h2>`,
    `<p class="sub"><span>${escape(say(language, 'verify'))}</span></p><dl class="cite">${lines.join('')}</dl></section>`,
  ].join('\n')
}

/** Languages by links to their half of the page: with scripts one is shown, without them it is gone to. */
function switchMarkup(languages: readonly Language[]): string {
  const links = languages.map((language) => {
    const { fullName, tag } = LANGUAGE_MARKS[language]
    return `<li><a href="#${language}" lang="${tag}" hreflang="${tag}">${fullName}</a></li>`
  })
  return `<div class="top"><nav class="languages" aria-label="Language, 语言"><ul>${links.join('')}</ul></nav></div>`
}

/** Text of the page without its tags: the letters that a face must have. */
const lettersOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(
      /&(amp|lt|gt|quot);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '',
    )
