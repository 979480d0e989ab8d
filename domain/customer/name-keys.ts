import { Converter } from 'opencc-js/t2cn'
import { pinyin, polyphonic } from 'pinyin-pro'
import { bigramsOf, plainText, wordsOf } from './name-text.ts'

/**
 * What is stored beside a name so that it is found and ordered alike by every engine. Made on the server only: the two dictionaries behind
 * it (400 kB) never reach the browser.
 */
export type SearchKeys = {
  /** Simplified, without width, case, accents, spaces and punctuation. */
  plain: string
  /** Single characters and bigrams of `plain`, for a GIN index. */
  pieces: string[]
  /** First letters of the reading, one entry for each plausible one: 单立人 → slr, dlr, clr. */
  initials: string[]
  /** The readings spelt out without tones, most likely first: shanliren, danliren, … */
  spellings: string[]
  /** Orders by reading, then tone, then character; plain ASCII, so that bytes, code units and collation "C" agree. */
  sortKey: string
}

/** `organisation` reads no surname: 单位, 华联, 解放 are ordinary words there. */
export type NameOf = 'person' | 'organisation'

const HAN = /\p{Script=Han}/u
/** Enough for every real name; a hostile one of many ambiguous characters must not multiply without end. */
const MOST_READINGS = 24

const toSimplified = Converter({ from: 't', to: 'cn' })
const simplifiedChar = new Map<string, string>()

/**
 * Traditional characters as simplified ones, each by itself: 陳 → 陈 [P-34]. By itself, because a dictionary of phrases leaves 乾 in 乾隆 but
 * changes it alone, and a bigram of a name would then miss the name.
 */
export const simplified = (text: string): string =>
  [...text]
    .map((char) => {
      const ready = simplifiedChar.get(char)
      if (ready !== undefined) return ready
      const made = HAN.test(char) ? toSimplified(char) : char
      simplifiedChar.set(char, made)
      return made
    })
    .join('')

/** A word of a name with its reading: `toned` for Chinese (`shan4`), the word itself for others. */
type Read = { word: string; toned: string; readings: string[] }

const withoutTone = (toned: string): string => toned.replace(/\d$/, '')

/** ü is typed v, or u by those who don't know better. */
const typedAs = (reading: string): string[] =>
  reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading]

const readingsOf = (words: readonly string[], of: NameOf): Read[] => {
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

/** Every way to read the words in a row, the likely reading of each first. */
const combined = (choices: readonly (readonly string[])[]): string[] => {
  let rows = ['']
  for (const choice of choices) {
    const several = [...new Set(choice)]
    const kept = rows.length * several.length <= MOST_READINGS ? several : several.slice(0, 1)
    rows = rows.flatMap((row) => kept.map((each) => row + each))
  }
  return rows.filter((row) => row !== '')
}

const ascii = (text: string): string => [...text].map((char) => (char < '\u0080' ? char : `~${codeOf(char)}`)).join('')

const codeOf = (char: string): string => (char.codePointAt(0) ?? 0).toString(16).padStart(5, '0')

/** The keys a name is found and ordered by; empty for a name without letters or digits [P-34]. */
export const searchKeysOf = (name: string, of: NameOf = 'person'): SearchKeys => {
  const reads = readingsOf(wordsOf(simplified(name)), of)
  const plain = simplified(plainText(name))
  return {
    plain,
    pieces: [...new Set([...plain, ...bigramsOf(plain)])],
    initials: combined(reads.map((read) => read.readings.map((reading) => reading.slice(0, 1)))),
    spellings: combined(reads.map((read) => read.readings)),
    sortKey: reads
      .map(({ word, toned }) => (HAN.test(word) ? `${ascii(toned)}.${codeOf(word)}` : ascii(word)))
      .join(' '),
  }
}

/** What someone typed into a search box, made ready to be compared with stored keys. */
export type QueryKeys =
  | { kind: 'none' }
  /** The end of a telephone number, 3–11 digits. */
  | { kind: 'phone'; tail: string }
  /** Latin letters: initials, a reading spelt out, or a latin name; `pieces` for the last. */
  | { kind: 'letters'; letters: string; pieces: string[] }
  /** Part of a name: every piece must be among the stored ones, then `plain` must be contained. */
  | { kind: 'name'; plain: string; pieces: string[] }

/** Decides what a typed text is after: 6027 a phone, lxd or xiexiaodong a reading, 陳 or 王丽 a name. */
export const queryKeysOf = (typed: string): QueryKeys => {
  const plain = simplified(plainText(typed))
  if (plain === '') return { kind: 'none' }
  const digits = /^[+\d\s\-().]+$/.test(typed.normalize('NFKC').trim())
    ? plain.replace(/^(0086|86)(?=1\d{10}$)/, '')
    : ''
  if (/^\d{3,11}$/.test(digits)) return { kind: 'phone', tail: digits }
  if (/^[a-z]+$/.test(plain)) return { kind: 'letters', letters: plain, pieces: bigramsOf(plain) }
  return { kind: 'name', plain, pieces: bigramsOf(plain) }
}
