import { needsInChinese } from './need-zh.ts'
import { needsInEnglish } from './need-en.ts'

/** Something the customer would like to have or use, found in running notes; the words stay as spoken. `end` is exclusive. */
export type SpokenNeed = { text: string; start: number; end: number }

const HAN = /\p{Script=Han}/u

/**
 * Finds what the customer would like to have or use, clause by clause, as suggestions to confirm [S-41]: 想换大一点的套餐, 需要两台打印机, 问有没有
 * 适合老人的; wants a second SIM. Modest on purpose: how one wishes to be treated is an expectation, what we have to do a promise or a
 * request, and who wants to leave has no need of ours.
 */
export const findNeeds = (text: string): SpokenNeed[] =>
  [...text.matchAll(/[^，,。！!？?；;、\n.]+(?:\.(?=\d)[^，,。！!？?；;、\n.]+)*[？?]?/gu)].flatMap((clause) => {
    const said = clause[0]
    const found = HAN.test(said) ? needsInChinese(said) : needsInEnglish(said)
    if (found === null) return []
    const start = clause.index + found.at
    return [{ text: found.words, start, end: start + found.words.length }]
  })
