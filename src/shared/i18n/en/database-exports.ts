/** Words of exports of bibliographic databases: what each is, and why no Share can be had from some. */
import type { PairedExport, RefusedExport } from '../../domain/file-kinds.ts'

/** How an article of an export that is read is divided. */
const divided =
  ' An article is divided equally among its authors, and the part of each among the affiliations named with that author; where it is not certain who belongs where, the article is rejected, not guessed.'

export const databaseExports = {
  kinds: {
    scopus: 'Scopus export',
    wos: 'Web of Science export',
    dimensions: 'Dimensions export',
    'scopus-unpaired': 'Scopus export without paired affiliations',
    'wos-unpaired': 'Web of Science export without addresses',
    'dimensions-unpaired': 'Dimensions export without paired affiliations',
    'openalex-unpaired': 'OpenAlex web export (CSV)',
    lens: 'Lens export',
    ieee: 'IEEE Xplore export',
    springer: 'Springer export',
    pubmed: 'PubMed export',
    ris: 'RIS references',
    bibtex: 'BibTeX references',
    endnote: 'EndNote references',
  },
  /** What is read of each, before it is. */
  reads: {
    scopus: `Read author by author from “Authors with affiliations”.${divided}`,
    wos: `Read author by author from the addresses (C1), which name their authors in brackets.${divided}`,
    dimensions: `Read author by author from “Authors Affiliations”.${divided}`,
  } satisfies Record<PairedExport, string>,
  unpaired: 'Not certain which affiliation belongs to which author',
  oddities: {
    'articles-paired': 'Articles of exports: affiliations named author by author',
    'articles-paired-single-author': 'Articles of exports: one author, who has all affiliations',
    'articles-paired-single-address': 'Articles of exports: one address, which all authors share',
    'articles-paired-by-country': 'Articles of exports: affiliations parted after the names of countries',
  },
  problems: {
    'export-scopus-unpaired':
      'It is a Scopus export without the column "Authors with affiliations": who belongs where is not known, so no Share can be had. In Scopus choose Export, CSV, and tick "Affiliations" and "Authors with affiliations" (all of "Bibliographical information").',
    'export-wos-unpaired':
      'It is a Web of Science export without addresses (C1): no Share can be had. Export anew as "Plain text file" or "Tab delimited file" with the record content "Full Record".',
    'export-dimensions-unpaired':
      'It is a Dimensions export without the column "Authors Affiliations": who belongs where is not known, so no Share can be had. Choose Save/Export, "Export results" as CSV with full data.',
    'export-openalex-unpaired':
      'It is a CSV of the OpenAlex web page: its authors and its institutions are two lists, from which it is not certain who belongs where, so no Share can be had. Take the same works as JSON from the OpenAlex API; the page Get data writes the address.',
    'export-lens':
      'It is a Lens export: it names no affiliations at all, so no Share can be had (its "Source Country" is the publisher’s). Take the same works as JSON from the OpenAlex API; the page Get data writes the address.',
    'export-ieee':
      'It is an IEEE Xplore export: its affiliations are one list, from which it is not certain who has several, so no Share can be had. Take the same works as JSON from the OpenAlex API, or export them from Scopus with "Authors with affiliations".',
    'export-springer':
      'It is a Springer export: it names no affiliations at all, so no Share can be had. Take the same works as JSON from the OpenAlex API, or export them from Scopus with "Authors with affiliations".',
    'export-pubmed':
      'It is a PubMed export, from which no Share is computed. Take the same works as JSON from the OpenAlex API; the page Get data writes the address.',
    'export-ris':
      'It holds references (RIS), which do not say whose affiliation is whose: no Share can be had. From Scopus export CSV with "Authors with affiliations", from Web of Science "Plain text file" with "Full Record".',
    'export-bibtex':
      'It holds references (BibTeX), which do not say whose affiliation is whose: no Share can be had. From Scopus export CSV with "Authors with affiliations", from Web of Science "Plain text file" with "Full Record".',
    'export-endnote':
      'It holds references (EndNote), which do not say whose affiliation is whose: no Share can be had. From Scopus export CSV with "Authors with affiliations", from Web of Science "Plain text file" with "Full Record".',
  } satisfies Record<`export-${RefusedExport}`, string>,
}
