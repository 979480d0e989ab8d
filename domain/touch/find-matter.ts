import { findExpectations } from './find-expectations.ts'

/**
 * What a customer came with, from the first thing noted: the clauses up to the first wish or the end of the sentence, in their own words
 * [S-41]. A suggestion to confirm; null where the note begins with a wish, for that is one already.
 */
export const findMatter = (text: string): string | null => {
  const [sentence = ''] = /^(?:[^。！!？?\n.]|\.(?!\s|$))*/u.exec(text.trim()) ?? []
  const wish = findExpectations(sentence)[0]
  const upToWish = wish === undefined ? sentence : sentence.slice(0, wish.start)
  const matter = (wish === undefined ? upToWish : (WHOLE_CLAUSES.exec(upToWish)?.[0] ?? ''))
    .replace(SAID, '')
    .replace(/[，,；;、\s]+$/u, '')
    .trim()
  return [...matter].length < FEWEST ? null : matter
}

/** Before a wish only what ended with a comma is a matter of its own: 月租最好 30 元 is one wish. */
const WHOLE_CLAUSES = /^.*[，,；;、]/u
const SAID =
  /^(?:客户|顾客|对方|他|她)?(?:来电)?(?:说|反映|反馈|讲)[，,：:]?|^(?:the )?customer (?:says|said)(?: that)? /iu
/** Shorter than this is a word of greeting, not a matter. */
const FEWEST = 4
