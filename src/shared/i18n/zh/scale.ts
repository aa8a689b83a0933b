/** 计算方案的说明文字。 */
export const scale = {
  origin: {
    label: '在别处统计',
    short: '由 {engine} 统计',
    shortCut: '由 {engine} 统计，合作对至少有 {pairsFrom} 篇共同论文',
    long: '{engine} 按计算方案 {plan} 统计了 {from}–{to} 年的 {articles} 篇论文，其中 {sampled} 篇保存在此。份额、论文计数、名次和列出的合作对均完整；数值背后的论文只能由保存的论文说明，国际、国内和本地合作比例及区间未知。',
    between: '',
    cut: '各年合计共同论文少于 {pairsFrom} 篇的合作对不在结果中：不给出与全部伙伴的得分合计，网络中的合计只含所绘连线。',
  },
  check: {
    files: '方案的文件与写出时相同',
    plan: '结果属于本方案',
    probe: '超过 64 位的求和没有溢出',
    whole: '每个表的行数与合计同引擎所计相符',
    articles: '有论文',
    shares: '各年各学科的份额加上未知部分等于论文数',
    pairs: '共同论文数不超过双方的论文计数，且每一对都有得分',
    sample: '样本的份额与论文计数，在此重新计算',
    unread: '论文文件中有 {unread} 行引擎无法读作记录，未计入任何结果。',
    holds: '{what}：是（比较 {compared} 项）',
    differs: '{what}：否（{compared} 项中 {differences} 项）：{named}',
    all: '结果成立：{engine} 计算了 {articles} 篇论文，其中 {sampled} 篇在此重新计算。',
  },
  readme: {
    title: '指数计算方案，{from}–{to} 年，用于 {engine}',
    plan: '方案 {plan}。制定时没有读取论文：{works}',
    given:
      '方案含 {cities} 个城市的 {institutions} 家机构。方案中没有的机构，按论文给出的国家归属。城市的编号足以区分上述所有城市。',
    journals: '只计入所列 {journals} 种期刊的论文。',
    everyJournal: '计入所有期刊的论文。',
    run: '在本文件夹中依次运行各步骤：\n\n  {command}\n\n任何一步都可以重新运行，它会重新生成自己的表。',
    engines: {
      clickhouse:
        'ClickHouse 25 或更新版本。存储桶地址由所指定集群的所有机器读取；由此生成的表位于接受查询的机器上。若论文是您自己的表，列名须与 OpenAlex 记录一致，类型为文本、文本列表及文本元组。',
      duckdb: 'DuckDB 1.4 或更新版本，单机运行。内存放不下的部分写入磁盘。',
      spark:
        '启用 ANSI 模式的 Spark 4 或更新版本，或 Databricks。路径为其文件系统的路径：请把本文件夹放在所有执行器都能读取的位置。',
    },
    shards:
      '数值分 {shards} 趟计算，每趟处理编号余数相同的论文。趟数越多占用内存越少；任何数值都与趟数无关。',
    results:
      '结果写入 “results” 文件夹：指数论文数（totals）、论文计数（counts）、构成份额（shares）和双边合作得分（scores）的各分母份数、各年合计至少 {pairsFrom} 篇的合作对的共同论文（pairs）、无所属机构的作者的份数（unaffiliated）、所属机构的位置（nodes）、每 {sampleOf} 篇中的一篇完整记录（sample、sampled），以及核对（checks）。',
    exact:
      '份额等于同一实体、年份和学科各行的份数 / 分母之和。份数都是整数：不作舍入，求和与顺序无关；“checks” 中的 “probe” 一行必须是 {probe}。',
    rules:
      '规则：编号相同、其次 DOI 相同的记录，以最新的为准，即使它不计入；类型 {types}；没有所属机构的作者{unknown}。',
    unknownApart: '单独列为未知（空实体）',
    unknownSpread: '的份额分给其他作者',
    differs:
      '与在笔记本电脑上导入不同，方案不会：读取印出的地址；合并 OpenAlex 已合并的编号；按刊名查找期刊；以相同次序在编号和日期相同、内容同样完整而相互矛盾的两条记录之间取舍；接受数据库包装在对象中的日期和数字，以及不是文本的类型。ClickHouse 把值为 null 的作者算作没有所属机构的作者，并跳过在 OpenAlex 应为记录之处写成文本的论文。',
    back: '然后把本文件夹带回笔记本电脑并核对：\n\n  science-cities scale check 文件夹\n\n再导入为数据集：\n\n  science-cities import plan-result 文件夹 --as 编号\n\n或在应用中选择：数据集 → 更多 → 导入计算方案的结果。',
  },
}
