import { bigramsOf, plainText } from './name-text.ts'
import { simplified } from './simplified.ts'

/**
 * What someone typed into a search box, made ready to be compared with stored keys (`name-keys.ts`). Each way that can match is filled;
 * a customer found by any of them is meant.
 */
export type QueryKeys = {
  /** As `SearchKeys.plain`. */
  plain: string
  /** A stored name matches when it has all of them; empty when nothing searchable was typed. */
  pieces: string[]
  /** The end of a telephone number, 3–11 digits, else null. */
  tail: string | null
  /** Letters only: initials, a reading spelt out, or a latin name; else null. */
  latin: string | null
}

/** Decides what a typed text is after: 6027 a phone, lxd or xiexiaodong a reading, 陳 or 王丽 a name [P-34]. */
export const queryKeysOf = (typed: string): QueryKeys => {
  const plain = simplified(plainText(typed))
  const numeric = /^[+\d\s\-().]+$/.test(typed.normalize('NFKC').trim())
  const digits = numeric ? plain.replace(/^(0086|86)(?=1\d{10}$)/, '') : ''
  return {
    plain,
    pieces: bigramsOf(plain),
    tail: /^\d{3,11}$/.test(digits) ? digits : null,
    latin: /^[a-z]+$/.test(plain) ? plain : null,
  }
}
