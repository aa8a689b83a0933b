import type { Indicator } from './measure.ts'
import { NATURE_INDEX } from './terms.ts'

const OURS = { en: 'A convention of this app', zh: '本软件的约定' } as const

function convention(
  indicator: string,
  label: Indicator['label'],
  definition: Indicator['definition'],
  source: Indicator['source'] = OURS,
): Indicator {
  return {
    indicator,
    group: 'convention',
    label,
    unit: 'none',
    decimals: 0,
    definition,
    formula: null,
    where: [],
    source,
    caveat: null,
  }
}

export const conventions: readonly Indicator[] = [
  convention(
    'scope',
    { en: 'Scope and series breaks', zh: '收录范围与断点' },
    {
      en: 'Figures of 2023 cover natural and health sciences (145 journals); overall figures of earlier editions cover natural sciences (82 journals). Values of two scopes are never joined by a line, and no change of rank is formed between them. Health sciences are in the index from 2022.',
      zh: '2023 年的数字涵盖自然科学与健康科学（145 种期刊），此前各版的总体数字只含自然科学（82 种期刊）。范围不同的数值不连线，也不计算名次变化。健康科学自 2022 年起收录。',
    },
    NATURE_INDEX,
  ),
  convention(
    'not-published',
    { en: 'Not published', zh: '未发表' },
    {
      en: 'A figure that exists but was not printed in our source is marked by a hatch and the words “not published”. It sorts last, is left out of sums and is an empty cell in exported files; it is never 0 and never estimated.',
      zh: '确实存在但来源未印出的数字以斜纹和“未发表”标示。排序时置后，不参与求和，导出时为空格；绝不写作 0，也不估算。',
    },
  ),
  convention(
    'unknown-part',
    { en: 'What is not known', zh: '未知部分' },
    {
      en: 'In a computed index an author without any affiliation keeps the part of the article; it is shown as unknown, or is spread over the other authors where that was chosen at import. An affiliation without a known city counts for its country and its institution, and for the unknown part of the cities. Shares and unknown parts together are the number of articles.',
      zh: '在计算得出的指数中，没有任何所属机构的作者保留其应得的一份，列为未知；导入时也可选择将其分摊给其他作者。城市不明的所属机构计入其国家和机构，在城市一级则列入未知。各份额与未知部分之和等于论文总数。',
    },
  ),
  convention(
    'exact-sums',
    { en: 'Exact sums', zh: '精确求和' },
    {
      en: 'Computed Shares are kept as whole units, 1,396,755,360 to an article, so that sums do not depend on the order of the files. What is left of a division goes to the largest remainders. Two decimals are rounded half up, just as the exact fractions would be. Repeated affiliations of one author to one place of one institution are one.',
      zh: '计算得出的份额以整数单位保存，每篇论文为 1,396,755,360 个单位，因此求和与文件顺序无关；除不尽的余数按最大余数法分配。保留两位小数时四舍五入，结果与用精确分数计算一致。同一作者重复署名同一机构的同一地点只计一次。',
    },
  ),
  convention(
    'metro-areas',
    { en: 'Metropolitan areas', zh: '都市圈' },
    {
      en: 'A metropolitan area is what the edition calls one, and boundaries differ between editions: the New York area of 2024 includes New Haven and Princeton; Kyoto, Osaka and Kobe were one area in 2018 and Kyoto and Osaka stand apart in 2024. Where another edition printed another name, it is shown.',
      zh: '都市圈以各版所划为准，边界随版次不同：2024 版的纽约都市圈含纽黑文与普林斯顿；2018 版京都、大阪、神户为一区，2024 版京都与大阪分列。其他版次所印名称不同时会注明。',
    },
    NATURE_INDEX,
  ),
  convention(
    'responsible-use',
    { en: 'Not to be used alone', zh: '不宜单独使用' },
    {
      en: 'All these indicators view output in a selection of journals and grow with size. They should not be used alone to assess institutions or people.',
      zh: '以上指标只反映所选期刊中的产出，且与规模有关，不应单独用来评价机构或个人。',
    },
  ),
  convention(
    'licence',
    { en: 'Licence and citation', zh: '许可与引用' },
    {
      en: 'The published figures are Nature Index data under CC BY-NC-SA 4.0. Cite the edition, and this app with its version and the dataset’s version; every exported file carries these lines.',
      zh: '发表的数字为 Nature Index 数据，许可为 CC BY-NC-SA 4.0。引用时请注明版次、本软件及其版本、数据集版本；导出的每个文件都带有这些信息。',
    },
    NATURE_INDEX,
  ),
]
