/** Full-width letters, digits and signs to half-width (NFKC would also break ㎡ and ①, which people mean). */
export const halfWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[\u3000\u00A0]/g, ' ')

/** Printable ASCII without a space: nothing to fold or squeeze, which is what most cells of a big file are. */
const PLAIN = /^[!-~]*$/

/** Half-width and without any space or zero-width mark. */
export const squeezed = (text: string): string =>
  PLAIN.test(text) ? text : halfWidth(text).replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, '')

/** A number written with an exponent has already lost its digits: 1.38E+10. */
export const isScientific = (text: string): boolean => /^[+-]?\d+(\.\d+)?e[+-]?\d+$/i.test(text)

const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** 三 → 3, 十 → 10, 廿一 → 21, 三十 → 30, and plain digits; null when it is none of these. */
export const smallNumber = (text: string): number | null => {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const plain = text.replace(/^初/, '').replace(/^廿/, '二十').replace(/^卅/, '三十')
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(plain)
  if (!parts || plain === '') return DIGITS[plain] ?? null
  const [, tens, ten, ones] = parts
  if (!ten) return plain.length === 1 ? (DIGITS[plain] ?? null) : null
  return (tens ? (DIGITS[tens] ?? 0) : 1) * 10 + (ones ? (DIGITS[ones] ?? 0) : 0)
}
