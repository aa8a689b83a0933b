import { databaseExports } from './database-exports.ts'
import type { errors as en } from '../en/errors.ts'

export const errors: typeof en = {
  'method-unknown': { what: '程序请求了其核心不认识的功能。', remedy: '程序各部分版本不一致，请重新安装。' },
  'input-invalid': { what: '有一个值无法使用：{field} {reason}', remedy: '改正后重试。' },
  'dataset-unknown': { what: '没有数据集“{dataset}”。', remedy: '请从数据集列表中选择。' },
  'dataset-newer': {
    what: '数据集“{dataset}”由更新版本的程序生成。',
    remedy: '请升级程序后打开。文件未作任何改动。',
  },
  'dataset-foreign': {
    what: '“{dataset}”的文件不是由本程序生成的。',
    remedy: '请从数据文件夹移除该文件，或选择其他数据集。',
  },
  'dataset-damaged': {
    what: '“{dataset}”的文件已损坏。',
    remedy:
      '请先校验以查明损坏之处（“数据集”页，或 datasets verify {dataset}），再重新导入其来源文件，或从导出的副本导入。其他数据集各有其文件。',
  },
  'dataset-exists': { what: '数据集“{dataset}”已存在。', remedy: '请换一个标识，或选择替换。' },
  'dataset-bundled': { what: '数据集“{dataset}”随程序提供，保持不变。', remedy: '请用其他标识导入。' },
  'dataset-busy': {
    what: '进程 {process} 自 {since} 起正在更改“{dataset}”。',
    remedy: '请待其结束后重试。此处未作任何改动。',
  },
  'dataset-changed': {
    what: '“{dataset}”在此期间被其他程序更改。',
    remedy: '请重试。现存内容为该程序所留。',
  },
  'city-unknown': {
    what: '此数据集中没有名为“{city}”的城市。',
    remedy: '中英文名均可，不区分大小写和重音符号。',
  },
  'profile-unknown': {
    what: '没有名为“{name}”的列对应方案。',
    remedy: '可在“数据集”页面或用 profiles list 查看已保存的方案。',
  },
  'profile-exists': {
    what: '已有名为“{name}”的列对应方案。',
    remedy: '请换一个名称，或替换它。',
  },
  'profiles-damaged': {
    what: '无法读取已保存的列对应方案：{reason}',
    remedy: '请修复 {file}，或将其移走。在此期间仍可手动对应各列。',
  },
  'comparison-unknown': {
    what: '没有名为“{name}”的已存比较。',
    remedy: '可在“比较”页面的“已存比较”中查看。',
  },
  'comparison-exists': {
    what: '已有名为“{name}”的已存比较。',
    remedy: '请换一个名称，或替换它。',
  },
  'comparisons-damaged': {
    what: '无法读取已存比较：{reason}',
    remedy: '请修复 {file}，或将其移走。在此期间仍可进行比较。',
  },
  'group-unknown': {
    what: '此处没有名为“{name}”的分组。',
    remedy: '可在“排名”页面的“分组”菜单中或用 groups list 查看已保存的分组；也可用名单重新建立。',
  },
  'group-exists': {
    what: '已有名为“{name}”的分组。',
    remedy: '请换一个名称，或替换它。',
  },
  'group-kind': {
    what: '“{name}”在此排名中没有对应的行。',
    remedy: '城市分组用于城市和都市圈排名，机构分组用于机构排名。',
  },
  'group-several': {
    what: '有 {n} 个名称无法确定所指。',
    remedy: '请在名称旁注明国家，或改写为编号。',
  },
  'group-long': {
    what: '名单共有 {n} 行，一个分组最多 {most} 个成员。',
    remedy: '请减少粘贴的行数，或分成几个分组。',
  },
  'groups-full': {
    what: '最多可保存 {most} 个分组。',
    remedy: '请移除不再需要的分组。',
  },
  'groups-damaged': {
    what: '无法读取已保存的分组：{reason}',
    remedy: '请修复 {file}，或将其移走。其中内容未被改动。',
  },
  'recipe-empty': { what: '没有给出城市、国家或机构。', remedy: '请至少给出一个地点。' },
  'recipe-nothing': {
    what: '“{dataset}”中没有作者名单不完整的论文，也没有缺少机构的作者。',
    remedy: '无需重新获取。',
  },
  'recipe-value': {
    what: '“{value}”不是 ISSN、OpenAlex id 或国家代码。',
    remedy: 'ISSN 如 0028-0836，机构如 I27837315，来源如 S137773608，国家如 PT。',
  },
  'recipe-years': { what: '年份 {value} 的终止早于起始。', remedy: '请先给出较早的年份。' },
  'recipe-city-unknown': {
    what: '没有已知的城市名为“{city}”。',
    remedy: '请同时给出国家，如“Lisbon, PT”。',
  },
  'recipe-city-ambiguous': {
    what: '多个国家都有“{city}”：{countries}。',
    remedy: '请同时给出国家，如“Lisbon, PT”。',
  },
  'recipe-city-empty': {
    what: '文件中的 {read} 家机构都不在 {city}（{country}）。',
    remedy:
      '请先运行第一步的脚本，再给出它填入数据的 data 文件夹；若其中已有机构，请使用 OpenAlex 所写的城市名。',
  },
  'city-ambiguous': { what: '“{city}”可能指多座城市。', remedy: '请给出全名。' },
  'region-unknown': {
    what: '数据集中没有位于“{region}”的城市。',
    remedy: '地区用两个字母的 ISO 代码表示，如 CN 或 US。',
  },
  'year-unknown': {
    what: '数据集没有 {year} 年的数字。',
    remedy: '现有 {years} 年的数字，部分年份可能不完整。',
  },
  'one-year': {
    what: '数据集只有 {year} 年的论文；计算变化需要两个年份。',
    remedy: '请查看其排名，或添加其他年份的论文。',
  },
  'figures-missing': {
    what: '数据集“{dataset}”中没有任何数字。',
    remedy: '请选择其他数据集，或重新导入其文件。',
  },
  'edition-rejected': {
    what: '该版未导入：文件中有 {issues} 处问题。',
    remedy: '请改正所列各行后重新导入。原有数据保持不变。',
  },
  'import-rejected': {
    what: '文件未导入：其中有 {issues} 处问题。',
    remedy: '请改正所列之处后重新导入。原有数据保持不变。',
  },
  'institution-unknown': {
    what: '此数据集中没有名为“{institution}”的机构。',
    remedy: '中英文名均可，也可使用 I27837315 之类的标识或 ROR 标识。',
  },
  'institution-ambiguous': { what: '“{institution}”可能指多家机构。', remedy: '请给出全名或标识。' },
  'entity-unknown': { what: '数据集中没有{kind}“{id}”。', remedy: '请检查名称，或选择其他类型。' },
  'node-unknown': { what: '网络中没有节点“{id}”。', remedy: '固定和隐藏的节点须用网络所列的标识。' },
  'not-computed': {
    what: '数据集“{dataset}”是已发表版本，不含计算所需的论文数据。',
    remedy: '请选择计算得出的索引、导入论文级文件，或生成样例索引。',
  },
  'not-an-index': {
    what: '“{dataset}”是已发表版本，不能向其中添加论文级文件。',
    remedy: '请用其他标识导入。',
  },
  'samples-mixed': {
    what: '“{dataset}”是合成样例，不能向其中添加内容。',
    remedy: '请用其他标识导入这些文件。',
  },
  'template-unreadable': {
    what: '无法读取该模板：它不是 PowerPoint 文件，或已损坏，或过大。',
    remedy: '请选择 PowerPoint 模板（.potx）或演示文稿（.pptx）。',
  },
  'template-layout': {
    what: '该模板没有“仅标题”版式，图无处可放。',
    remedy: '请在模板中添加“仅标题”版式，或不用模板导出。',
  },
  'template-size': {
    what: '在该模板的幻灯片上，图会缩得太小，标注将难以辨认。',
    remedy: '请选择与模板更接近的尺寸（如 4:3），或不用模板导出。',
  },
  'file-token-unknown': { what: '该文件夹已不可用。', remedy: '请重新选择。' },
  'file-unreadable': { what: '{file} 无法读写：{reason}。', remedy: '请确认它存在且您有权使用。' },
  'file-odd': {
    what: '{file} 不是文件，而是设备、管道或套接字。',
    remedy: '请给出文件，或含有文件的文件夹；管道中的内容请先写入文件。',
  },
  'folder-empty': {
    what: '文件夹 {folder} 中没有可读取的文件。',
    remedy: '请提供存放文件的文件夹，或直接提供文件（{endings}）。',
  },
  'file-not-ours': {
    what: '{file} 不是由 Science Cities 生成，或已不含其来源信息。',
    remedy: '请选择由本软件导出的文件。普通 CSV 只含表格本身，无法返回视图。',
  },
  'archive-foreign': {
    what: '{file} 不是本应用导出的数据集。',
    remedy: '请选择用数据集的“导出”生成的文件。文章级文件和版本文件夹各有其导入入口。',
  },
  'archive-damaged': {
    what: '{file} 已损坏或不完整：其中的“{part}”与写入时不一致。',
    remedy: '请重新复制或重新导出。此前存储的内容保持不变。',
  },
  'archive-newer': {
    what: '{file} 由较新版本的应用导出。',
    remedy: '请更新应用后再导入。',
  },
  'report-empty': {
    what: '报告还没有页面。',
    remedy: '请选择模板，或从各视图加入图。',
  },
  'format-unavailable': { what: '无法以该格式生成。', remedy: '请选择其他格式。' },
  'picture-too-large': {
    what: '图片将有 {pixels} 百万像素；PNG 最多 {most} 百万像素。',
    remedy: '请改用 SVG 或 PDF（任意大小均清晰），或降低每英寸点数。',
  },
  'folder-read-only': {
    what: '文件夹 {folder} 可读但不可写。',
    remedy:
      '已存的数据可以查看和导出。如需更改，请使该文件夹可写，或用另一个文件夹启动（--data-dir 或 SCIENCE_CITIES_DATA）。',
  },
  'disk-full': { what: '磁盘已满。', remedy: '请腾出空间后重试。原有数据保持不变。' },
  cancelled: { what: '已取消。', remedy: '原有数据保持不变。' },
  forbidden: { what: '请求被拒绝。', remedy: '请用程序启动时给出的地址打开。' },
  'not-found': { what: '此地址没有内容。', remedy: '请返回排名。' },
  'body-too-large': { what: '请求过大。', remedy: '请选择较少或较小的文件。' },
  usage: { what: '{reason}', remedy: '加上 --help 可查看用法。' },
  internal: { what: '程序内部出错。', remedy: '请重试；如再次出现，请附上详情报告。' },
  suggestions: '是否指：{names}？',
  at: '{file} 第 {line} 行：{text}',
  atFile: '{file}：{text}',
  issues: {
    'empty-file': '文件为空。',
    'too-large': '文件有 {bytes} 字节；一版的文件最多 {most} 字节。',
    'not-text': '文件不是文本：含有文本中不会出现的字节。',
    'byte-order-mark': '文件以字节顺序标记（BOM）开头。请存为不带 BOM 的 UTF-8，或选择转换后导入。',
    crlf: '行尾为 CR LF。请以 LF 保存，或选择转换后导入。',
    gb18030: '文本编码为 GB18030。请存为 UTF-8，或选择转换后导入。',
    encoding: '文本既不是 UTF-8，也不是 GB18030。',
    'csv-syntax': '不是合法的 CSV 行：{reason}。',
    'kind-unknown': '表头既不是排名也不是数据：{columns}。',
    'ranking-missing':
      '没有文件包含排名（需要列 rank、city_en、region_en、region_iso2、share_YYYY、count_YYYY）。',
    'ranking-twice': '除 {other} 外又有一份排名；一个文件夹只放一版。',
    'delimiter-comma': '单元格以“{sign}”分隔。请存为以逗号分隔的文件（小数点用“.”）。',
    'column-missing': '缺少列 {column}。',
    'column-twice': '列 {column} 出现两次。',
    'value-missing': '{column} 为空。',
    'number-expected': '{column} 为“{value}”，不是 1234.56 这样的普通数字。',
    'integer-expected': '{column} 为“{value}”，不是整数。',
    'number-range': '{column} 为 {value}，应在 {least} 与 {most} 之间。',
    'zero-figure': '{column} 为 {value}：已发布的榜单不会有 0。未公布的数字请留空。',
    'rank-order': '{city}的排名为 {rank}，此处应不小于 {expected}。',
    'share-order': '{city}的份额为 {share}，高于其上一行（{above}）。',
    'count-below-share': '{city}的论文数为 {count}，小于其份额 {share}。',
    'percentage-range': '百分比 {value} 应大于 0 且不超过 100；未公布时请留空。',
    'percentage-inconsistent':
      '{city}的 {percent}% 意味着所在地区份额约为 {implied}，而其他城市给出的约为 {others}。',
    'duplicate-city': '{city}已在第 {line} 行出现。',
    'duplicate-name-zh': '中文名{city}已在第 {line} 行出现。',
    'duplicate-figure': '同一数字已在第 {line} 行出现。',
    'region-code': '地区代码“{value}”不是两个大写字母。',
    'city-unknown': '城市“{value}”不在排名中；最接近的名称是 {nearest}。',
    'subject-unknown': '学科“{value}”不属于五个学科，也不是“overall”。',
    'indicator-unknown': '未知的类别“{value}”。',
    period: '时期“{value}”既不是一个年份，也不是 2019-2023 这样的两个年份。',
    'institution-missing': '缺少机构。',
    'hash-mismatch': '文件与该版锁定的不一致（SHA-256 为 {actual}，应为 {expected}）。',
    manifest: '不是有效的版次说明：{reason}。',
    'gzip-truncated': '压缩文件不完整：复制或下载未完成。',
    'gzip-damaged': '压缩文件已损坏：{reason}。',
    'zip-damaged': 'zip 压缩包已损坏：{reason}。',
    'zip-without-json': 'zip 压缩包中没有 JSON 文件，也没有表格。',
    'zip-several': 'zip 压缩包中有 {count} 个文件（{names}）：请先解压，再选择这些文件或所在的文件夹。',
    'zip-encrypted': 'zip 压缩包中的 {name} 已加密：请用密码解压后再选择该文件。',
    'json-syntax': '不是有效的 JSON：{reason}。',
    'json-truncated': 'JSON 提前结束：{reason}。',
    'columns-unmapped': '没有找到 {columns} 对应的列。请在映射文件中指定。',
    'map-file': '映射文件无法使用：{reason}。',
    'map-field': '映射文件中的“{value}”不是字段。字段有：{fields}。',
    'recipe-file': '这不是说明获取内容的 recipe.json：{reason}。请重新生成，或不要导入此文件。',
    'table-form': '表格形式不符合要求：{reason}。',
    'journal-unidentified': '期刊没有 ISSN、来源标识或刊名。',
    'article-missing': '该行没有指明论文：请填写 article_id 或 doi。',
    'issn-invalid': '“{value}”不是 ISSN：校验位不符或缺少字符。',
    'source-invalid': '“{value}”不是 S137773608 这样的来源标识。',
    'journal-contradiction': '期刊 {value} 与第 {line} 行的内容矛盾。',
    'metro-city-twice': '{city}属于两个都市圈：{first}和{second}。',
    'country-unknown': '未知的国家或地区“{value}”。',
    'field-unknown': '“{value}”既不是 OpenAlex 的领域，也不是概念。',
    'duplicate-entry': '{value} 出现两次。',
    'value-unreadable': '“{value}”无法作为 {column} 读取。',
    'works-wrapped':
      '论文嵌在其他记录之内，如 Elasticsearch（_source）、Solr（docs）等存储的导出文件。请只导出或取出论文本身：每行一篇，或一个论文数组。',
    'file-kind-unknown':
      '无法识别此文件：它不是论文、机构、ROR、所属机构表、期刊清单、都市圈表或学科映射。如果是列名自定的作者与所属机构表，请说明各列含义：在导入页面上，或用 --map。',
    ...databaseExports.problems,
    'articles-missing': '没有包含论文的文件：需要 OpenAlex 论文或所属机构表。',
    'nothing-stored': '没有可计入的论文；共读取 {records} 条记录。',
    'records-rejected': '{rejection}；因此拒绝 {count} 条记录。',
    'parquet-groups':
      '一个行组有 {rows} 行（嵌套列 {mb} MB），过大，无法一次读取。请改用同一数据的 JSON Lines，或以较小的行组另存 Parquet。',
    'parquet-damaged': 'Parquet 文件已损坏或不完整（{reason}）。请重新下载或导出。',
    'records-rejected-first': '{rejection}；因此拒绝 {count} 条记录。第一条：{value}',
    'encoding-unsure':
      '无法确定文本编码。请选择编码（--encoding，或在导入预览中选择），或另存为 UTF-8。可能是：{encodings}。示例行：{examples}',
    'encoding-guessed': '编码为推测：{encoding}。如带重音的名称显示有误，请另选编码。',
    'column-unfit': '列“{column}”的内容为“{value}”，因此不作为 {field} 读取。',
    'joined-table':
      '{rows} 行中有 {joined} 行在一个单元格里连写了多个值（{value}）：这是每篇论文一行的表格，无法据此计算份额。请导出每位作者的每个所属机构各一行的表格，或使用 OpenAlex 的 JSON 论文记录。',
    'lines-above': '表头上方有 {lines} 行，已跳过。',
    'missing-words': '前几行中写有表示“缺失”的词的单元格，按空处理：{count} 个。',
    'row-rejected': '{rejection}：{value}',
    'rows-rejected': '前 {rows} 行中有 {rejected} 行将被拒绝。',
    'damaged-text': '前几行中含有无法读取的字符（�）的单元格：{count} 个。',
    'rules-twice': '此类文件（{kind}）有两份；一个索引只用一份。',
    'rules-changed': '该索引建立时使用了不同的规则（{kind}）。如需更改，请重新导入全部文件。',
    'too-many-issues': '问题超过 {most} 处，其余未列出。',
  },
}
