import { pinyin } from 'pinyin-pro'

/**
 * Pinyin of a Chinese name without tones, syllables parted by blanks: `北京大学` → `bei jing da xue`; empty
 * where there is no Chinese. Made once at import, so that searching needs no dictionary.
 */
export function pinyinKey(name: string | null): string {
  if (!name) return ''
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }).join(' ').toLowerCase()
}
