/** The script for macOS and Linux: `sh` and `curl` alone. */
import type { RecipeList } from '../../shared/contract/recipes.ts'
import { askedAddress, workAddress } from './addresses.ts'
import type { ScriptWords } from './script-words.ts'

/** Text between single quotes of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/**
 * Pages of every list by cursor, each in a numbered file, and then works of many authors one by one. What is there already
 * is not fetched again; 429, 403 and faults of the server are waited for. The key never stands among the arguments of a
 * program, where others could read it.
 * @param withSingles whether `lists` names works by their ids
 */
export function shellScript(
  lists: readonly RecipeList[],
  words: ScriptWords,
  withSingles = lists.some(({ of }) => of === 'ids'),
): string {
  const calls = lists.map(({ name, of, address }) => {
    const into = of === 'ids' ? 'lists' : 'data'
    return `list ${into}/${name} ${quoted(askedAddress(address))}`
  })
  const singles = withSingles ? singlesText(words) : ''
  return `#!/bin/sh
# ${words.about}
${words.usage.map((line) => `# ${line}`).join('\n')}
set -u
cd "$(dirname "$0")" || exit 1
mkdir -p data lists
KEY="\${OPENALEX_API_KEY:-}"
[ -n "$KEY" ] || echo ${quoted(words.noKey)} >&2
[ -f lists/begun ] || date -u +%Y-%m-%dT%H:%M:%SZ > lists/begun
${BODY.replaceAll('STOPPED', quoted(words.stopped))
  .replaceAll('REFUSED', quoted(words.refused))
  .replaceAll('WAITING', quoted(words.waiting))}
${calls.join('\n')}
${singles}
printf '{"format":"science-cities-fetched","begun":"%s","ended":"%s"}\\n' "$(cat lists/begun)" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" > data/fetched.json
echo ${quoted(words.done)}
`
}

const singlesText = (words: ScriptWords): string =>
  SINGLES.replace('WORK', quoted(workAddress('ID'))).replace('NOT-THERE', quoted(words.notThere))

const BODY = `
# fetch FILE ADDRESS CURSOR
fetch() {
  try=0
  wait=5
  while :; do
    status=$(
      {
        [ -z "$KEY" ] || printf 'data-urlencode = "api_key=%s"\\n' "$KEY"
        [ -z "$3" ] || printf 'data-urlencode = "cursor=%s"\\n' "$3"
      } | curl -sS -L -G -K - --max-time 300 -D lists/head.part -o lists/body.part -w '%{http_code}' "$2"
    ) || status=000
    case "$status" in
      200)
        # A page that is cut off is fetched again.
        if [ "$(tail -c 20 lists/body.part | tr -d '[:space:]' | tail -c 1)" = '}' ]; then
          mv lists/body.part "$1"
          return 0
        fi ;;
      404) return 4 ;;
      400 | 401)
        echo REFUSED "$status" >&2
        head -c 500 lists/body.part >&2
        exit 1 ;;
    esac
    try=$((try + 1))
    if [ "$try" -ge 9 ]; then
      echo STOPPED "$status" >&2
      exit 1
    fi
    asked=$(sed -n 's/^[Rr]etry-[Aa]fter:[[:space:]]*\\([0-9][0-9]*\\).*/\\1/p' lists/head.part 2>/dev/null | tail -n 1)
    pause=$wait
    if [ -n "$asked" ] && [ "$asked" -gt "$pause" ] && [ "$asked" -le 3600 ]; then pause=$asked; fi
    echo WAITING "$status, $pause s" >&2
    sleep "$pause"
    wait=$((wait * 2))
  done
}

# The cursor of the page after FILE; nothing after the last one.
next() {
  grep -o '"next_cursor"[[:space:]]*:[[:space:]]*"[^"]*"' "$1" | head -n 1 | sed 's/.*"\\([^"]*\\)"$/\\1/'
}

# list NAME ADDRESS
list() {
  page=1
  cursor='*'
  while [ -n "$cursor" ]; do
    file="$1-$(printf '%05d' "$page").json"
    if [ ! -s "$file" ]; then
      fetch "$file" "$2" "$cursor" || exit 1
      echo "$file"
    fi
    cursor=$(next "$file")
    page=$((page + 1))
  done
}
`

const SINGLES = `
# Works of which a list does not show all, one by one.
for id in $(cat lists/*-ids-*.json 2>/dev/null | grep -o '"https://openalex.org/W[0-9]*"' | sed 's/.*\\/\\(W[0-9]*\\)"/\\1/' | sort -u); do
  if [ ! -s "data/$id.json" ]; then
    fetch "data/$id.json" "$(printf '%s' WORK | sed "s,/ID,/$id,")" '' || echo NOT-THERE "$id" >&2
    [ ! -s "data/$id.json" ] || echo "data/$id.json"
  fi
done`
