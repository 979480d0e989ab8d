import { findExpectations } from './find-expectations.ts'

type Stretch = { start: number; end: number }

/** A wish as a person would write it down, and what stands on record about the same matter. */
export type SpokenWish<K> = Stretch & { text: string; known: K | null }

/**
 * Wishes in running notes as lines to keep: what one sentence asks for is one wish, its words as spoken from the first to the last of
 * them, but for parts that the record already holds, each by itself. Nothing is found in `apart`, where a need or a promise stands.
 */
export const findWishes = <K>(
  text: string,
  { apart, knownAs }: { apart: readonly Stretch[]; knownAs: (words: string) => K | null },
): SpokenWish<K>[] => {
  const lies = (from: number, to: number) => apart.some(({ start, end }) => start < to && end > from)
  return findExpectations(text)
    .filter(({ start, end }) => !lies(start, end))
    .map(({ start, end, text: words }) => {
      // What it is about may stand before the wish: 月租最好 30 元.
      const clause = (BEFORE.exec(text.slice(0, start))?.[0] ?? '') + words
      return { start, end, text: words, known: knownAs(words) ?? knownAs(clause) }
    })
    .reduce<SpokenWish<K>[]>((found, wish) => {
      const last = found.at(-1)
      if (
        !last ||
        last.known !== wish.known ||
        lies(last.end, wish.start) ||
        ENDS.test(text.slice(last.end, wish.start))
      )
        return [...found, wish]
      const { start } = last
      return [...found.slice(0, -1), { ...wish, start, text: text.slice(start, wish.end) }]
    }, [])
}

/** What stands before in the same clause. */
const BEFORE = /[^，,。！!？?；;、\n.]*$/u

/** Where a sentence ends. */
const ENDS = /[。！!？?；;\n]|\.(?:\s|$)/u
