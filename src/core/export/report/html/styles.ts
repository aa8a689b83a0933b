/** The style of a report as a web page: one column of 1,040 px, type of the drawn page, light, dark and on paper. */
import type { FigureTheme } from '../../../../shared/figures/palette.ts'
import { darkDrawings, toneProperties } from './dark.ts'

const FACES = `"Science Cities Sans","IBM Plex Sans","Noto Sans SC","Microsoft YaHei","PingFang SC",system-ui,sans-serif`

const RULES = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;font:16px/24px ${FACES};color:var(--ink);background:var(--bg);font-kerning:normal}
article,.top,.bottom{max-width:1088px;margin:0 auto;padding:0 24px}
.skip{position:absolute;left:-999px}.skip:focus{left:24px;top:8px;background:var(--bg);padding:4px 8px}
.over{font-size:14px;line-height:20px;color:var(--ink3);display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 32px;padding:40px 0 0;margin:0}
h1{font-size:44px;line-height:52px;font-weight:600;margin:12px 0 4px;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{font-size:24px;line-height:32px;font-weight:600;margin:0;overflow-wrap:anywhere}
.stand{font-size:20px;line-height:28px;color:var(--ink2);margin:0}
.readouts{display:flex;flex-wrap:wrap;border-top:1px solid var(--ink);border-bottom:1px solid var(--line2);margin:24px 0 0}
.readouts>div{flex:1 1 160px;padding:10px 0 12px}
.readouts dt{font-size:14px;line-height:20px;color:var(--ink3)}
.readouts dd{margin:0;font-size:28px;line-height:34px;font-weight:600}
.readouts small{font-size:14px;font-weight:400;color:var(--ink3)}
.readouts .needle{color:var(--needleText)}
nav ol,nav ul{display:flex;flex-wrap:wrap;gap:4px 28px;padding:12px 0 0;margin:0;font-size:14px;list-style:none}
a{color:var(--ink2);text-underline-offset:4px}
a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible,.wide:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
nav a[aria-current]{color:var(--ink);font-weight:600}
section{padding:36px 0 0}
.sub{font-size:16px;color:var(--ink2);margin:0 0 12px;display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:4px 24px}
.mark{border:1.2px dashed var(--line3);border-radius:3px;padding:1px 8px;color:var(--ink2);font-size:14px;white-space:nowrap}
figure{margin:0}
.fig{display:block;width:100%;height:auto;overflow:visible}
.src{font-size:13px;line-height:18px;color:var(--ink3);border-top:1px solid var(--line2);margin:8px 0 0;padding-top:7px;display:flex;justify-content:space-between;gap:32px}
.src span:last-child{white-space:nowrap}
details{font-size:14px;color:var(--ink2);margin-top:6px}
summary{cursor:pointer;text-decoration:underline;text-underline-offset:4px;width:max-content;max-width:100%}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:15px;line-height:20px}
caption{text-align:left;font-size:14px;color:var(--ink2);padding:0 0 4px}
th,td{padding:5px 10px;text-align:left;font-weight:400;border-bottom:1px solid var(--line)}
thead th{border-bottom:1.5px solid var(--ink);color:var(--ink2);vertical-align:bottom;padding:7px 10px;white-space:nowrap}
thead th[aria-sort]{color:var(--ink);font-weight:600}
thead button{font:inherit;color:inherit;background:none;border:0;margin:-7px -10px;padding:7px 10px;cursor:pointer;text-align:inherit}
thead button:hover{color:var(--ink);text-decoration:underline;text-underline-offset:4px}
thead i{font-style:normal;display:inline-block;width:14px;text-align:center}
thead td{border-bottom:1.5px solid var(--ink)}
table[data-sort] tbody :nth-child(2):not(.n){min-width:8em}
tbody tr:nth-child(5n)>*{border-bottom-color:var(--line3)}
.n{text-align:right;font-variant-numeric:tabular-nums}
.none{color:var(--ink3)}
tr.on>*{background:var(--wash);color:var(--needleText);font-weight:600}
tr.on>:first-child{box-shadow:inset 3px 0 0 var(--needle)}
.bar{width:230px;min-width:120px;padding-right:0}
.bar i{display:block;height:11px;background:var(--data)}
.on .bar i{background:var(--needle)}
.find{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:flex-end;gap:8px 24px;margin:6px 0 8px;font-size:14px;color:var(--ink2)}
.find[hidden]{display:none}
.find input{font:inherit;font-size:15px;width:260px;max-width:100%;margin-left:10px;border:1px solid var(--line3);border-radius:3px;padding:4px 9px;background:var(--bg);color:var(--ink)}
.prose{columns:2 320px;column-gap:40px;font-size:15px;line-height:22px}
.prose p,.prose .block{margin:10px 0 0;break-inside:avoid}
.prose .wide{break-inside:avoid;column-span:all}
.cite dt{font-weight:600;font-size:14px}.cite dd{margin:0 0 6px;font-size:14px;line-height:20px;color:var(--ink2);overflow-wrap:anywhere}
.bottom{padding-top:28px;padding-bottom:36px;font-size:13px;line-height:18px;color:var(--ink3)}
article[hidden]{display:none}
@media (max-width:700px){h1{font-size:32px;line-height:40px}.fig{min-width:640px}figure{overflow-x:auto}}
@media print{nav,.find,.skip,summary{display:none}article[hidden]{display:block}section{break-inside:avoid}body{font-size:12px}a{text-decoration:none}}
`

/** @param theme dark is dark on every screen; light follows the reader's system. Paper is always light. */
export function styleSheet(theme: FigureTheme, faces: string): string {
  const dark = `:root{color-scheme:dark;${toneProperties('dark')}}\n${darkDrawings()}`
  const screen = theme === 'dark' ? 'screen' : 'screen and (prefers-color-scheme:dark)'
  return [
    faces,
    `:root{color-scheme:light;${toneProperties('light')}}`,
    RULES.trim(),
    `@media ${screen}{\n${dark}\n}`,
  ]
    .filter((part) => part !== '')
    .join('\n')
}
