import { pinyin, polyphonic } from 'pinyin-pro'
import { wordsOf } from './name-text.ts'
import { simplified } from './simplified.ts'

/** `organisation` reads no surname: 单位, 华联, 解放 are ordinary words there. */
export type NameOf = 'person' | 'organisation'

const HAN = /\p{Script=Han}/u

/** A word of a name with its reading: `toned` for Chinese (`shan4`), the word itself for others. */
export type Read = { word: string; toned: string; readings: string[] }

const withoutTone = (toned: string): string => toned.replace(/\d$/, '')

/** ü is typed v, or u by those who don't know better. */
const typedAs = (reading: string): string[] =>
  reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading]

/** The words of a name in order, each with its readings; server only, the dictionary behind it weighs 300 kB. */
export const readingsOf = (name: string, of: NameOf): Read[] => {
  const words = wordsOf(simplified(name))
  const chinese = words.filter((word) => HAN.test(word)).join('')
  const isPerson = of === 'person' && HAN.test(words[0] ?? '')
  const toned = pinyin(chinese, { toneType: 'num', type: 'array', v: true, surname: isPerson ? 'head' : 'off' })
  const every = polyphonic(chinese, { toneType: 'none', type: 'array', v: true })
  let at = -1
  return words.map((word) => {
    if (!HAN.test(word)) return { word, toned: word, readings: [word] }
    at += 1
    const read = toned[at] ?? word
    const others = isPerson ? (every[at] ?? []) : []
    return { word, toned: read, readings: [withoutTone(read), ...others].flatMap(typedAs) }
  })
}

const ascii = (text: string): string => [...text].map((char) => (char < '\u0080' ? char : `~${codeOf(char)}`)).join('')

const codeOf = (char: string): string => (char.codePointAt(0) ?? 0).toString(16).padStart(5, '0')

/**
 * What names order by: reading, then tone, then character; plain ASCII, so that bytes, code units and collation "C" agree. Characters no
 * dictionary reads come last.
 */
export const sortKeyOf = (reads: readonly Read[]): string =>
  reads.map(({ word, toned }) => (HAN.test(word) ? `${ascii(toned)}.${codeOf(word)}` : ascii(word))).join(' ')

/** The order key of a name alone, for staff and others that are not searched. */
export const nameSortKey = (name: string, of: NameOf = 'person'): string => sortKeyOf(readingsOf(name, of))
