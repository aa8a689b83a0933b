/** What scripts and the README say, in the reader's language. */
import type { Language } from '../../shared/domain/language.ts'
import { translate } from '../../shared/i18n/index.ts'

export interface ScriptWords {
  about: string
  usage: string[]
  noKey: string
  stopped: string
  refused: string
  waiting: string
  notThere: string
  done: string
}

export function scriptWords(language: Language, script: 'sh' | 'ps1', step: 1 | 2): ScriptWords {
  const say = (key: string) => translate(language, `recipes.script.${key}`)
  return {
    about: say('about'),
    usage: say(`usage.${script}`).split('\n'),
    noKey: say('noKey'),
    stopped: say('stopped'),
    refused: say('refused'),
    waiting: say('waiting'),
    notThere: say('notThere'),
    done: say(step === 1 ? 'doneFirst' : 'done'),
  }
}
