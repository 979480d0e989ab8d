/**
 * A name or query without what people type differently: width, case, accents, spaces, punctuation.
 * `ＪＯＳÉ 　Li` and `jose·li` both become `joseli`. Traditional characters stay; see `simplified.ts`.
 */
export const plainText = (text: string): string => folded(text).replaceAll(/[^\p{L}\p{N}]/gu, '')

/** The words of a text, folded alike: each Chinese character by itself, letters and digits in runs. */
export const wordsOf = (text: string): string[] =>
  folded(text).match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? []

const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFKC').toLowerCase()

/** Every two neighbouring characters: 王丽华 → 王丽, 丽华. A single character is its own and only piece. */
export const bigramsOf = (plain: string): string[] => {
  const chars = [...plain]
  if (chars.length <= 1) return chars
  return [...new Set(chars.slice(1).map((char, i) => `${chars[i] ?? ''}${char}`))]
}
