import type { errors as en } from '../en/errors.ts'
import { fileIssues } from './file-issues.ts'

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
  'removed-unknown': {
    what: '已移除的内容无法再取回。',
    remedy: '它已被取回，或在应用上次启动之前移除：请从副本导入，或重新导入其来源。',
  },
  'removed-taken': {
    what: '其间已有另一个数据集“{dataset}”。',
    remedy: '请先重命名或移除那个数据集，再取回此数据集。',
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
  'scale-file': {
    what: '{file} 不能放入计算方案。',
    remedy: '计算方案只接受机构、期刊、都市圈和学科领域文件。论文由 --works 指出，留在原处。',
  },
  'scale-works': {
    what: '计算方案读取 JSON Lines 格式的论文，或引擎中列为文本、文本列表和文本记录的表：{works}。',
    remedy: '请指定快照的 JSON Lines 文件（压缩与否均可），或先由 Parquet 文件制作这样的表。',
  },
  'scale-titles': {
    what: '期刊列表中有 {titles} 种期刊只给出了刊名。',
    remedy: '引擎按 ISSN 或来源编号查找期刊：请为每种期刊给出其中之一。',
  },
  'scale-foreign': {
    what: '{folder} 不是计算方案的文件夹，或由另一版本的应用制作。',
    remedy: '请指定 plan.json 及其结果所在的文件夹。',
  },
  'scale-missing': {
    what: '计算方案还没有结果：缺少 {file}。',
    remedy: '请运行方案的全部步骤，再把整个文件夹带到这里。',
  },
  'scale-differs': {
    what: '{folder} 中的结果不成立。',
    remedy: '请使用写出时的方案文件，从第一个不符的步骤起重新运行。',
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
  'import-records': {
    what: '这些文件约有 {records} 百万条记录，而一个指数最多计入 {most} 百万条。',
    remedy: '请减少文件，或交由数据引擎计算（scale plan）。尚未开始导入。',
  },
  'import-disk': {
    what: '导入约需 {needed} GB 磁盘空间，目前可用 {free} GB。',
    remedy: '请腾出空间，将数据存放到别处（--data-dir），或减少文件。尚未开始导入。',
  },
  'import-memory': {
    what: '导入约需 {needed} GB 内存，而本机共有 {memory} GB。',
    remedy: '请减少文件，或交由数据引擎计算（scale plan）。尚未开始导入。',
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
  'articles-elsewhere': {
    what: '索引“{dataset}”由计算引擎统计：其 {articles} 篇论文中此处仅保存 {sampled} 篇，因此无法由此得出所问内容。',
    remedy: '份额、论文计数、名次和合作对均完整保存。要回答此问题，请在本机导入论文数据本身或其中一部分。',
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
  'backup-foreign': {
    what: '{file} 不是本应用生成的备份。',
    remedy: '请选择用“备份全部内容”或 datasets backup 生成的文件。单独导出的数据集请用“导入数据集”。',
  },
  'backup-incomplete': {
    what: '备份已写入，但未能包含全部内容。缺少：{names}。',
    remedy: '请验证缺少的内容（在“数据集”中，或用 datasets verify），修复或移除后重新备份。',
  },
  'restore-incomplete': {
    what: '备份中的内容未能全部恢复。缺少：{names}。',
    remedy: '请先处理原因，再恢复一次：已存储的内容保持不变。',
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
  'app-damaged': {
    what: '程序文件与安装时不一致：{file}。',
    remedy: '请从可信来源重新安装程序。您的数据集保持不变。',
  },
  cancelled: { what: '已取消。', remedy: '原有数据保持不变。' },
  forbidden: { what: '请求被拒绝。', remedy: '请用程序启动时给出的地址打开。' },
  'not-found': { what: '此地址没有内容。', remedy: '请返回排名。' },
  'body-too-large': { what: '请求过大。', remedy: '请选择较少或较小的文件。' },
  usage: { what: '{reason}', remedy: '加上 --help 可查看用法。' },
  internal: { what: '程序内部出错。', remedy: '请重试；如再次出现，请附上详情报告。' },
  suggestions: '是否指：{names}？',
  at: '{file} 第 {line} 行：{text}',
  atFile: '{file}：{text}',
  issues: fileIssues,
}
