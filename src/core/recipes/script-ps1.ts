/** The script for Windows: PowerShell 5.1, which is part of it, or later. */
import type { RecipeList } from '../../shared/contract/recipes.ts'
import { askedAddress, workAddress } from './addresses.ts'
import type { ScriptWords } from './script-words.ts'

/** Text between single quotes of PowerShell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Does what the script for macOS and Linux does. The mark of byte order tells PowerShell 5.1 that the text is UTF-8. */
export function powerShellScript(
  lists: readonly RecipeList[],
  words: ScriptWords,
  withSingles = lists.some(({ of }) => of === 'ids'),
): string {
  const calls = lists.map(({ name, of, address }) => {
    const into = of === 'ids' ? 'lists' : 'data'
    return `Get-List '${into}/${name}' ${quoted(askedAddress(address))}`
  })
  const singles = withSingles ? singlesText(words) : ''
  const text = `# ${words.about}
${words.usage.map((line) => `# ${line}`).join('\n')}
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
Set-Location -LiteralPath $PSScriptRoot
New-Item -ItemType Directory -Force data, lists | Out-Null
if (-not $env:OPENALEX_API_KEY) { Write-Warning ${quoted(words.noKey)} }
if (-not (Test-Path lists/begun)) { Set-Content lists/begun (Get-Date).ToUniversalTime().ToString('s') }
${BODY.replace('STOPPED', quoted(words.stopped)).replaceAll('REFUSED', quoted(words.refused)).replace('WAITING', quoted(words.waiting))}
${calls.join('\n')}
${singles}
$begun = (Get-Content lists/begun -TotalCount 1).TrimEnd('Z') + 'Z'
$ended = (Get-Date).ToUniversalTime().ToString('s') + 'Z'
[IO.File]::WriteAllText((Join-Path $PSScriptRoot 'data/fetched.json'), '{"format":"science-cities-fetched","begun":"' + $begun + '","ended":"' + $ended + '"}')
Write-Output ${quoted(words.done)}
`
  return `\uFEFF${text.replaceAll('\n', '\r\n')}`
}

const BODY = `
function Test-Whole([string]$path) { (Test-Path $path) -and ((Get-Item $path).Length -gt 0) }

# $false where there is no such record.
function Get-Page([string]$path, [string]$address, [string]$cursor) {
  if ($cursor) { $address += '&cursor=' + [uri]::EscapeDataString($cursor) }
  if ($env:OPENALEX_API_KEY) { $address += '&api_key=' + [uri]::EscapeDataString($env:OPENALEX_API_KEY) }
  $wait = 5
  for ($try = 1; ; $try++) {
    $status = 0
    $asked = 0
    try {
      Invoke-WebRequest -UseBasicParsing -TimeoutSec 300 -Uri $address -OutFile lists/body.part
      Move-Item -Force lists/body.part $path
      return $true
    } catch {
      $answer = $_.Exception.PSObject.Properties['Response']
      if ($answer -and $answer.Value) {
        $status = [int]$answer.Value.StatusCode
        try { $asked = [int]"$($answer.Value.Headers['Retry-After'])" } catch { $asked = 0 }
      }
      if ($status -eq 404) { return $false }
      if ($status -eq 400 -or $status -eq 401) { throw (REFUSED + " $status") }
      if ($try -ge 9) { throw (STOPPED + " $status") }
    }
    $pause = $wait
    if ($asked -gt $pause -and $asked -le 3600) { $pause = $asked }
    Write-Warning (WAITING + " $status, $pause s")
    Start-Sleep -Seconds $pause
    $wait *= 2
  }
}

function Get-List([string]$name, [string]$address) {
  $cursor = '*'
  for ($page = 1; $cursor; $page++) {
    $path = '{0}-{1:D5}.json' -f $name, $page
    if (-not (Test-Whole $path)) {
      if (-not (Get-Page $path $address $cursor)) { throw (REFUSED + ' 404') }
      Write-Output $path
    }
    $text = [IO.File]::ReadAllText((Join-Path $PSScriptRoot $path))
    $found = [regex]::Match($text, '"next_cursor"\\s*:\\s*"([^"]*)"')
    $cursor = if ($found.Success) { $found.Groups[1].Value } else { '' }
  }
}
`

const singlesText = (words: ScriptWords): string => `
# Works of which a list does not show all, one by one.
$ids = @(Get-ChildItem lists/*-ids-*.json -ErrorAction SilentlyContinue | ForEach-Object {
  [regex]::Matches([IO.File]::ReadAllText($_.FullName), '"https://openalex\\.org/(W\\d+)"') | ForEach-Object { $_.Groups[1].Value }
} | Sort-Object -Unique)
foreach ($id in $ids) {
  $path = "data/$id.json"
  if (-not (Test-Whole $path)) {
    if (Get-Page $path (${quoted(workAddress('ID'))}.Replace('/ID?', "/\${id}?")) '') { Write-Output $path }
    else { Write-Warning (${quoted(words.notThere)} + " $id") }
  }
}`
