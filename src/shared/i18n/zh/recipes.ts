import type { en } from '../en/index.ts'

export const recipes: (typeof en)['recipes'] = {
  readme: {
    title: 'OpenAlex 数据：{places}，{from} 至 {to} 年',
    made: '生成日期：{date}。所属机构：{matcher}。',
    noDate: '未给出日期',
    matcher: {
      before: '按 OpenAlex 2026 年 9 月 28 日之前的匹配结果',
      after: '按 OpenAlex 2026 年 9 月 28 日起的匹配结果；请勿与此前下载的文件混用',
      unknown: 'OpenAlex 自 2026 年 9 月 28 日起重新匹配；请勿将此前与此后下载的文件混用',
    },
    first:
      '第 1 步，共 2 步。OpenAlex 不能按城市查询论文，只能按机构查询。本步获取该国的机构（{lists} 个列表）。',
    second: '本步获取论文（{lists} 个列表）。出现在多个列表中的论文只计一次。',
    institutions: '{city}：所给文件中有 {n} 家机构位于该市。',
    unknown: '记录数与页数在脚本运行之前无法得知：每个列表的第一页会给出（“count”）。',
    key: '需要一个免费的密钥：在 openalex.org 注册账号，从 openalex.org/settings/api 复制密钥。密钥只保存在您的电脑上。',
    run: 'Windows：在此文件夹中打开 PowerShell，输入\n  $env:OPENALEX_API_KEY = "您的密钥"\n  powershell -ExecutionPolicy Bypass -File .\\get-data.ps1\n\nmacOS 与 Linux：在此文件夹中打开终端，输入\n  export OPENALEX_API_KEY="您的密钥"\n  sh get-data.sh\n\n脚本可以中断后再次运行，会从中断处继续。',
    thenFirst:
      '然后将文件夹“data”交给应用中的“获取数据”（或：recipe … --institutions data），即可生成第二步。',
    then: '然后将文件夹“data”拖到应用的“数据集”中（或：import works data --as my-city）。',
    cut: '列表中每篇论文最多显示 100 位作者。作者更多的论文另列其 id，脚本会逐篇完整获取。OpenAlex 只按前 100 位作者查找这些论文，因此贵地作者排在其后的论文无法找到。',
    cli: '也可以不用脚本，而用 OpenAlex 自己的程序（pip install openalex-official），每篇论文保存为一个文件：',
    partners:
      '这些文件包含所列地点的论文；其他地点只有与之合作的部分。因此其他地点的份额、论文数和排名都只限于与贵地的合作。',
  },
  script: {
    about: '逐页从 OpenAlex 获取论文或机构。由 Science Cities 生成。',
    usage: {
      sh: 'export OPENALEX_API_KEY="您的密钥"   （免费：openalex.org/settings/api）\nsh get-data.sh',
      ps1: '$env:OPENALEX_API_KEY = "您的密钥"   （免费：openalex.org/settings/api）\npowershell -ExecutionPolicy Bypass -File .\\get-data.ps1',
    },
    noKey: '未设置 OPENALEX_API_KEY：OpenAlex 只回答少量请求。密钥免费：openalex.org/settings/api',
    stopped: 'OpenAlex 没有回答，或当日额度已用完。请稍后再次运行脚本，会从此处继续。状态：',
    refused: 'OpenAlex 拒绝了请求（400：请求有误；401：密钥有误）。状态：',
    waiting: '等待后重试。状态：',
    notThere: 'OpenAlex 已没有：',
    done: '完成。请将文件夹“data”拖到应用的“数据集”中。',
    doneFirst: '完成。请将文件夹“data”交给应用中的“获取数据”，生成第二步。',
  },
}
