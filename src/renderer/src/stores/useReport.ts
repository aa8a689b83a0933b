/**
 * The way of a figure into the report: any view or the slide sheet gives the request, the reader's words and the address
 * of the view; the page stands last in the report that is kept beside the dataset's file.
 */
import type { Client } from '../../../shared/contract/client.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { Report } from '../../../shared/contract/reports.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { useClient } from '../transport/useClient.ts'
import { useSession } from './session.ts'
import type { FigureOffer } from './useExport.ts'

type PageInput = InputOf<'reports.renew'>['page']
/** What the reader wrote for the page; words that are missing are computed. */
export type ReportLook = Pick<PageInput, 'title' | 'subtitle' | 'alt' | 'notes'>

// One page after the other: what is added while another is on the way must not lose it.
let queue: Promise<unknown> = Promise.resolve()

/** Id of a new page of a report. */
export const newPageId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** @param language of the reader: a report that is begun speaks it. */
async function append(client: Client, dataset: string, language: Language, page: PageInput): Promise<Report> {
  const { content } = await client.call('reports.show', { dataset })
  // With its numbers as they are now: what the report later compares the dataset with.
  const renewed = await client.call('reports.renew', { dataset, page })
  const begun = content.pages.length === 0 ? { ...content, language } : content
  const pages = [...content.pages, renewed.page]
  return client.call('reports.save', { dataset, content: { ...begun, pages } })
}

export function useReport() {
  const client = useClient()
  const session = useSession()
  return {
    /**
     * Adds a page with the figure's present numbers and saves the report.
     * @param view address of the view that it came from; null of none
     * @returns the number of the page in the report
     * @throws AppError those of the figure; disk-full, no-permission
     */
    add(figure: FigureOffer, look: ReportLook, view: string | null): Promise<number> {
      const { dataset, language } = session
      const added = queue.then(async () => {
        const report = await append(client, dataset, language, { id: newPageId(), figure, ...look, view })
        return report.content.pages.length
      })
      queue = added.catch(() => {})
      return added
    },
  }
}
