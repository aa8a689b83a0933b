import type { databaseExports as en } from '../en/database-exports.ts'

/** How an article of an export that is read is divided. */
const divided =
  '每篇论文由全体作者平分，各位作者的部分再由其名下的所属机构平分；无法确定作者属于哪个机构的论文不予计入，绝不猜测。'

export const databaseExports: typeof en = {
  kinds: {
    scopus: 'Scopus 导出文件',
    wos: 'Web of Science 导出文件',
    dimensions: 'Dimensions 导出文件',
    'scopus-unpaired': '作者与机构未对应的 Scopus 导出文件',
    'wos-unpaired': '没有地址的 Web of Science 导出文件',
    'dimensions-unpaired': '作者与机构未对应的 Dimensions 导出文件',
    'openalex-unpaired': 'OpenAlex 网页导出（CSV）',
    lens: 'Lens 导出文件',
    ieee: 'IEEE Xplore 导出文件',
    springer: 'Springer 导出文件',
    pubmed: 'PubMed 导出文件',
    ris: 'RIS 参考文献',
    bibtex: 'BibTeX 参考文献',
    endnote: 'EndNote 参考文献',
  },
  /** What is read of each, before it is. */
  reads: {
    scopus: `按“Authors with affiliations”一列逐位作者读取所属机构。${divided}`,
    wos: `按地址（C1）逐位作者读取所属机构，地址的方括号中列有作者。${divided}`,
    dimensions: `按“Authors Affiliations”一列逐位作者读取所属机构。${divided}`,
  },
  unpaired: '无法确定作者各自的所属机构',
  oddities: {
    'articles-paired': '导出的论文：逐位作者列明所属机构',
    'articles-paired-single-author': '导出的论文：只有一位作者，所属机构都是该作者的',
    'articles-paired-single-address': '导出的论文：只有一个地址，由全体作者共有',
    'articles-paired-by-country': '导出的论文：按国家名称分开所属机构',
  },
  problems: {
    'export-scopus-unpaired':
      '这是 Scopus 导出文件，但没有“Authors with affiliations”（带归属机构的作者）一列：无法知道作者各属哪个机构，因此不能计算 Share。请在 Scopus 中选择 Export → CSV，并勾选“Affiliations”和“Authors with affiliations”。',
    'export-wos-unpaired':
      '这是 Web of Science 导出文件，但没有地址（C1）：不能计算 Share。请重新导出为“Plain text file”或“Tab delimited file”，记录内容选“Full Record”。',
    'export-dimensions-unpaired':
      '这是 Dimensions 导出文件，但没有“Authors Affiliations”一列：无法知道作者各属哪个机构，因此不能计算 Share。请选择 Save/Export →“Export results”，导出含完整数据的 CSV。',
    'export-openalex-unpaired':
      '这是 OpenAlex 网页导出的 CSV，其中作者与机构是两份列表，无法确定谁属于哪里，因此不能计算 Share。请从 OpenAlex API 取得同样论文的 JSON；“获取数据”页会写出地址。',
    'export-lens':
      '这是 Lens 导出文件：其中完全没有所属机构，因此不能计算 Share（“Source Country”是出版者的国家）。请从 OpenAlex API 取得同样论文的 JSON；“获取数据”页会写出地址。',
    'export-ieee':
      '这是 IEEE Xplore 导出文件：所属机构只是一个列表，无法确定谁有多个机构，因此不能计算 Share。请从 OpenAlex API 取得 JSON，或从 Scopus 导出并勾选“Authors with affiliations”。',
    'export-springer':
      '这是 Springer 导出文件：其中完全没有所属机构，因此不能计算 Share。请从 OpenAlex API 取得 JSON，或从 Scopus 导出并勾选“Authors with affiliations”。',
    'export-pubmed':
      '这是 PubMed 导出文件，不能由它计算 Share。请从 OpenAlex API 取得同样论文的 JSON；“获取数据”页会写出地址。',
    'export-ris':
      '这是参考文献文件（RIS），没有说明作者各属哪个机构：不能计算 Share。请从 Scopus 导出 CSV 并勾选“Authors with affiliations”，或从 Web of Science 导出“Plain text file”并选“Full Record”。',
    'export-bibtex':
      '这是参考文献文件（BibTeX），没有说明作者各属哪个机构：不能计算 Share。请从 Scopus 导出 CSV 并勾选“Authors with affiliations”，或从 Web of Science 导出“Plain text file”并选“Full Record”。',
    'export-endnote':
      '这是参考文献文件（EndNote），没有说明作者各属哪个机构：不能计算 Share。请从 Scopus 导出 CSV 并勾选“Authors with affiliations”，或从 Web of Science 导出“Plain text file”并选“Full Record”。',
  },
}
