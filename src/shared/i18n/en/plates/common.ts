/** Words of laid-out figures that several kinds share. */
export const common = {
  /** In the dashed box of a figure whose numbers come from the synthetic sample. */
  markSample: 'Synthetic sample',
  source: 'Source: {source}{licence}, as printed.',
  sourceComputed: 'Source: {name}, {articles} articles of {years}; computed by Science Cities.',
  sourceSample: 'Synthetic sample; no number in it is real.',
  licence: ' ({licence})',
  years: '{from}–{to}',
  /** Between two sentences of a source line. */
  betweenSentences: ' ',
  /** A figure that goes over several pages. */
  titlePart: '{title} ({part} of {of})',
  notes: {
    finding: 'Finding',
    howTo: 'How to read it',
    method: 'Method',
    source: 'Source and citation',
    numbers: 'Numbers',
    numbersText: 'Printed: {printed}. Sample: {sample}. Computed: {computed}.',
    reopen: 'Reopen and verify',
    reopenText:
      'Drop this file on Science Cities to open the view it came from; "verify" on the command line says whether its numbers still follow from the data.',
  },
}
