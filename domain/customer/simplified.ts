import { Converter } from 'opencc-js/t2cn'

const HAN = /\p{Script=Han}/u
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
